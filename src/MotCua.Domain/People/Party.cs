using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.People;

/// <summary>What the check of a party says.</summary>
/// <param name="Refusals">What must be put right; <see cref="Refusal.Field"/> names the property.</param>
/// <param name="Warnings">What the officer should compare with the papers; never blocks.</param>
[NoTerm("an answer of a check")]
public sealed record PartyCheck(IReadOnlyList<Refusal> Refusals, IReadOnlyList<string> Warnings);

/// <summary>A person, an organisation or a state body that owns or files a dossier.</summary>
/// <param name="Name">Full name in one field, as on the card or the certificate.</param>
/// <param name="Number">The number of the kind named; null where there is none.</param>
/// <param name="NoNumberReason">Why there is no number.</param>
/// <param name="Nationality">Code of the country, for a passport: "LAO".</param>
/// <param name="BirthYear">The year alone, where the day is not known.</param>
[Term("tổ chức, cá nhân", Law = "NĐ 61/2018/NĐ-CP Đ.2")]
public sealed record Party(
    PartyKind Kind, string Name, IdentityKind IdentityKind, string? Number, string? NoNumberReason, string? Nationality,
    DateOnly? Birth, int? BirthYear, Sex? Sex, string Address, string? Phone, string? Email)
{
    /// <summary>The units in which the address lies; null where nobody asked.</summary>
    public Residence? Residence { get; init; }

    /// <summary>The key that sorts lists: persons by given name, others as written.</summary>
    public string SortKey => Kind == PartyKind.Person ? VietnameseText.SortKey(Name) : VietnameseText.WordKey(Name);

    /// <summary>The party with every field in its one stored form: clean text, bare numbers, and nothing that its kind does not have.
    /// What cannot be read stays as typed.</summary>
    public Party Tidy()
    {
        var person = Kind == PartyKind.Person;
        var none = IdentityKind == IdentityKind.None;
        return this with
        {
            Name = VietnameseText.Clean(Name) ?? "",
            Number = none ? null : PartyRules.TidyNumber(this),
            NoNumberReason = none ? VietnameseText.Clean(NoNumberReason) : null,
            Nationality = person && IdentityKind == IdentityKind.Passport ? VietnameseText.Clean(Nationality)?.ToUpperInvariant() : null,
            Birth = person ? Birth : null,
            BirthYear = person ? BirthYear ?? Birth?.Year : null,
            Sex = person ? Sex : null,
            Address = VietnameseText.Clean(Address) ?? "",
            Phone = VietnameseText.Clean(Phone) is { } phone ? PhoneNumber.Check(phone).Number : null,
            Email = VietnameseText.Clean(Email) is { } email ? EmailAddress.Check(email).Number : null,
        };
    }

    /// <summary>Checks a party as it was typed.</summary>
    /// <param name="today">Today in Vietnam.</param>
    /// <param name="provinces">The three-digit codes of provinces in personal numbers.</param>
    public static PartyCheck Check(Party party, DateOnly today, IReadOnlySet<string> provinces) =>
        PartyRules.Check(party.Tidy(), today, provinces);

    /// <summary>A number of which only the last three characters show: "•••••••••123"; nothing shows where there are no more than three.</summary>
    public static string Masked(string? number)
    {
        const int Shown = 3;
        if (string.IsNullOrEmpty(number))
            return "";
        var hidden = number.Length > Shown ? number.Length - Shown : number.Length;
        return new string('•', hidden) + number[hidden..];
    }
}
