using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>An address as it was typed: the whole of it in one field, or house and village there and the commune in the other.
/// What was typed is never changed; what could not be recognized stays text.</summary>
/// <param name="Reading">What was recognized, the commune chosen included.</param>
/// <param name="Text">The full address as it is printed; an old one with the commune of today behind it.</param>
/// <param name="Residence">The units; null where none was recognized.</param>
/// <param name="Warning">What the officer should look at; never blocks.</param>
public sealed record TypedAddress(AddressReading Reading, string Text, Residence? Residence, string? Warning)
{
    /// <summary>Ends of the names of fields: the commune as text, and its code where it was taken from the suggestions.</summary>
    internal const string Commune = ".commune", Code = ".commune-code";

    private const int Longest = 500;
    private const string Today = " (nay là ";

    /// <summary>Reads an address that stands in one field.</summary>
    public static TypedAddress Of(string address, ReferenceData reference, AgencyId unit, DateOnly today) =>
        Read(TypedForm.Empty.With(("owner.address", address)), "owner", reference, unit, today);

    /// <summary>Reads the address of "owner" or "submitter".</summary>
    /// <param name="unit">The receiving unit: its province is meant where none is written.</param>
    public static TypedAddress Read(TypedForm typed, string who, ReferenceData reference, AgencyId unit, DateOnly today)
    {
        var (address, commune) = (typed[who + ".address"] ?? "", typed[who + Commune] ?? "");
        // A text that was printed before, typed or taken over again.
        if (commune.Length == 0 && address.EndsWith(')') && address.LastIndexOf(Today, StringComparison.Ordinal) is > 0 and var at)
            (address, commune) = (address[..at], address[(at + Today.Length)..^1]);
        var units = reference.Units;
        var reader = new AddressReader(units, today, reference.ProvinceOf(unit, today));
        var written = reader.Read(address);
        if (commune.Length == 0)
            return Whole(written, address, units, today);
        var chosen = units.Find(typed[who + Code], today);
        var named = chosen is not null && IsLabel(commune, chosen, units) ? Sure(chosen, units) : reader.Read(commune);
        if (named.Commune is not { } now)
            return new TypedAddress(named, Join(address, commune), null, Doubt(named, commune, units, today));
        return IsUnit(written) ? Both(written, address, named, now, units) : Apart(address, named, now, units);
    }

    /// <summary>The fields after a commune was chosen among those that may be meant.</summary>
    public static IEnumerable<(string Name, string Value)> Chosen(string who, string code, UnitBook units, DateOnly today) =>
        who is "owner" or "submitter" && units.Find(code, today) is { } unit ? [(who + Commune, units.Label(unit)), (who + Code, unit.Code)] : [];

    private static TypedAddress Whole(AddressReading read, string address, UnitBook units, DateOnly today)
    {
        if (read.Outcome == AddressOutcome.Mapped)
            return new TypedAddress(read, Now(address, read.Commune!, units), Of(read, address), null);
        return new TypedAddress(read, address, Of(read, address), Doubt(read, address, units, today));
    }

    /// <summary>House and village in one field, the commune in the other.</summary>
    private static TypedAddress Apart(string address, AddressReading named, AdministrativeUnit now, UnitBook units) => new(
        named, Join(address, units.Title(now)),
        new Residence(units.ProvinceOf(now)?.Code, now.Code, address.Length == 0 ? null : address, named.Former is { } old ? Join(address, old) : null), null);

    /// <summary>Units in both fields: the one that was chosen counts, and a text that says another commune of today is pointed out.</summary>
    private static TypedAddress Both(AddressReading written, string address, AddressReading named, AdministrativeUnit now, UnitBook units)
    {
        var residence = new Residence(units.ProvinceOf(now)?.Code, now.Code, Filled(written.Detail), written.Former is null ? null : address);
        if (written.Outcome == AddressOutcome.Current)
            return new TypedAddress(named, address, residence, written.Commune == now ? null
                : $"Địa chỉ ghi {written.Commune!.InSentence} nhưng ô Xã, phường ghi {now.InSentence}. Hãy sửa một trong hai.");
        var fits = written.Commune == now || written.Candidates.Contains(now) || written.Outcome == AddressOutcome.ProvinceOnly;
        return new TypedAddress(named, Now(address, now, units), residence, fits ? null
            : $"Theo địa chỉ cũ thì không phải {now.InSentence}. Hãy đối chiếu với giấy tờ.");
    }

    private static string? Doubt(AddressReading read, string text, UnitBook units, DateOnly today) => read.Outcome switch
    {
        _ when text.Length == 0 || units.All.Count == 0 => null,
        AddressOutcome.Ambiguous when read.Former is { } old =>
            $"{char.ToUpperInvariant(old[0])}{old[1..]} nay thuộc nhiều xã, phường. Hãy hỏi thôn, buôn rồi chọn.",
        AddressOutcome.Ambiguous => "Có nhiều xã, phường như vậy. Hãy chọn, hoặc ghi thêm tỉnh.",
        // Nothing can be said of communes that nobody has loaded.
        AddressOutcome.ProvinceOnly when !units.Under(read.Province!.Code, today).Any() => null,
        AddressOutcome.Unknown or AddressOutcome.ProvinceOnly => "Chưa nhận ra xã, phường trong địa chỉ. Vẫn tiếp nhận được; nên chọn ở ô Xã, phường.",
        _ => null,
    };

    private static Residence? Of(AddressReading read, string address) => read.Province is null && read.Former is null ? null : new Residence(
        read.Province?.Code, read.Commune?.Code, Filled(read.Detail), read.Former is null ? null : address);

    private static AddressReading Sure(AdministrativeUnit unit, UnitBook units) =>
        new(AddressOutcome.Current, "", unit, units.ProvinceOf(unit), [], null);

    private static bool IsUnit(AddressReading read) => read.Outcome is not AddressOutcome.Unknown && (read.Commune is not null || read.Candidates.Count > 0);

    private static bool IsLabel(string text, AdministrativeUnit unit, UnitBook units) => VietnameseText.Fold(text) == VietnameseText.Fold(units.Label(unit));

    private static string Now(string address, AdministrativeUnit now, UnitBook units) =>
        $"{address}{Today}{units.Title(now)})" is { Length: <= Longest } both ? both : address;

    private static string Join(string one, string other) => string.Join(", ", new[] { one, other }.Where(t => t.Length > 0));

    private static string? Filled(string text) => text.Length == 0 ? null : text;
}
