namespace MotCua.Web.Verbs;

/// <summary>Not in this version yet.</summary>
public sealed class VerifyVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "verify";

    /// <inheritdoc/>
    public string Usage => "verify";

    /// <inheritdoc/>
    public string Does => "kiểm tra sổ sự kiện, tệp và hàng đợi gửi đi có khớp nhau không";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [];

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop) =>
        Task.FromResult(line.Refuse("Lệnh verify chưa có trong bản này."));
}
