using MotCua.Domain.Law;
namespace MotCua.Domain.People;
public enum Sex { Male, Female }
public enum IdentityKind { CitizenNumber, OldNumber, Passport, None, TaxCode, AgencyCode }
public enum PartyKind { Person, Organisation, StateBody }
public sealed record PartyCheck(IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Warnings);
public sealed record Party(PartyKind Kind, string Name, IdentityKind IdentityKind, string? Number, string? NoNumberReason, string? Nationality, DateOnly? Birth, int? BirthYear, Sex? Sex, string Address, string? Phone, string? Email) { public static PartyCheck Check(Party p, DateOnly today, IReadOnlySet<string> provinces) => new([], []); }
