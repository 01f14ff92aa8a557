namespace MotCua.App.Papers;

/// <summary>Whether it holds a script or starts a program (ISO 19005-1, 6.6.1).</summary>
public sealed class ActiveContentCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules) => look.Active
        ? FileChecks.No("file.active",
            $"Tệp “{name}” có chứa lệnh tự chạy (JavaScript hoặc mở chương trình) nên không nhận. Hãy in lại thành PDF rồi đính kèm lại.")
        : null;
}
