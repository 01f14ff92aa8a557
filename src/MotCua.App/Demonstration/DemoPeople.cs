using System.Text.Json;
using MotCua.App.Reception;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Demonstration;

/// <summary>Fictitious applicants.</summary>
public sealed class DemoPeople
{
    private sealed record Entry(
        int Id, PartyKind Kind, string Name, string? Number, DateOnly? Born, Sex? Sex, string? Nationality, string Address, string? Phone, string? Email,
        string? TaxCode, string? AgencyCode, string? Representative);

    private readonly IReadOnlyList<Entry> people;

    private DemoPeople(IReadOnlyList<Entry> people) => this.people = people;

    /// <summary>Reads them from the seed folder.</summary>
    public static DemoPeople Load(string folder) => new(
        JsonSerializer.Deserialize<List<Entry>>(File.ReadAllText(Path.Combine(folder, "demo", "people.json")), Json.Stored)!);

    /// <summary>Names and numbers of all of them, for tests that look whether one leaks.</summary>
    public IEnumerable<string> Secrets => people.SelectMany(p => new[] { p.Name, p.Number, p.Phone, p.Email, p.TaxCode, p.Address }).OfType<string>();

    /// <summary>The owner's fields of the reception form for the n-th of them, over and over.</summary>
    /// <param name="personsOnly">Whether organisations are left out.</param>
    public TypedForm Owner(int n, bool personsOnly)
    {
        var pool = personsOnly ? people.Where(p => p.Kind == PartyKind.Person).ToList() : people;
        var p = pool[n % pool.Count];
        var typed = TypedForm.Empty.With(
            ("owner.kind", p.Kind.ToString()), ("owner.name", p.Name), ("owner.address", p.Address), ("owner.phone", p.Phone ?? ""),
            ("owner.email", p.Email ?? ""), ("owner.identity", nameof(IdentityKind.CitizenNumber)),
            ("owner.number", p.Number ?? p.TaxCode ?? p.AgencyCode ?? ""));
        return p.Born is not { } born ? typed : typed.With(
            ("owner.birth", VietnameseFormat.Day(born)), ("owner.sex", p.Sex?.ToString() ?? ""));
    }
}
