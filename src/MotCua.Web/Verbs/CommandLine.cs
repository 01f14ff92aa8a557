namespace MotCua.Web.Verbs;

/// <summary>What was typed: a verb with its options and arguments, or what is wrong with it.</summary>
/// <param name="Verb">The verb; null when none was recognized.</param>
/// <param name="Arguments">Everything that is no option.</param>
/// <param name="Options">Option → its values; a switch has one empty value.</param>
/// <param name="Wrong">One Vietnamese sentence on wrong use; null when the line is right.</param>
public sealed record CommandLine(
    IVerb? Verb,
    IReadOnlyList<string> Arguments,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Options,
    string? Wrong)
{
    /// <summary>Reads a line. Options stand before or after the verb and its arguments; "--" ends them; no word at all means "serve".</summary>
    public static CommandLine Read(IReadOnlyList<string> words, IReadOnlyList<IVerb> verbs)
    {
        var (at, verb) = FindVerb(words, verbs);
        if (verb is null)
            return Refuse(null, at < 0
                ? "Thiếu tên lệnh sau “--”; gõ help để xem các lệnh."
                : $"Không có lệnh “{words[at]}”; gần nhất là “{Nearest(words[at], verbs.Select(v => v.Name))}”, gõ help để xem các lệnh.");
        return new Scan(verb).Read(words, at);
    }

    // The verb is the first word that is neither an option nor the value of one. An option that takes a value
    // with one verb and none with another ("--demo") leaves its next word to whoever knows it as a verb.
    private static (int At, IVerb? Verb) FindVerb(IReadOnlyList<string> words, IReadOnlyList<IVerb> verbs)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] == "--")
                break;
            if (IsOption(words[i]))
            {
                if (TakesNext(words, i, verbs))
                    i++;
                continue;
            }
            return (i, Match(words, i, verbs));
        }
        return (-1, verbs.First(v => v.Name == ServeVerb.Word));
    }

    private static IVerb? Match(IReadOnlyList<string> words, int at, IReadOnlyList<IVerb> verbs) =>
        verbs.Where(v => v.Name.Split(' ') is var name && name.Length <= words.Count - at && name.SequenceEqual(words.Skip(at).Take(name.Length)))
            .MaxBy(v => v.Name.Length);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static bool TakesNext(IReadOnlyList<string> words, int at, IReadOnlyList<IVerb> verbs)
    {
        var known = Known(words[at], verbs).ToList();
        var unsure = known.Any(o => o.Value is null);
        return known.Any(o => o.Value is not null)
            && !(unsure && at + 1 < words.Count && (IsOption(words[at + 1]) || Match(words, at + 1, verbs) is not null));
    }

    private static IEnumerable<VerbOption> Known(string word, IReadOnlyList<IVerb> verbs) =>
        verbs.SelectMany(v => v.Options).Concat(VerbOption.Common).Where(o => "--" + o.Name == word);

    private static CommandLine Refuse(IVerb? verb, string wrong) => new(verb, [], new Dictionary<string, IReadOnlyList<string>>(), wrong);

    private static string Nearest(string typed, IEnumerable<string> known) => Configuration.Nearest.Of(typed, known);

    private sealed class Scan(IVerb verb)
    {
        private readonly List<string> _arguments = [];
        private readonly Dictionary<string, List<string>> _options = [];
        private readonly IReadOnlyList<VerbOption> _known = [.. verb.Options, .. VerbOption.Common];

        public CommandLine Read(IReadOnlyList<string> words, int at)
        {
            var length = at < 0 ? 0 : verb.Name.Split(' ').Length;
            for (var i = 0; i < words.Count; i++)
            {
                if (at >= 0 && i >= at && i < at + length)
                    continue;
                if (words[i] == "--")
                {
                    _arguments.AddRange(words.Skip(i + 1));
                    break;
                }
                if (!IsOption(words[i]))
                    _arguments.Add(words[i]);
                else if (TakeOption(words, ref i) is { } wrong)
                    return Refuse(verb, wrong);
            }
            return Counted();
        }

        private string? TakeOption(IReadOnlyList<string> words, ref int i)
        {
            var parts = words[i].TrimStart('-').Split('=', 2);
            var word = words[i] == "-h" ? "help" : words[i].StartsWith("--", StringComparison.Ordinal) ? parts[0] : "";
            if (_known.FirstOrDefault(o => o.Name == word) is not { } option)
                return $"Lệnh {verb.Name} không có tùy chọn “{words[i].Split('=')[0]}”; gần nhất là “--{Nearest(parts[0], _known.Select(o => o.Name))}”.";
            if (option.Value is null && parts.Length > 1)
                return $"Tùy chọn --{option.Name} không nhận giá trị; hãy bỏ phần sau dấu “=”.";
            if (option.Value is not null && parts.Length == 1 && i + 1 >= words.Count)
                return $"Tùy chọn --{option.Name} cần một giá trị {option.Value} đứng sau.";
            if (_options.ContainsKey(option.Name) && !option.Many && option.Value is not null)
                return $"Tùy chọn --{option.Name} chỉ được ghi một lần.";
            var value = option.Value is null ? "" : parts.Length > 1 ? parts[1] : words[++i];
            (_options.TryGetValue(option.Name, out var values) ? values : _options[option.Name] = []).Add(value);
            return null;
        }

        private CommandLine Counted()
        {
            var wrong = _options.ContainsKey("help") ? null
                : _arguments.Count < verb.Least ? $"Lệnh {verb.Name} cần ít nhất {verb.Least} đối số; hãy viết: {verb.Usage}."
                : _arguments.Count > verb.Most ? $"Lệnh {verb.Name} không nhận đối số “{_arguments[verb.Most]}”; hãy viết: {verb.Usage}."
                : null;
            return new(verb, _arguments, _options.ToDictionary(o => o.Key, o => (IReadOnlyList<string>)o.Value), wrong);
        }
    }
}
