using System.Text;
using System.Text.Json;

namespace MotCua.App.Catalogue.Import;

/// <summary>Tells by its content whether a file is one document or has a record in every line, and gives what is in it.</summary>
internal static class LineSplit
{
    // A document is read whole; lines are read one by one, however many there are.
    private const int LargestDocument = 256 << 20;
    private const int Buffer = 1 << 16;

    /// <summary>The records of a file with the number of their line, from 1; blank lines are none. A file that is one document is one record of line 1,
    /// however many lines it takes, also when it is broken.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<(int Line, ReadOnlyMemory<byte> Content)> Of(string file)
    {
        if (IsOneDocument(file))
        {
            yield return (1, WithoutMark(File.ReadAllBytes(file)));
            yield break;
        }
        foreach (var line in Lines(file))
            yield return line;
    }

    private static bool IsOneDocument(string file)
    {
        var first = Lines(file).Take(2).Select(l => l.Content).ToList();
        if (first.Count == 0 || IsValue(first[0]) || new FileInfo(file).Length > LargestDocument)
            return false;
        // Its first line opens something and nothing closes in it: so people and programs write what people are to read. Where the second line is
        // a record by itself, the first is a broken one.
        var opens = Encoding.UTF8.GetString(first[0].Span).Trim() is "{" or "[" or "[{" && !(first.Count > 1 && IsValue(first[1]));
        return opens || IsValue(WithoutMark(File.ReadAllBytes(file)));
    }

    private static bool IsValue(ReadOnlyMemory<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text.Span);
            return reader.Read() && reader.TrySkip() && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> text) => text.Span.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;

    private static IEnumerable<(int Line, ReadOnlyMemory<byte> Content)> Lines(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, Buffer);
        var (held, buffer, number) = (new MemoryStream(), new byte[Buffer], 1);
        for (int read; (read = stream.Read(buffer, 0, buffer.Length)) > 0;)
        {
            var start = 0;
            for (int at; (at = Array.IndexOf(buffer, (byte)'\n', start, read - start)) >= 0; start = at + 1)
            {
                held.Write(buffer, start, at - start);
                if (Take(held, number) is { } line)
                    yield return line;
                number++;
            }
            held.Write(buffer, start, read - start);
        }
        if (Take(held, number) is { } last)
            yield return last;
    }

    private static (int, ReadOnlyMemory<byte>)? Take(MemoryStream held, int number)
    {
        ReadOnlyMemory<byte> line = held.ToArray();
        held.SetLength(0);
        if (number == 1)
            line = WithoutMark(line);
        return line.Span.IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)'\r') < 0 ? null : (number, line);
    }
}
