namespace MotCua.App.Papers;

/// <summary>Whether scans have enough points to the inch (R-DIG-07).</summary>
public sealed class SharpnessCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules)
    {
        var coarse = look.Seen.Where(p => p.Dpi < rules.LeastDpi).ToList();
        return coarse.Count == 0 ? null : FileChecks.Warn("file.coarse",
            $"Tệp “{name}”, {FileChecks.PagesIn(coarse)}, chỉ có {coarse.Min(p => p.Dpi)} dpi, dưới mức {rules.LeastDpi} dpi nên có thể khó đọc. "
            + "Hãy quét lại, hoặc ghi lý do nếu vẫn nhận.");
    }
}
