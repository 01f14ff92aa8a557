namespace MotCua.App.Papers;

/// <summary>Whether anything stands on it: a sheet laid upside down on the scanner gives a white page.</summary>
public sealed class BlankCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules) =>
        look.Seen.Count > 0 && look.Seen.Count == look.Pages && look.Seen.All(p => p.Blank == true)
            ? FileChecks.Warn("file.blank", $"Tệp “{name}” là trang trắng, có thể giấy bị đặt ngược. Hãy quét lại, hoặc ghi lý do nếu vẫn nhận.")
            : null;
}
