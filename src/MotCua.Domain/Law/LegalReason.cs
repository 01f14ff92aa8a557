using System.Text.RegularExpressions;

namespace MotCua.Domain.Law;

/// <summary>Whose move a reason of a dated list makes it: who must act for a pause to end, or at whose decision a dossier stops.</summary>
[Term("bên có trách nhiệm")]
public enum Responsible
{
    /// <summary>The applicant.</summary>
    [Term("người nộp hồ sơ")] Applicant,
    /// <summary>Another agency or organisation, whose answer is awaited.</summary>
    [Term("cơ quan, tổ chức khác")] OutsideAgency,
    /// <summary>The agency that resolves.</summary>
    [Term("cơ quan giải quyết")] Officer,
    /// <summary>The one-stop unit.</summary>
    [Term("Bộ phận Một cửa")] OneStop,
}

/// <summary>A reason of a dated list as an act asks for it.</summary>
/// <param name="Code">Code in the list.</param>
/// <param name="Text">The words shown and printed.</param>
/// <param name="Basis">The text it rests on.</param>
/// <param name="By">Whose move it is.</param>
/// <param name="NamesLaw">The reason holds only with an article of special law, which the officer names.</param>
[NoTerm("an entry of a dated list; its words are the law's")]
public sealed record LegalReason(string Code, string Text, string Basis, Responsible By, bool NamesLaw)
{
    /// <summary>A reason of which only the code matters.</summary>
    public static LegalReason Plain(string code) => new(code, code, "", Responsible.Applicant, false);
}

/// <summary>Tells a citation of a legal text from other words: what stands in an event may hold no free text.</summary>
[NoTerm("a check of what is typed")]
public static partial class Citation
{
    /// <summary>The longest citation, in characters.</summary>
    public const int Longest = 160;

    /// <summary>The citation on one line; null where it names no text and number ("Luật Đất đai 2024 Đ.10", "NĐ 101/2024/NĐ-CP Đ.22").</summary>
    public static string? Read(string? typed)
    {
        var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= Longest && Named().IsMatch(line) ? line : null;
    }

    [GeneratedRegex(
        @"^(Bộ luật|Luật|Pháp lệnh|Nghị quyết|NQ|Nghị định|NĐ|Thông tư|TT|Quyết định|QĐ|Công văn|CV|Thông báo|TB|Kết luận|KL)\b.*\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
