using System.Globalization;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>What looks odd in the data of a party and yet may be right.</summary>
/// <param name="Who">"owner" or "submitter".</param>
public sealed record PartyWarning(string Who, string Sentence);

/// <summary>Reads a person, organisation or state body out of the fields "owner.…" or "submitter.…".</summary>
public static class PartyFields
{
    /// <summary>Reads a party; what is wrong and what is odd is added to the lists.</summary>
    internal static Party Read(
        TypedForm typed, string who, AgencyId unit, ReferenceData reference, DateOnly today, List<Refusal> refusals, List<PartyWarning> warnings)
    {
        var address = TypedAddress.Read(typed, who, reference, unit, today);
        var (birth, year) = Birth(typed, who, refusals);
        var kind = typed.Choice(who + ".kind", PartyKind.Person);
        var identity = kind switch
        {
            PartyKind.Organisation => IdentityKind.TaxCode,
            PartyKind.StateBody => IdentityKind.AgencyCode,
            _ => typed.Choice(who + ".identity", IdentityKind.CitizenNumber),
        };
        var sex = Enum.TryParse<Sex>(typed[who + ".sex"], out var s) && Enum.IsDefined(s) ? s : (Sex?)null;
        var party = new Party(
            kind, typed[who + ".name"] ?? "", identity, typed[who + ".number"], NoNumber(typed, who, reference, today), typed[who + ".nationality"],
            birth, year ?? birth?.Year, sex, address.Text, typed[who + ".phone"], typed[who + ".email"])
            { Residence = address.Residence }.Tidy();
        var check = Party.Check(party, today, reference.Provinces);
        refusals.AddRange(check.Refusals.Select(r => r with { Field = $"{who}.{FieldOf(r.Field)}" }));
        warnings.AddRange(check.Warnings.Select(w => new PartyWarning(who, w)));
        return party;
    }

    /// <summary>The form with what the chip card's QR says, where its text was scanned into a number field.</summary>
    public static TypedForm WithCards(TypedForm typed) => new[] { "owner", "submitter" }.Aggregate(typed, WithCard);

    /// <summary>Whether two parties are the same person at the same address.</summary>
    public static bool IsSame(Party one, Party other) => Written("", one).SequenceEqual(Written("", other));

    /// <summary>The fields of a party as they would be typed; the address as its full text, which is read anew.</summary>
    public static IEnumerable<(string Name, string Value)> Written(string who, Party party)
    {
        yield return (who + ".kind", party.Kind.ToString());
        yield return (who + ".identity", party.IdentityKind.ToString());
        yield return (who + ".number", party.Number ?? "");
        yield return (who + ".name", party.Name);
        yield return (who + ".birth", party.Birth is { } day ? VietnameseFormat.Day(day) : party.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "");
        yield return (who + ".sex", party.Sex?.ToString() ?? "");
        yield return (who + ".address", party.Address);
        yield return (who + TypedAddress.Commune, "");
        yield return (who + TypedAddress.Code, "");
    }

    private static TypedForm WithCard(TypedForm typed, string who) =>
        typed.Raw(who + ".number").Contains('|', StringComparison.Ordinal) && CardQr.TryRead(typed.Raw(who + ".number"), out var card)
            ? typed.With(Written(who, card.ToParty()))
            : typed;

    private static (DateOnly? Day, int? Year) Birth(TypedForm typed, string who, List<Refusal> refusals)
    {
        if (typed[who + ".birth"] is not { } text)
            return (null, null);
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return (null, year);
        if (VietnameseFormat.TryParseDay(text, out var day))
            return (day, null);
        refusals.Add(new Refusal("form.birth", "Ngày sinh chưa đúng. Hãy nhập như 22/11/1990, hoặc chỉ năm sinh như 1990.", null, who + ".birth"));
        return (null, null);
    }

    /// <summary>The reason chosen from the list, and the officer's own words.</summary>
    private static string? NoNumber(TypedForm typed, string who, ReferenceData reference, DateOnly today)
    {
        var chosen = typed[who + ".no-number"];
        var reason = reference.ReasonsOf("no-identity", today).FirstOrDefault(r => r.Code == chosen)?.Text ?? chosen;
        string?[] parts = [reason, typed[who + ".no-number-words"]];
        return parts.OfType<string>().ToList() is { Count: > 0 } said ? string.Join(' ', said) : null;
    }

    private static string FieldOf(string? property) => property switch
    {
        nameof(Party.Number) or nameof(Party.IdentityKind) => "number",
        nameof(Party.NoNumberReason) => "no-number",
        nameof(Party.Birth) or nameof(Party.BirthYear) => "birth",
        { } p => p.ToLowerInvariant(),
        null => "name",
    };
}
