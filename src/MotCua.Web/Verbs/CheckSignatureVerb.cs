namespace MotCua.Web.Verbs;

/// <summary>Says who signed a PDF, when, what each signature covers and what changed since. Opens no database.</summary>
public sealed class CheckSignatureVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "check-signature";

    /// <inheritdoc/>
    public string Usage => "check-signature FILE.pdf";

    /// <inheritdoc/>
    public string Does => "cho biết ai đã ký tệp PDF, lúc nào, chữ ký phủ những gì và sau đó có gì đổi; không có chữ ký hoặc có chữ ký sai thì trả mã 1";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var file = Path.GetFullPath(line.Arguments[0]);
        var (bytes, unreadable) = await Signatures.Read(file, stop);
        if (bytes is null)
        {
            line.Print(new Signatures.Document(file, []));
            return line.Refuse(unreadable!);
        }
        var report = Signatures.Check(line.Settings).Check(bytes);
        line.Print(Signatures.Of(file, report));
        Signatures.Tell(line, report);
        return report.AllValid ? 0 : line.Refuse(
            report.Refusal ?? (report.Signers.Any()
                ? $"{report.Signatures.Count(s => !s.Valid)} trong {report.Signatures.Count} chữ ký không hợp lệ: "
                    + report.Signatures.First(s => !s.Valid).Remarks.FirstOrDefault("không phủ toàn bộ tệp.")
                : $"Tệp {file} không có chữ ký số nào."));
    }
}
