namespace MotCua.Web.Verbs;

/// <summary>Not in this version yet.</summary>
public sealed class SeedVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "seed";

    /// <inheritdoc/>
    public string Usage => "seed [--demo N] [--from DAY]";

    /// <inheritdoc/>
    public string Does => "nạp dữ liệu ban đầu; với --demo N thêm N hồ sơ hư cấu";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("demo", "N"), new("from", "DAY")];

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop) =>
        Task.FromResult(line.Refuse("Lệnh seed chưa có trong bản này."));
}
