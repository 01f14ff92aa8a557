namespace MotCua.Web.Verbs;

/// <summary>Not in this version yet.</summary>
public sealed class WalkVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "walk";

    /// <inheritdoc/>
    public string Usage => "walk [--procedure CODE] [--at TIME]";

    /// <inheritdoc/>
    public string Does => "đưa một hồ sơ đi trọn đường, từ tiếp nhận đến trả kết quả";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("procedure", "CODE"), new("at", "TIME")];

    /// <inheritdoc/>
    public Task<int> Run(VerbLine line, CancellationToken stop) =>
        Task.FromResult(line.Refuse("Lệnh walk chưa có trong bản này."));
}
