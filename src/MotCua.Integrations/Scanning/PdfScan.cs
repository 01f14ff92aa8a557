using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MotCua.Integrations.Scanning;

/// <summary>What was found in the raw bytes of a PDF.</summary>
/// <param name="Bomb">A stream unpacks into too much, a picture says that it is larger than any page, or things lie too deep in one another.</param>
/// <param name="Active">It holds a script, or starts a program.</param>
internal sealed record PdfScanned(bool Bomb, bool Active);

/// <summary>Reads a PDF byte by byte before any parser meets it: unpacks every stream without holding it, and looks for what runs by itself.</summary>
internal static partial class PdfScan
{
    /// <summary>Pixels that a picture may say it has: A3 at 600 dpi has 70 million.</summary>
    public const long MostPixels = 100_000_000;

    private const long MostInOne = 192L * 1024 * 1024, MostInAll = 2L * 1024 * 1024 * 1024;
    private const int MostObjects = 16 * 1024 * 1024, LongestDictionary = 65536, Deepest = 100;
    private static readonly string[] Running = ["JavaScript", "Launch", "RichMedia"];

    /// <summary>Scans a file.</summary>
    public static PdfScanned Of(byte[] file, CancellationToken cancel)
    {
        var (at, all, active) = (0, 0L, false);
        while (Next(file, at) is { } stream)
        {
            cancel.ThrowIfCancellationRequested();
            var outside = file.AsSpan(at..stream.Start);
            if (Deep(outside))
                return new PdfScanned(true, active);
            active |= Runs(outside);
            var dictionary = Dictionary(file, stream.Keyword);
            var objects = dictionary.Contains("/ObjStm", StringComparison.Ordinal);
            if (Lies(dictionary) || Unpacked(file, stream, Filters(dictionary), objects, cancel) is not { } unpacked)
                return new PdfScanned(true, active);
            all += unpacked.Size;
            if (all > MostInAll || (objects && Deep(unpacked.Head)))
                return new PdfScanned(true, active);
            active |= objects && Runs(unpacked.Head);
            at = stream.End;
        }
        return new PdfScanned(Deep(file.AsSpan(at)), active || Runs(file.AsSpan(at)));
    }

    /// <summary>The filters that a dictionary names, in order.</summary>
    public static IReadOnlyList<string> Filters(string dictionary) =>
        FilterNames().Match(dictionary) is { Success: true } found
            ? [.. Names().Matches(found.Groups[1].Value).Select(m => Unescaped(m.Groups[1].Value))]
            : [];

    private static (int Keyword, int Start, int End)? Next(byte[] file, int from)
    {
        for (var at = from; file.AsSpan(at).IndexOf("stream"u8) is >= 0 and var found;)
        {
            var keyword = at + found;
            at = keyword + 6;
            if (keyword >= 3 && file.AsSpan(0, keyword).EndsWith("end"u8))
                continue;
            var start = at;
            if (start < file.Length && file[start] == '\r')
                start++;
            if (start < file.Length && file[start] == '\n')
                start++;
            var end = file.AsSpan(start).IndexOf("endstream"u8);
            return (keyword, start, end < 0 ? file.Length : start + end);
        }
        return null;
    }

    private static string Dictionary(byte[] file, int keyword)
    {
        var from = Math.Max(0, keyword - LongestDictionary);
        var before = file.AsSpan(from, keyword - from);
        var begin = before.LastIndexOf(" obj"u8);
        return Unescaped(Encoding.Latin1.GetString(before[Math.Max(0, begin)..]));
    }

    // Width and height may be any numbers; what is decoded later is that many pixels.
    private static bool Lies(string dictionary)
    {
        var (wide, high) = (1L, 1L);
        foreach (Match side in Sides().Matches(dictionary))
            if (!long.TryParse(side.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length > int.MaxValue)
                return true;
            else if (side.Groups[1].Value is "Width" or "W" or "Columns")
                wide = Math.Max(wide, length);
            else
                high = Math.Max(high, length);
        return wide * high > MostPixels;
    }

    private static (long Size, byte[] Head)? Unpacked(
        byte[] file, (int Keyword, int Start, int End) stream, IReadOnlyList<string> filters, bool keep, CancellationToken cancel)
    {
        var packed = new MemoryStream(file, stream.Start, stream.End - stream.Start, writable: false);
        if (PdfFilters.Chain(packed, filters) is not { } open)
            return null;
        var (size, part, head) = (0L, new byte[65536], new MemoryStream());
        try
        {
            for (int read; (read = open.Read(part)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                size += read;
                if (size > MostInOne)
                    return null;
                if (keep && head.Length < MostObjects)
                    head.Write(part, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            // A parser stops here, too.
        }
        return (size, head.ToArray());
    }

    private static bool Runs(ReadOnlySpan<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(at + 1)..];
            var end = bytes.IndexOfAny(" \r\n\t\f/<>[]()%"u8);
            var name = end < 0 ? bytes : bytes[..end];
            if (name.Length is >= 6 and < 60 && Running.Contains(Unescaped(Encoding.Latin1.GetString(name))))
                return true;
        }
        return false;
    }

    // A parser that follows brackets into one another runs out of stack.
    private static bool Deep(ReadOnlySpan<byte> bytes)
    {
        var depth = 0;
        for (int at; (at = bytes.IndexOfAny("[]<>"u8)) >= 0; bytes = bytes[(at + 1)..])
        {
            var pair = at + 1 < bytes.Length && bytes[at + 1] == bytes[at];
            if (bytes[at] == '[' || (bytes[at] == '<' && pair))
                depth++;
            else if (bytes[at] == ']' || (bytes[at] == '>' && pair))
                depth = Math.Max(0, depth - 1);
            if (depth > Deepest)
                return true;
            if (pair && bytes[at] is (byte)'<' or (byte)'>')
                at++;
        }
        return false;
    }

    private static string Unescaped(string name) =>
        name.Contains('#') ? Escapes().Replace(name, m => ((char)Convert.ToInt32(m.Groups[1].Value, 16)).ToString()) : name;

    [GeneratedRegex(@"/(?:Filter|F)\s*(\[[^\]]*\]|/[^\s/<>\[\]()]+)", RegexOptions.CultureInvariant)]
    private static partial Regex FilterNames();

    [GeneratedRegex(@"/([^\s/<>\[\]()]+)", RegexOptions.CultureInvariant)]
    private static partial Regex Names();

    [GeneratedRegex(@"/(Width|Height|W|H|Columns|Rows)\s+(\d{1,18})", RegexOptions.CultureInvariant)]
    private static partial Regex Sides();

    [GeneratedRegex("#([0-9A-Fa-f]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escapes();
}
