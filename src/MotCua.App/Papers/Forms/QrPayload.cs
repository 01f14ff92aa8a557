using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Forms;

/// <summary>The data in the QR code of a paper given to the public (TT 01/2023/TT-VPCP Đ3.4, Đ26), in this order, between bars:
/// dossier code | procedure code | applicant's identifier | name of the paper | name of the supplying system |
/// time of export yyyyMMddHHmmss | day of appointment yyyyMMdd (receipt only, otherwise the field is absent).
/// Times are Vietnam's. Inside a field "%" is written %25, "|" %7C, a line break %0A or %0D; everything else stands as it is, in UTF-8.
/// A field that is not known (no identifier yet, no dossier code on a refusal) is empty, never left out.</summary>
public sealed record QrPayload(
    string DossierCode,
    string ProcedureCode,
    string ApplicantIdentifier,
    string PaperName,
    string SystemName,
    DateTimeOffset ExportedAt,
    DateOnly? Appointment = null)
{
    private const string Moment = "yyyyMMddHHmmss";
    private const string Day = "yyyyMMdd";

    /// <summary>The text that is drawn as the QR code.</summary>
    public string Build()
    {
        var fields = new List<string>
        {
            Escape(DossierCode), Escape(ProcedureCode), Escape(ApplicantIdentifier), Escape(PaperName), Escape(SystemName),
            Vietnam.Local(ExportedAt).ToString(Moment, CultureInfo.InvariantCulture),
        };
        if (Appointment is { } day)
            fields.Add(day.ToString(Day, CultureInfo.InvariantCulture));
        return string.Join('|', fields);
    }

    /// <summary>Reads a text that <see cref="Build"/> made; false for any other text. The time comes back to the second, in UTC.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out QrPayload? payload)
    {
        payload = null;
        var fields = text?.Split('|') ?? [];
        if (fields.Length is not (6 or 7)
            || !DateTime.TryParseExact(fields[5], Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var exported)
            || exported.Year < 2000)
            return false;
        DateOnly? appointment = null;
        if (fields.Length == 7)
        {
            if (!DateOnly.TryParseExact(fields[6], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                return false;
            appointment = day;
        }
        var words = new string[5];
        for (var i = 0; i < words.Length; i++)
            if (Unescape(fields[i]) is { } word)
                words[i] = word;
            else
                return false;
        payload = new(words[0], words[1], words[2], words[3], words[4], Vietnam.Instant(exported), appointment);
        return true;
    }

    private static string Escape(string field) =>
        field.Replace("%", "%25").Replace("|", "%7C").Replace("\n", "%0A").Replace("\r", "%0D");

    private static string? Unescape(string field)
    {
        var plain = new StringBuilder(field.Length);
        for (var i = 0; i < field.Length; i++)
        {
            if (field[i] != '%')
            {
                plain.Append(field[i]);
                continue;
            }
            if (i + 2 >= field.Length)
                return null;
            char? sign = field.AsSpan(i + 1, 2) switch { "25" => '%', "7C" => '|', "0A" => '\n', "0D" => '\r', _ => null };
            if (sign is null)
                return null;
            plain.Append(sign);
            i += 2;
        }
        return plain.ToString();
    }
}
