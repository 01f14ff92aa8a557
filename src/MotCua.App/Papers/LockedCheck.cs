namespace MotCua.App.Papers;

/// <summary>Whether it is encrypted (ISO 19005-1, 6.1.3).</summary>
public sealed class LockedCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules) => look.Fault == LookFault.Locked
        ? FileChecks.No("file.locked", $"Tệp “{name}” có mật khẩu hoặc bị khóa. Hãy bỏ mật khẩu, in lại thành PDF rồi đính kèm lại.")
        : null;
}
