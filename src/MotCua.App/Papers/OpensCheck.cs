namespace MotCua.App.Papers;

/// <summary>Whether it opens, in time, and is no bomb.</summary>
public sealed class OpensCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules) => look.Fault switch
    {
        LookFault.Unopenable => FileChecks.No("file.damaged",
            $"Tệp “{name}” bị hỏng bên trong nên không đọc được. Hãy quét hoặc lưu lại tệp rồi đính kèm lại."),
        LookFault.Bomb => FileChecks.No("file.bomb",
            $"Tệp “{name}” giãn ra lớn bất thường khi mở nên không nhận. Hãy quét hoặc in lại thành PDF rồi đính kèm lại."),
        LookFault.Slow => FileChecks.No("file.slow", $"Tệp “{name}” phức tạp bất thường, mở quá lâu nên không nhận. Hãy in lại thành PDF rồi đính kèm lại."),
        _ => null,
    };
}
