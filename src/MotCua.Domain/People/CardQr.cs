using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.Domain.People;

/// <summary>What the QR of the chip card says, as a scanner types it into a field:
/// number|old number|full name|ddMMyyyy|sex|place of residence|ddMMyyyy of issue; later cards add fields that are not used here.</summary>
/// <param name="OldNumber">The 9-digit number; null where the card names none.</param>
/// <param name="Birth">Null where only the year is known.</param>
/// <param name="Issued">The day of issue; null if unreadable.</param>
[NoTerm("what a scanner read")]
public sealed record CardQr(
    string Number, string? OldNumber, string Name, DateOnly? Birth, int? BirthYear, Sex? Sex, string Address, DateOnly? Issued)
{
    private const int Fewest = 6;

    /// <summary>For a text that is no card.</summary>
    public static readonly Refusal NotRead = new(
        "card.not-read", "Chưa đọc được mã QR của thẻ căn cước. Hãy quét lại, hoặc nhập tay như trên thẻ.", null, nameof(Party.Number));

    /// <summary>Reads the text of a scan; false unless it begins with a 12-digit number and has a name.</summary>
    public static bool TryRead(string? scanned, [NotNullWhen(true)] out CardQr? card)
    {
        card = null;
        var fields = Bare(scanned).Split('|');
        if (fields.Length < Fewest || !CitizenNumber.TryRead(fields[0], out var number, out _) || VietnameseText.Clean(fields[2]) is not { } name)
            return false;
        var old = OldNumberOf(fields[1]);
        var (birth, year) = BirthOf(fields[3].Trim());
        card = new CardQr(number, old, name, birth, year, SexOf(fields[4]), VietnameseText.Clean(fields[5]) ?? "",
            fields.Length > Fewest && VietnameseFormat.TryParseDay(fields[6], out var issued) ? issued : null);
        return true;
    }

    /// <summary>The party that the card names; telephone and e-mail are not on it.</summary>
    public Party ToParty(string? phone = null, string? email = null) => new(
        PartyKind.Person, Name, IdentityKind.CitizenNumber, Number, null, null, Birth, BirthYear, Sex, Address, phone, email);

    // A scanner may put the symbology's identifier "]Q1" before what it reads.
    private static string Bare(string? scanned)
    {
        var text = (scanned ?? "").Trim();
        return text.StartsWith("]Q", StringComparison.Ordinal) && text.Length > 3 ? text[3..] : text;
    }

    private static string? OldNumberOf(string field)
    {
        var bare = NumberCheck.Bare(field);
        return bare.Length == OldIdentityNumber.Length && NumberCheck.AllDigits(bare) ? bare : null;
    }

    private static (DateOnly? Day, int? Year) BirthOf(string field)
    {
        if (VietnameseFormat.TryParseDay(field, out var day))
            return (day, day.Year);
        var year = field.Length == 8 && field.StartsWith("0000", StringComparison.Ordinal) ? field[4..] : field;
        return year.Length == 4 && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > 0
            ? (null, known)
            : (null, null);
    }

    private static Sex? SexOf(string field) => VietnameseText.Fold(field) switch
    {
        "nam" => People.Sex.Male,
        "nu" => People.Sex.Female,
        _ => null,
    };
}
