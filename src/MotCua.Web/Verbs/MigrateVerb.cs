namespace MotCua.Web.Verbs;

/// <summary>Not in this version yet.</summary>
public sealed class MigrateVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "migrate";

    /// <inheritdoc/>
    public string Usage => "migrate";

    /// <inheritdoc/>
    public string Does => "đưa cơ sở dữ liệu lên lược đồ hiện tại";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [];

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop) =>
        Task.FromResult(line.Refuse("Lệnh migrate chưa có trong bản này."));
}
