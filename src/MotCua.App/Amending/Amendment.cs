using System.Globalization;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>Days between which due dates may move, both included.</summary>
public sealed record MovedDays(DateOnly First, DateOnly Last)
{
    /// <summary>All days.</summary>
    public static readonly MovedDays All = new(new DateOnly(2000, 1, 1), new DateOnly(2199, 12, 31));

    /// <summary>From a day on.</summary>
    public static MovedDays Since(DateOnly first, DateOnly? last = null) => new(first, last ?? All.Last);

    /// <summary>The days that these days span.</summary>
    public static MovedDays Of(params IEnumerable<DateOnly?> days)
    {
        var known = days.OfType<DateOnly>().ToList();
        return new(known.Min(), known.Max());
    }
}

/// <summary>What an amendment rests on while it is applied.</summary>
/// <param name="Reference">The rows as they stand before it.</param>
public sealed record AmendingNow(MotCuaDb Db, ReferenceData Reference, DateTimeOffset Now)
{
    /// <summary>Today in Vietnam.</summary>
    public DateOnly Today => Vietnam.Day(Now);
}

/// <summary>What applying an amendment came to.</summary>
/// <param name="Text">What changed, as one sentence for the log.</param>
/// <param name="Moves">The days between which due dates may move; null if none may.</param>
public sealed record Amended(string Text, MovedDays? Moves);

/// <summary>A change of rules or of the calendar. It is a new row or the end of one; what held in the past is not rewritten.</summary>
/// <param name="Basis">The legal text on which it rests.</param>
public abstract record Amendment(string Basis)
{
    /// <summary>The longest basis, in characters.</summary>
    public const int LongestBasis = 500;

    /// <summary>Changes the rows; the caller saves.</summary>
    internal abstract Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel);

    /// <summary>Refusal where no basis is given.</summary>
    internal Refusal? BasisMissing() =>
        string.IsNullOrWhiteSpace(Basis) ? new Refusal("law.basis", "Hãy ghi căn cứ: tên, số, ngày của văn bản.", null, nameof(Basis))
        : Basis.Length > LongestBasis ? new Refusal("law.basis", $"Căn cứ dài quá {LongestBasis} ký tự. Hãy viết ngắn lại.", null, nameof(Basis))
        : null;

    /// <summary>Refusal unless a scope names something that is there.</summary>
    protected static Refusal? Unknown(string scope, ReferenceData reference, bool days)
    {
        var (kind, code) = scope.Split(':', 2) is [var k, var c] ? (k, c) : (scope, "");
        var known = kind switch
        {
            "nation" => code.Length == 0,
            "province" => reference.Agencies.All.Any(a => RuleScopes.Wide(a) == scope),
            "ministry" => code.Length > 0 && !days,
            "unit" => reference.Agencies.Find(code) is not null,
            "procedure" => !days && reference.Procedures.Any(p => p.Code == code),
            _ => false,
        };
        return known ? null : new Refusal(
            "law.scope", "Không có phạm vi này. Hãy chọn cả nước, tỉnh, một đơn vị hoặc một thủ tục có trong hệ thống.", null, nameof(SetDay.Scope));
    }
}

/// <summary>Words for the log of changes.</summary>
public static class AmendmentWords
{
    /// <summary>A day as it stands in the log.</summary>
    public static string Day(DateOnly? day) => day?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "khi có quy định khác";

    /// <summary>A scope in words.</summary>
    public static string Scope(string scope, ReferenceData reference)
    {
        var code = scope[(scope.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return scope.Split(':')[0] switch
        {
            "nation" => "cả nước",
            "province" => reference.Agencies.All.FirstOrDefault(a => a.Parent is null && a.Level == Level.Province && a.Code == code) is { } top
                ? $"tỉnh ({top.Name})" : $"tỉnh {code}",
            "ministry" => $"bộ, ngành {code}",
            "unit" => reference.Agencies.Find(code)?.Name ?? $"đơn vị {code}",
            "procedure" => $"thủ tục {code}",
            _ => scope,
        };
    }
}
