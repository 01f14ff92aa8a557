using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.App.Work;

/// <summary>What stands in a cell of an exported table.</summary>
/// <param name="Text">Words; null where <paramref name="At"/> is given.</param>
/// <param name="At">A moment, shown in Vietnam time.</param>
public readonly record struct SheetCell(string? Text, DateTimeOffset? At = null)
{
    /// <summary>Words.</summary>
    public static implicit operator SheetCell(string? text) => new(text);

    /// <summary>A moment.</summary>
    public static implicit operator SheetCell(DateTimeOffset? at) => new(null, at);

    /// <summary>"22/11/2026 09:10" for a moment.</summary>
    public string Written => At is { } at ? Vietnam.Local(at).ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture) : Text ?? "";
}

/// <summary>A table written row by row.</summary>
public interface ISheetWriter : IAsyncDisposable
{
    /// <summary>Writes a row.</summary>
    Task Row(IReadOnlyList<SheetCell> cells, CancellationToken cancel = default);
}
