using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>A procedure that was found.</summary>
/// <param name="Note">Sector and level, or why it cannot be received at the unit.</param>
public sealed record FoundProcedure(ProcedureLine Procedure, string Note);

/// <summary>Finds procedures by a few letters without tones, by first letters ("dkks") or by the code; what the unit receives most comes first.</summary>
public sealed class ProcedureSearch(MotCuaDb db, ReferenceCache references, TimeProvider clock)
{
    private const int RecentDays = 180;

    /// <summary>Procedures in force today.</summary>
    /// <param name="query">Words, first letters or a code; empty: what is received most.</param>
    /// <param name="unit">The receiving unit; null where nobody receives.</param>
    public async Task<IReadOnlyList<FoundProcedure>> Find(string? query, AgencyId? unit, int most = 12, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var used = await Used(unit, today, cancel);
        var folded = VietnameseText.Fold(query ?? "");
        return [.. reference.Procedures.Where(p => p.HoldsOn(today))
            .Select(p => (Procedure: p, Rank: Rank(p, folded))).Where(p => p.Rank is not null)
            .OrderBy(p => p.Rank).ThenByDescending(p => used.GetValueOrDefault(p.Procedure.Code)).ThenBy(p => p.Procedure.Code, StringComparer.Ordinal)
            .Take(most).Select(p => new FoundProcedure(p.Procedure, Note(p.Procedure, unit, reference, today)))];
    }

    /// <summary>How well a procedure answers; the lower the better, null if it does not.</summary>
    private static int? Rank(ProcedureLine procedure, string query)
    {
        if (query.Length == 0)
            return 0;
        if (procedure.Code == query)
            return 0;
        if (procedure.Code.StartsWith(query, StringComparison.Ordinal))
            return 1;
        var texts = procedure.Keywords.Prepend(procedure.Name).Select(VietnameseText.Fold).ToList();
        if (texts.Exists(t => $" {t}".Contains($" {query}", StringComparison.Ordinal)))
            return 2;
        if (query.Split(' ').All(w => texts.Exists(t => $" {t}".Contains($" {w}", StringComparison.Ordinal))))
            return 3;
        if (texts.Exists(t => Initials(t).Contains(query, StringComparison.Ordinal)))
            return 4;
        return query.Split(' ').All(w => procedure.Code.Contains(w, StringComparison.Ordinal) || texts.Exists(t => t.Contains(w, StringComparison.Ordinal)))
            ? 5
            : null;
    }

    private static string Initials(string text) => string.Concat(text.Split(' ').Where(w => w.Length > 0).Select(w => w[0]));

    private static string Note(ProcedureLine procedure, AgencyId? unit, ReferenceData reference, DateOnly today)
    {
        if (procedure.Terms.NotHere is not null)
            return "không tiếp nhận trên hệ thống này";
        if (!procedure.PaperAllowed)
            return "chỉ nộp trực tuyến";
        if (unit is { } u && procedure.Scope == BoundaryScope.Unit && (ReceptionForm.DefaultCompetent(procedure.Terms, u, reference, today) is not { } competent
            || Receive.Elsewhere(procedure.Terms, u, competent, reference.Agencies) is not null))
            return "không tiếp nhận tại đây";
        return $"{procedure.Sector}, {procedure.Terms.LevelWords}";
    }

    private async Task<IReadOnlyDictionary<string, int>> Used(AgencyId? unit, DateOnly today, CancellationToken cancel)
    {
        if (unit is not { } u)
            return new Dictionary<string, int>();
        var since = Vietnam.Instant(today.AddDays(-RecentDays), TimeOnly.MinValue);
        return await db.Set<DossierRow>().AsNoTracking().Where(d => d.ReceptionId == u.Value && d.Received >= since)
            .GroupBy(d => d.Procedure).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
    }
}
