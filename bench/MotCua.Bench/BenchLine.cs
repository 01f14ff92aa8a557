namespace MotCua.Bench;

/// <summary>What was typed after "bench".</summary>
/// <param name="Name">Which measurement.</param>
/// <param name="Json">One JSON document on standard output.</param>
/// <param name="Db">A PostgreSQL whose server may be used; null = one of its own.</param>
/// <param name="Rounds">How many alternating rounds.</param>
/// <param name="Seconds">How long a round of a repeated operation lasts.</param>
internal sealed record BenchLine(string Name, bool Json, string? Db, int Rounds, double Seconds)
{
    /// <summary>The largest number of dossiers that lists are measured on; null = all sizes.</summary>
    public int? Size { get; init; }

    /// <summary>The numbers of clients that writes are measured at.</summary>
    public int[] Clients { get; init; } = [1, 8, 32];

    /// <summary>How many writes a second the pool of dossiers is made for.</summary>
    public int PerSecond { get; init; } = 600;

    /// <summary>For how many seconds the product works before transitions are measured.</summary>
    public int Warm { get; init; } = 15;

    /// <summary>How many officers are simulated, where that was said.</summary>
    public int? Officers { get; init; }

    /// <summary>How many seconds, where that was said.</summary>
    public double? SecondsTyped { get; init; }

    /// <summary>How often something is broken; null = as often as the measurement does by itself.</summary>
    public int? Times { get; init; }

    /// <summary>A folder in which words that were read from pictures are kept and looked for; null = none.</summary>
    public string? Keep { get; init; }

    /// <summary>Reads the words.</summary>
    /// <returns>The line; or one sentence on wrong use.</returns>
    public static (BenchLine? Line, string? Wrong) Read(IReadOnlyList<string> words, IReadOnlyCollection<string> names)
    {
        var (line, at) = (new BenchLine("", false, Environment.GetEnvironmentVariable("MOTCUA_DB"), 5, 10), 0);
        while (at < words.Count)
        {
            var (word, value) = Split(words[at++]);
            switch (word)
            {
                case "bench" when line.Name.Length == 0:
                    break;
                case "--json":
                    line = line with { Json = true };
                    break;
                case "--db" or "--data" or "--rounds" or "--seconds" or "--size" or "--clients" or "--per-second" or "--times" or "--keep" or "--warm":
                    if ((value ??= at < words.Count ? words[at++] : null) is null)
                        return (null, $"Tùy chọn {word} cần một giá trị đứng sau.");
                    if (With(line, word, value!) is not { } with)
                        return (null, $"Giá trị “{value}” của {word} chưa đúng; hãy viết một số lớn hơn 0.");
                    line = with;
                    break;
                default:
                    if (word.StartsWith('-') || line.Name.Length > 0 || !names.Contains(word))
                        return (null, $"Không có phép đo “{word}”; hãy chọn một trong: {string.Join(", ", names)}.");
                    line = line with { Name = word };
                    break;
            }
        }
        return line.Name.Length == 0 ? (null, $"Thiếu tên phép đo; hãy chọn một trong: {string.Join(", ", names)}.") : (line, null);
    }

    private static (string Word, string? Value) Split(string word) =>
        word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf('=') is > 0 and var i ? (word[..i], word[(i + 1)..]) : (word, null);

    private static BenchLine? With(BenchLine line, string option, string value) => option switch
    {
        "--db" => line with { Db = value },
        "--data" => line,
        "--keep" => line with { Keep = value },
        "--clients" => int.TryParse(value, out var n) && n > 0 ? line with { Clients = [n], Officers = n } : null,
        "--warm" => int.TryParse(value, out var n) && n > 0 ? line with { Warm = n } : null,
        "--size" => int.TryParse(value, out var n) && n > 0 ? line with { Size = n } : null,
        "--per-second" => int.TryParse(value, out var n) && n > 0 ? line with { PerSecond = n } : null,
        "--times" => int.TryParse(value, out var n) && n > 0 ? line with { Times = n } : null,
        "--rounds" => int.TryParse(value, out var n) && n > 0 ? line with { Rounds = n } : null,
        _ => double.TryParse(value, out var s) && s > 0 ? line with { Seconds = s, SecondsTyped = s } : null,
    };
}
