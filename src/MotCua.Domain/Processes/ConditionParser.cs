using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.Domain.Processes;

/// <summary>A condition that was read, or where and why it could not be.</summary>
/// <param name="Condition">Null where the text is none.</param>
/// <param name="At">Place of the fault, counted in characters from 1; 0 where there is none.</param>
/// <param name="Fault">One Vietnamese clause; empty where there is none.</param>
[NoTerm("the reading of a condition")]
public sealed record ConditionReading(FlowCondition? Condition, int At, string Fault);

/// <summary>Reads conditions: comparisons of data with values, "in [ … ]", joined by and, or, not and brackets.
/// Data is named by its group and its field: dossier.channel, form.area, step.outcome.</summary>
[NoTerm("reads the language of conditions")]
public sealed class ConditionParser
{
    /// <summary>Groups of data that a condition may ask.</summary>
    public static readonly IReadOnlyList<string> Groups = ["dossier", "form", "step"];

    private const int MostCharacters = 2000;
    private const int MostDepth = 40;

    private static readonly string[] Signs = ["<=", ">=", "!=", "==", "=", "<", ">", "(", ")", "[", "]", ",", "."];

    private readonly List<(string Text, char Kind, int At)> _tokens = [];
    private int _at;
    private int _depth;

    private ConditionParser() { }

    private sealed class FaultException(int at, string fault) : Exception(fault)
    {
        public int At { get; } = at;
    }

    /// <summary>Reads a text.</summary>
    public static ConditionReading Read(string text)
    {
        var parser = new ConditionParser();
        try
        {
            parser.Cut(text);
            var condition = parser.Or();
            return parser.Now.Kind == 'e' ? new ConditionReading(condition, 0, "")
                : new ConditionReading(null, parser.Now.At, $"thừa “{parser.Now.Text}”");
        }
        catch (FaultException e)
        {
            return new ConditionReading(null, e.At, e.Message);
        }
    }

    private (string Text, char Kind, int At) Now => _tokens[_at];

    // Kinds: w word, s sign, t text, n number, d day, e end.
    private void Cut(string text)
    {
        if (text.Length > MostCharacters)
            throw new FaultException(MostCharacters + 1, $"dài hơn {MostCharacters} ký tự");
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
                i++;
            else if (text[i] is '"' or '\'')
                i = Quoted(text, i);
            else if (char.IsAsciiDigit(text[i]) || text[i] == '-')
                i = Number(text, i);
            else if (char.IsAsciiLetter(text[i]) || text[i] == '_')
                i = Word(text, i);
            else if (Signs.FirstOrDefault(s => string.CompareOrdinal(text, i, s, 0, s.Length) == 0) is { } sign)
            {
                _tokens.Add((sign, 's', i + 1));
                i += sign.Length;
            }
            else
                throw new FaultException(i + 1, $"không dùng được ký tự “{text[i]}”");
        }
        _tokens.Add(("hết điều kiện", 'e', text.Length + 1));
    }

    private int Quoted(string text, int from)
    {
        var end = text.IndexOf(text[from], from + 1);
        if (end < 0)
            throw new FaultException(from + 1, "thiếu dấu đóng của chuỗi");
        _tokens.Add((text[(from + 1)..end], 't', from + 1));
        return end + 1;
    }

    private int Number(string text, int from)
    {
        var end = from + 1;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] is '.' or '-'))
            end++;
        var word = text[from..end];
        var day = DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
        if (!day && !decimal.TryParse(word, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            throw new FaultException(from + 1, $"“{word}” không phải số (12.5) hay ngày (2026-03-31)");
        _tokens.Add((word, day ? 'd' : 'n', from + 1));
        return end;
    }

    private int Word(string text, int from)
    {
        var end = from;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '-'))
            end++;
        _tokens.Add((text[from..end], 'w', from + 1));
        return end;
    }

    private FlowCondition Or()
    {
        var left = And();
        while (TakesWord("or"))
            left = new FlowCondition.Or(left, And());
        return left;
    }

    private FlowCondition And()
    {
        var left = Single();
        while (TakesWord("and"))
            left = new FlowCondition.And(left, Single());
        return left;
    }

    private FlowCondition Single()
    {
        if (++_depth > MostDepth)
            throw new FaultException(Now.At, "lồng nhau quá sâu");
        try
        {
            if (TakesWord("not"))
                return new FlowCondition.Not(Single());
            if (!Takes("("))
                return Compared();
            var inner = Or();
            return Takes(")") ? inner : throw new FaultException(Now.At, $"cần dấu “)”, gặp “{Now.Text}”");
        }
        finally
        {
            _depth--;
        }
    }

    private FlowCondition Compared()
    {
        var data = Data();
        if (TakesWord("in"))
            return new FlowCondition.In(data, Values());
        if (TakesWord("not"))
            return TakesWord("in") ? new FlowCondition.Not(new FlowCondition.In(data, Values())) : throw new FaultException(Now.At, "sau “not” cần “in”");
        ConditionSign? how = Now.Kind != 's' ? null : Now.Text switch
        {
            "=" or "==" => ConditionSign.Equal,
            "!=" => ConditionSign.Unequal,
            "<" => ConditionSign.Less,
            "<=" => ConditionSign.AtMost,
            ">" => ConditionSign.More,
            ">=" => ConditionSign.AtLeast,
            _ => null,
        };
        if (how is not { } comparison)
            throw new FaultException(Now.At, $"cần phép so sánh (=, !=, <, <=, >, >=, in), gặp “{Now.Text}”");
        _at++;
        return new FlowCondition.Compares(data, comparison, Value());
    }

    private string Data()
    {
        var (group, kind, at) = Now;
        if (kind != 'w' || !Groups.Contains(group))
            throw new FaultException(at, $"cần tên dữ liệu bắt đầu bằng {string.Join(", ", Groups.Select(g => g + "."))}; gặp “{group}”");
        _at++;
        var name = group;
        while (Takes("."))
        {
            if (Now.Kind != 'w')
                throw new FaultException(Now.At, $"cần tên trường sau dấu chấm, gặp “{Now.Text}”");
            name += "." + Now.Text;
            _at++;
        }
        return name == group ? throw new FaultException(Now.At, $"cần tên trường sau “{group}”, như {group}.ten") : name;
    }

    private List<DataValue> Values()
    {
        if (!Takes("["))
            throw new FaultException(Now.At, $"cần danh sách “[ … ]” sau “in”, gặp “{Now.Text}”");
        var values = new List<DataValue> { Value() };
        while (Takes(","))
            values.Add(Value());
        return Takes("]") ? values : throw new FaultException(Now.At, $"cần dấu “,” hoặc “]”, gặp “{Now.Text}”");
    }

    private DataValue Value()
    {
        var (text, kind, at) = Now;
        _at++;
        return kind switch
        {
            't' => new DataValue(Text: text),
            'n' => new DataValue(Number: decimal.Parse(text, CultureInfo.InvariantCulture)),
            'd' => new DataValue(Day: DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
            'w' when text is "true" or "false" => new DataValue(Truth: text == "true"),
            _ => throw new FaultException(at, $"cần một giá trị (chuỗi trong ngoặc kép, số, ngày, true, false), gặp “{text}”"),
        };
    }

    private bool Takes(string sign) => TakesToken(sign, 's');

    private bool TakesWord(string word) => TakesToken(word, 'w');

    private bool TakesToken(string text, char kind)
    {
        if (Now.Kind != kind || Now.Text != text)
            return false;
        _at++;
        return true;
    }
}
