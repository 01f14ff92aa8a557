using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Search;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>A procedure that was found.</summary>
/// <param name="Note">Sector and level, or why it cannot be received at the unit.</param>
public sealed record FoundProcedure(ProcedureLine Procedure, string Note);

/// <summary>Finds procedures at the counter by a few letters without tones, by first letters ("dkks"), by the code, or by what people say;
/// among equally good ones, what the unit receives most comes first.</summary>
public sealed class ProcedureSearch(MotCuaDb db, ReferenceCache references, ProcedureIndexes indexes, TimeProvider clock)
{
    private const int RecentDays = 180;
    private const float MostUsed = .6f, NotHere = .75f;

    /// <summary>Procedures in force today.</summary>
    /// <param name="query">Words, first letters or a code; empty: what is received most.</param>
    /// <param name="unit">The receiving unit; null where nobody receives.</param>
    public async Task<IReadOnlyList<FoundProcedure>> Find(string? query, AgencyId? unit, int most = 12, CancellationToken cancel = default)
    {
        var reference = await references.Get(db, cancel);
        var today = Vietnam.Day(clock.GetUtcNow());
        var used = await Used(unit, today, cancel);
        var max = Math.Log(1 + used.Values.DefaultIfEmpty(0).Max());
        var filters = new SearchFilters
        {
            Typing = true,
            Weigh = line => (max > 0 ? 1 + MostUsed * (float)(Math.Log(1 + used.GetValueOrDefault(line.Code)) / max) : 1)
                * (line.Terms.NotHere is null ? 1 : NotHere),
        };
        var answer = (await indexes.Get(db, cancel)).Search(query, filters, most);
        return [.. answer.Found.Select(f => new FoundProcedure(f.Line, Note(f.Line, unit, reference, today)))];
    }

    private static string Note(ProcedureLine procedure, AgencyId? unit, ReferenceData reference, DateOnly today)
    {
        if (procedure.Terms.NotHere is not null)
            return "không tiếp nhận trên hệ thống này";
        if (!procedure.PaperAllowed)
            return "chỉ nộp trực tuyến";
        if (unit is { } u && procedure.Scope == BoundaryScope.Unit && (ReceptionForm.DefaultCompetent(procedure.Terms, u, reference, today) is not { } competent
            || Receive.Elsewhere(procedure.Terms, u, competent, reference.Agencies, null) is not null))
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
