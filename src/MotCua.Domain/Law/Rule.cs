using System.Globalization;

namespace MotCua.Domain.Law;

/// <summary>Whose day decides which row of a rule applies to a dossier.</summary>
[Term("thời điểm ràng buộc của quy định")]
public enum Binds
{
    /// <summary>The day of reception: taken once and kept for the dossier's life.</summary>
    [Term("theo ngày tiếp nhận")] Reception,

    /// <summary>The day on which the act is done.</summary>
    [Term("theo ngày thực hiện")] Act,
}

/// <summary>One dated row of a rule of law.</summary>
/// <param name="Key">What is ruled: "supplement.notice.working-days".</param>
/// <param name="Scope">"nation", "ministry:CODE", "province:H15", "unit:CODE" or "procedure:CODE"; see <see cref="RuleBook.Find"/>.</param>
/// <param name="Value">The value as text, invariant.</param>
/// <param name="LegalBasis">The text it rests on, as cited.</param>
/// <param name="From">First day on which it holds.</param>
/// <param name="To">Last day on which it holds; null while it stands.</param>
/// <param name="Binds">Whether the day of reception or of the act chooses the row.</param>
/// <param name="Verified">False where the text was not read: shown as "chưa xác minh".</param>
[Term("quy định có hiệu lực theo thời gian")]
public sealed record Rule(
    string Key, string Scope, string Value, string LegalBasis, DateOnly From, DateOnly? To, Binds Binds, bool Verified)
{
    /// <summary>Whether the row holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>A period of the law of the one-stop mechanism (chế độ pháp lý), by the day of reception.</summary>
/// <param name="Id">"R1" … "R4".</param>
[Term("giai đoạn pháp luật áp dụng")]
public sealed record Regime(string Id, string Name, DateOnly From, DateOnly? To, string LegalBasis);

/// <summary>What the value of a rule is.</summary>
[NoTerm("how a value is read")]
public enum RuleValue
{
    /// <summary>Words or codes, several parted by "|".</summary>
    Text,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>An hour of the day: "15:00".</summary>
    Hour,
    /// <summary>"true" or "false".</summary>
    Flag,
}

/// <summary>Which of two values of a rule binds the authority more (R-X-08); the key says it, so that it is data.</summary>
[NoTerm("a direction of values")]
public enum Stricter
{
    /// <summary>Neither: the row of the narrower scope is taken.</summary>
    None,
    /// <summary>The smaller number, the earlier hour, "false".</summary>
    Lower,
    /// <summary>The greater number, the later hour, "true".</summary>
    Higher,
}

/// <summary>What is said of a key, whatever its rows are.</summary>
/// <param name="Label">What is ruled, in plain Vietnamese.</param>
/// <param name="Group">The heading under which it is shown.</param>
/// <param name="Unit">What a number counts: "ngày làm việc"; null where there is nothing to say.</param>
/// <param name="MovesDue">Whether a row of it may move the due dates of open dossiers.</param>
[NoTerm("what is said of the rows of a key")]
public sealed record RuleKey(string Key, string Label, string Group, RuleValue Value, string? Unit, Stricter Stricter, bool MovesDue)
{
    /// <summary>Whether a value can be read as this key's.</summary>
    public bool Reads(string value) => Value switch
    {
        RuleValue.Number => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        RuleValue.Hour => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        RuleValue.Flag => value is "true" or "false",
        _ => value.Length > 0,
    };

    /// <summary>Whether a value binds the authority more than another one.</summary>
    internal bool IsStricter(string value, string than)
    {
        if (Stricter == Stricter.None || !Reads(value) || !Reads(than))
            return false;
        var order = Value == RuleValue.Number
            ? long.Parse(value, CultureInfo.InvariantCulture).CompareTo(long.Parse(than, CultureInfo.InvariantCulture))
            : string.CompareOrdinal(value, than); // "15:00" and "true" stand in the order of their letters
        return Stricter == Stricter.Lower ? order < 0 : order > 0;
    }
}

/// <summary>All dated rows, asked by key, day and place.</summary>
[NoTerm("a look-up over the rows")]
public sealed class RuleBook(IReadOnlyList<Rule> rules, IReadOnlyList<Regime> regimes, IReadOnlyList<RuleKey>? keys = null)
{
    private const string Nation = "nation";
    private const string OfProcedure = "procedure:";

    private readonly ILookup<string, Rule> byKey = rules.ToLookup(r => r.Key);
    private readonly Dictionary<string, RuleKey> keys = (keys ?? []).ToDictionary(k => k.Key);

    /// <summary>What is said of each key.</summary>
    public IReadOnlyCollection<RuleKey> Keys => keys.Values;

    /// <summary>What is said of a key; the key itself where nothing is.</summary>
    public RuleKey KeyOf(string key) => keys.GetValueOrDefault(key) ?? new RuleKey(key, key, "Khác", RuleValue.Text, null, Stricter.None, false);

    /// <summary>Every row, for the administrator's list.</summary>
    public IReadOnlyList<Rule> Rules => rules;

    /// <summary>The regimes in order.</summary>
    public IReadOnlyList<Regime> Regimes => regimes;

    /// <summary>The row that binds on the day; null if the law is silent. The narrowest scope is taken, and for a key with a direction the strictest
    /// (R-X-08): what a unit, a province or a ministry sets for itself can tighten the ground, never loosen it. The ground is the
    /// procedure's own law where there is such a row, else the nation's; of equal values the ground is named.</summary>
    /// <param name="scopes">Narrowest first; "nation" is always asked last.</param>
    public Rule? Find(string key, DateOnly day, params ReadOnlySpan<string> scopes)
    {
        if (KeyOf(key) is { Stricter: not Stricter.None } directed)
            return Strictest(directed, day, scopes);
        foreach (var scope in scopes)
            if (Row(key, day, scope) is { } narrow)
                return narrow;
        return Row(key, day, Nation);
    }

    /// <summary>Every row that holds on the day in one of the scopes, narrowest first.</summary>
    public IReadOnlyList<Rule> Holding(string key, DateOnly day, params IEnumerable<string> scopes) =>
        [.. scopes.Append(Nation).Select(s => Row(key, day, s)).OfType<Rule>()];

    private Rule? Strictest(RuleKey key, DateOnly day, ReadOnlySpan<string> scopes)
    {
        Rule? ground = null;
        foreach (var scope in scopes)
            if (scope.StartsWith(OfProcedure, StringComparison.Ordinal))
                ground ??= Row(key.Key, day, scope);
        ground ??= Row(key.Key, day, Nation);
        var found = ground;
        foreach (var scope in scopes)
            if (!scope.StartsWith(OfProcedure, StringComparison.Ordinal) && Row(key.Key, day, scope) is { } local
                && (found is null || key.IsStricter(local.Value, found.Value)))
                found = local;
        return found;
    }

    private Rule? Row(string key, DateOnly day, string scope) => byKey[key].LastOrDefault(r => r.Scope == scope && r.HoldsOn(day));

    /// <summary>The row as a whole number.</summary>
    /// <exception cref="InvalidOperationException">There is no row for the day: a fault of the data, not of a person.</exception>
    public int Number(string key, DateOnly day, params ReadOnlySpan<string> scopes) =>
        int.Parse(Text(key, day, scopes), CultureInfo.InvariantCulture);

    /// <summary>The row as text.</summary>
    /// <exception cref="InvalidOperationException">There is no row for the day: a fault of the data, not of a person.</exception>
    public string Text(string key, DateOnly day, params ReadOnlySpan<string> scopes) =>
        Find(key, day, scopes)?.Value ?? throw new InvalidOperationException($"No row of rule '{key}' holds on {day:yyyy-MM-dd}.");

    /// <summary>The regime in force on the day of reception.</summary>
    /// <exception cref="InvalidOperationException">The day is before the first regime.</exception>
    public Regime RegimeOn(DateOnly day) =>
        regimes.LastOrDefault(r => r.From <= day && (r.To is null || day <= r.To))
        ?? throw new InvalidOperationException($"No regime covers {day:yyyy-MM-dd}.");
}
