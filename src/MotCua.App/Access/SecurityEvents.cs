using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Access;

/// <summary>What an auditor asks the security log for.</summary>
/// <param name="From">First day, of Vietnam; null for no limit.</param>
/// <param name="To">Last day.</param>
/// <param name="Officer">Beginning of a user name, or a full name.</param>
/// <param name="Kind">One kind; null for all.</param>
public sealed record SecurityQuery(DateOnly? From = null, DateOnly? To = null, string? Officer = null, SecurityEventKind? Kind = null);

/// <summary>A line of the security log in words.</summary>
/// <param name="UserName">Whose account; null where the name was nobody's.</param>
/// <param name="By">Who did it to another's account.</param>
public sealed record SecurityLine(
    long Id, SecurityEventKind Kind, DateTimeOffset At, string? UserName, string? Name, string? By, string Address, long? Session);

/// <summary>A page of the security log; rows are not counted beyond it.</summary>
public sealed record SecurityPage(IReadOnlyList<SecurityLine> Lines, int Page, bool HasMore);

/// <summary>Reads the security log, newest first, as far as an auditor's duty reaches.</summary>
public sealed class SecurityEvents(MotCuaDb db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page of what was asked for.</summary>
    /// <param name="units">Where the reader audits: he sees the accounts of officers with a duty there or below, those of the top all.</param>
    /// <param name="page">From 1.</param>
    public async Task<SecurityPage> Of(
        SecurityQuery query, IEnumerable<AgencyId> units, AgencyDirectory agencies, int page, CancellationToken cancel = default)
    {
        page = Math.Clamp(page, 1, 100_000);
        var found = await Lines(Chosen(query, UnitReach.Of(units, agencies)).OrderByDescending(e => e.Id)
            .Skip((page - 1) * PageSize).Take(PageSize + 1)).ToListAsync(cancel);
        return new SecurityPage([.. found.Take(PageSize)], page, found.Count > PageSize);
    }

    private IQueryable<SecurityEventRow> Chosen(SecurityQuery query, IReadOnlySet<int>? reach)
    {
        var rows = db.Set<SecurityEventRow>().AsNoTracking();
        if (reach is not null)
        {
            var theirs = db.Set<DutyGrantRow>().Where(g => reach.Contains(g.UnitId)).Select(g => (int?)g.OfficerId);
            rows = rows.Where(e => theirs.Contains(e.OfficerId));
        }
        if (query.From is { } from)
        {
            var since = Vietnam.Instant(from.ToDateTime(TimeOnly.MinValue));
            rows = rows.Where(e => e.At >= since);
        }
        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var until = Vietnam.Instant(to.AddDays(1).ToDateTime(TimeOnly.MinValue));
            rows = rows.Where(e => e.At < until);
        }
        if (query.Kind is { } kind)
            rows = rows.Where(e => e.Kind == kind);
        if (VietnameseText.Clean(query.Officer) is { } officer)
        {
            var beginning = VietnameseText.Fold(officer);
            var named = db.Set<OfficerRow>().Where(o => o.UserName.StartsWith(beginning) || o.Name == officer).Select(o => (int?)o.Id);
            rows = rows.Where(e => named.Contains(e.OfficerId));
        }
        return rows;
    }

    private IQueryable<SecurityLine> Lines(IQueryable<SecurityEventRow> rows) =>
        from e in rows
        join o in db.Set<OfficerRow>() on e.OfficerId equals o.Id into owners
        from owner in owners.DefaultIfEmpty()
        join b in db.Set<OfficerRow>() on e.ById equals b.Id into doers
        from doer in doers.DefaultIfEmpty()
        orderby e.Id descending
        select new SecurityLine(
            e.Id, e.Kind, e.At, owner == null ? null : owner.UserName, owner == null ? null : owner.Name, doer == null ? null : doer.Name,
            e.Address, e.SessionId);
}
