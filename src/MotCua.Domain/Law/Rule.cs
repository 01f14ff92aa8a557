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
/// <param name="Scope">"nation", "province:H15", "unit:CODE" or "procedure:CODE"; the narrower one wins.</param>
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

/// <summary>All dated rows, asked by key, day and place.</summary>
[NoTerm("a look-up over the rows")]
public sealed class RuleBook(IReadOnlyList<Rule> rules, IReadOnlyList<Regime> regimes)
{
    private readonly ILookup<string, Rule> byKey = rules.ToLookup(r => r.Key);

    /// <summary>Every row, for the administrator's list.</summary>
    public IReadOnlyList<Rule> Rules => rules;

    /// <summary>The regimes in order.</summary>
    public IReadOnlyList<Regime> Regimes => regimes;

    /// <summary>The row that holds on the day in the narrowest of the scopes given; null if the law is silent.</summary>
    /// <param name="scopes">Narrowest first; "nation" is always asked last.</param>
    public Rule? Find(string key, DateOnly day, params ReadOnlySpan<string> scopes)
    {
        foreach (var scope in scopes)
            if (byKey[key].LastOrDefault(r => r.Scope == scope && r.HoldsOn(day)) is { } narrow)
                return narrow;
        return byKey[key].LastOrDefault(r => r.Scope == "nation" && r.HoldsOn(day));
    }

    /// <summary>The row as a whole number.</summary>
    /// <exception cref="InvalidOperationException">There is no row for the day: a fault of the data, not of a person.</exception>
    public int Number(string key, DateOnly day, params ReadOnlySpan<string> scopes) =>
        int.Parse(Text(key, day, scopes), System.Globalization.CultureInfo.InvariantCulture);

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
