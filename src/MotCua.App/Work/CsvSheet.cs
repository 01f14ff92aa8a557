using System.Text;

namespace MotCua.App.Work;

/// <summary>A table as spreadsheets in Vietnam open it: UTF-8 with its mark, semicolons, since the comma stands in numbers. A cell that a
/// spreadsheet would take for a formula gets an apostrophe.</summary>
public sealed class CsvSheet(Stream to) : ISheetWriter
{
    private readonly StreamWriter writer = new(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };

    /// <inheritdoc/>
    public Task Row(IReadOnlyList<SheetCell> cells, CancellationToken cancel = default) =>
        writer.WriteLineAsync(string.Join(';', cells.Select(c => Quoted(Harmless(c.Written)))).AsMemory(), cancel);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => writer.DisposeAsync();

    private static string Harmless(string text) => text.Length > 0 && text[0] is ('=' or '+' or '-' or '@' or '\t' or '\r') ? "'" + text : text;

    private static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(";\"\r\n,") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
