using Microsoft.Extensions.Logging;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Papers;

/// <summary>Takes files in: looks into each, keeps the good ones, and says in one sentence what is wrong with another.</summary>
/// <param name="looks">Looks inside; null = only the frame is checked.</param>
/// <param name="viruses">Looks for viruses; null = nobody does.</param>
public sealed class FileIntake(IFileStore store, ILogger<FileIntake>? log = null, IPaperLook? looks = null, IVirusScan? viruses = null)
{
    private const int LongestName = 120;
    private const string Unnamed = "giay-to";

    private static readonly HashSet<string> Devices =
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    private static readonly string[] KnownEndings = [.. Enum.GetValues<FileKind>().SelectMany(FileKinds.Endings)];

    /// <summary>Checks a file and stores its bytes. The row that names it is the caller's.</summary>
    /// <param name="content">Seekable, as uploads are.</param>
    /// <param name="name">Name as sent; only its last part is kept.</param>
    /// <param name="already">Bytes that the same dossier holds already.</param>
    /// <returns>The stored file, or why it was not taken.</returns>
    public async Task<(StoredFile? File, Refusal? No)> Take(
        Stream content, string? name, FileRules rules, long already = 0, CancellationToken cancel = default)
    {
        var clean = CleanName(name);
        if (Judge(content, clean, rules, already, out var kind) is { } no)
            return (null, no);
        var (unscanned, infected) = await Viruses(content, clean, rules, cancel);
        if (infected is not null)
            return (null, infected);
        var look = looks is null ? null : await looks.Look(content, kind, cancel);
        var found = look is null ? [] : FileChecks.Of(look, clean, rules.Sharpness);
        if (found.FirstOrDefault(f => f.Refuses) is { } refuses)
            return (null, refuses.No);
        content.Position = 0;
        try
        {
            var (digest, size) = await store.Put(content, cancel);
            var warnings = found.Select(f => f.No.Sentence).Prepend(unscanned).OfType<string>().ToList();
            return (new StoredFile(digest, Ended(clean, kind), FileKinds.MediaType(kind), size)
            {
                Pages = look is { TooLarge: false } ? look.Pages : null, Warning = warnings.Count == 0 ? null : string.Join(' ', warnings),
            }, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log?.LogError(e, "A file could not be stored");
            return (null, NotStored(clean, e));
        }
    }

    /// <summary>What is to be said where nobody could look, and why a file is not taken.</summary>
    private async Task<(string? Unscanned, Refusal? No)> Viruses(Stream content, string name, FileRules rules, CancellationToken cancel)
    {
        if (viruses is not { IsConfigured: true })
            return (null, null);
        var (verdict, virus) = await viruses.Scan(content, cancel);
        if (verdict == VirusVerdict.Infected)
        {
            log?.LogWarning("A file with a virus was refused: {Virus}", virus);
            return (null, No("file.virus",
                $"Tệp “{name}” có mã độc ({virus}) nên không nhận. Hãy quét vi-rút máy đã tạo tệp, lập lại tệp rồi đính kèm lại."));
        }
        if (verdict == VirusVerdict.Clean)
            return (null, null);
        log?.LogError("The program that looks for viruses does not answer; files are {Taken}", rules.TakesUnscanned ? "taken" : "refused");
        return rules.TakesUnscanned
            ? ($"Tệp “{name}” chưa được quét vi-rút vì chương trình quét đang không trả lời. Hãy ghi lý do nếu vẫn nhận.", null)
            : (null, No("file.unscanned",
                $"Chương trình quét vi-rút đang không trả lời nên tệp “{name}” chưa được nhận. Hãy báo người quản trị rồi đính kèm lại."));
    }

    /// <summary>The last part of a path as a file name that every system takes: NFC, no control characters, not too long.</summary>
    public static string CleanName(string? name)
    {
        var last = (VietnameseText.Clean(name) ?? "").Split('/', '\\')[^1];
        var kept = string.Concat(last.Where(c => c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*'))).Trim(' ', '.');
        var ending = Path.GetExtension(kept);
        if (kept.Length > LongestName)
            kept = ending.Length < 10 ? kept[..(LongestName - ending.Length)].TrimEnd() + ending : kept[..LongestName];
        // Windows opens a device where a file has such a name.
        return kept.Length == 0 ? Unnamed : Devices.Contains(kept.Split('.')[0].Trim().ToUpperInvariant()) ? $"{Unnamed}-{kept}" : kept;
    }

    private static Refusal? Judge(Stream content, string name, FileRules rules, long already, out FileKind kind)
    {
        kind = default;
        if (content.Length == 0)
            return No("file.empty", $"Tệp “{name}” trống. Hãy quét hoặc chọn lại tệp rồi đính kèm lại.");
        if (content.Length > rules.MaxBytes)
            return No("file.large",
                $"Tệp “{name}” nặng {FileRules.Size(content.Length)}, quá mức {FileRules.Size(rules.MaxBytes)} mỗi tệp. "
                + "Hãy quét nhẹ hơn hoặc tách thành nhiều tệp.");
        if (FileKinds.Of(content) is not { } found || !rules.Kinds.Contains(found))
        {
            var what = FileKinds.Stranger(content) is { } stranger ? $"có vẻ là {stranger}, " : "";
            return No("file.kind", $"Tệp “{name}” {what}không phải {rules.KindWords}. Hãy lưu giấy tờ thành một loại đó rồi đính kèm lại.");
        }
        kind = found;
        if (already + content.Length > rules.TotalMaxBytes)
            return No("file.total",
                $"Thêm tệp “{name}” thì cả hồ sơ quá {FileRules.Size(rules.TotalMaxBytes)}. Hãy bỏ bớt tệp hoặc quét nhẹ hơn rồi đính kèm lại.");
        return FileKinds.Fault(kind, content) switch
        {
            FileFault.Torn => No("file.torn", $"Tệp “{name}” bị thiếu phần cuối nên sẽ không mở được. Hãy quét hoặc tải lại tệp rồi đính kèm lại."),
            FileFault.Damaged => No("file.damaged", $"Tệp “{name}” bị hỏng bên trong nên không đọc được. Hãy quét hoặc lưu lại tệp rồi đính kèm lại."),
            FileFault.Locked => No("file.locked", $"Tệp “{name}” có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu, in lại thành PDF rồi đính kèm lại."),
            _ => null,
        };
    }

    private static Refusal NotStored(string name, Exception why) => DiskFull.Is(why)
        ? No("file.no-room", $"Kho tệp của hệ thống đã hết chỗ nên tệp “{name}” chưa được lưu; những gì đã nhập vẫn còn. "
            + "Hãy báo người quản trị giải phóng ổ đĩa rồi đính kèm lại tệp này.")
        : No("file.store", $"Hệ thống chưa ghi được vào kho tệp nên tệp “{name}” chưa được lưu; những gì đã nhập vẫn còn. "
            + "Hãy báo người quản trị kiểm tra kho tệp rồi đính kèm lại tệp này.");

    /// <summary>The name with the ending of its kind: a PNG sent as "a.pdf" is kept as "a.png".</summary>
    private static string Ended(string name, FileKind kind)
    {
        var ending = Path.GetExtension(name).ToLowerInvariant();
        if (FileKinds.Endings(kind).Contains(ending))
            return name;
        return (KnownEndings.Contains(ending) ? name[..^ending.Length] : name) + FileKinds.Endings(kind)[0];
    }

    private static Refusal No(string code, string sentence) => new(code, sentence);
}
