namespace MotCua.App.Papers;

/// <summary>Whether the ink stands out from the paper.</summary>
public sealed class ContrastCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules)
    {
        var faint = look.Seen.Where(p => p.Blank != true && p.Contrast < rules.LeastContrast).ToList();
        return faint.Count == 0 ? null : FileChecks.Warn("file.faint",
            $"Tệp “{name}”, {FileChecks.PagesIn(faint)}, quá nhạt nên có thể khó đọc. Hãy quét lại đậm hơn, hoặc ghi lý do nếu vẫn nhận.");
    }
}
