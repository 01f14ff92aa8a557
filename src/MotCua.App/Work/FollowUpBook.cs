using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.People;

namespace MotCua.App.Work;

/// <summary>A line of the follow-up book.</summary>
/// <param name="Number">Its place in the book, from 1.</param>
/// <param name="Sets">Sets of papers handed in.</param>
/// <param name="Sent">When it went to the resolving agency.</param>
/// <param name="Result">When the result was there.</param>
/// <param name="Note">What became of it otherwise; null for nothing.</param>
public sealed record BookLine(
    int Number, string Code, string Procedure, int Sets, string Owner, string Address, string? Phone, string Competent, DateTimeOffset Received,
    DateTimeOffset Appointment, DateTimeOffset? Sent, DateTimeOffset? Result, DateTimeOffset? Returned, ReturnChannel Channel, string? Note);

/// <summary>A page of a follow-up book.</summary>
/// <param name="Form">The set of forms whose columns it has: "2018", "2025".</param>
public sealed record BookPage(IReadOnlyList<BookLine> Lines, string Form, string? After, string? Before);

/// <summary>The follow-up book of a one-stop unit, kept by the system: by year, as a whole or by sector (R-FORM-11, R-FORM-24). Numbers run from
/// 1 January, in the order of reception.</summary>
public sealed class FollowUpBook(MotCuaDb db, Reaches reaches, ReferenceCache references, IExportLog log)
{
    /// <summary>Lines on a page.</summary>
    public const int PageSize = 50;

    private static readonly Keyset<DossierRow> Order = new Keyset<DossierRow>().By(d => d.Received).By(d => d.Code);

    /// <summary>The one-stop units whose books the officer may open.</summary>
    public async Task<IReadOnlyList<Agency>> Units(int officer, CancellationToken cancel = default)
    {
        var seen = (await reaches.Of(officer, cancel)).Seen;
        return [.. (await references.Get(db, cancel)).Agencies.All.Where(a => a.Kind == AgencyKind.OneStop && seen.Contains(a.Id.Value))];
    }

    /// <summary>The years in which a unit has received, latest first; none where it never has.</summary>
    public async Task<IReadOnlyList<int>> Years(int unit, CancellationToken cancel = default)
    {
        var rows = db.Set<DossierRow>().AsNoTracking().Where(d => d.ReceptionId == unit);
        var first = await rows.OrderBy(d => d.Received).Select(d => (DateTimeOffset?)d.Received).FirstOrDefaultAsync(cancel);
        var last = await rows.OrderByDescending(d => d.Received).Select(d => (DateTimeOffset?)d.Received).FirstOrDefaultAsync(cancel);
        if (first is not { } from || last is not { } to)
            return [];
        var (begin, end) = (Vietnam.Day(from).Year, Vietnam.Day(to).Year);
        return [.. Enumerable.Range(begin, end - begin + 1).Reverse()];
    }

    /// <summary>A page of a book; null for a book that the officer may not open. That he opened it is written down: it holds addresses and phones.</summary>
    /// <param name="sector">One sector; null for all.</param>
    public async Task<BookPage?> Page(
        OfficerId officer, BookOf book, string? sector, string? after, string? before, CancellationToken cancel = default)
    {
        var reach = await reaches.Of(officer.Value, cancel);
        if (!reach.Seen.Contains(book.Unit))
            return null;
        var reference = await references.Get(db, cancel);
        var rows = Rows(book, sector is null ? [] : [sector], reference);
        var backwards = before is not null;
        var found = await Order.Order(Order.Beyond(rows, before ?? after, backwards), backwards).Take(PageSize + 1).ToListAsync(cancel);
        var more = found.Count > PageSize;
        found = [.. found.Take(PageSize)];
        if (backwards)
            found.Reverse();
        // A book opened under the older forms keeps their columns to the year's end: they hold all those of the newer ones.
        var form = reference.Rules.Text("form.set", book.Days.From!.Value);
        if (found.Count == 0)
            return new BookPage([], form, null, null);
        var earlier = await Order.Beyond(rows, Order.PlaceOf(found[0]), backwards: true).CountAsync(cancel);
        var lines = await Lines(found, earlier, reach.Units.Contains(book.Unit), reference, cancel);
        await log.Exported(officer, $"so-theo-doi don-vi={book.Unit} nam={book.Year}", lines.Count, cancel);
        return new BookPage(
            lines, form, more || backwards ? Order.PlaceOf(found[^1]) : null, earlier > 0 ? Order.PlaceOf(found[0]) : null);
    }

    /// <summary>The lines of a period of a book, for print; null for a book that the officer may not open. Numbers are those of the whole year.</summary>
    /// <param name="sectors">The group of sectors; empty for all.</param>
    /// <param name="from">First day, within the year.</param>
    /// <param name="to">Last day.</param>
    /// <param name="most">Lines at most.</param>
    /// <returns>The page, and whether more lines fall into the period than fit.</returns>
    public async Task<(BookPage Page, bool HasMore)?> Span(
        OfficerId officer, BookOf book, IReadOnlyList<string> sectors, DateOnly from, DateOnly to, int most, CancellationToken cancel = default)
    {
        var reach = await reaches.Of(officer.Value, cancel);
        if (!reach.Seen.Contains(book.Unit))
            return null;
        var reference = await references.Get(db, cancel);
        var (start, end) = (Vietnam.Instant(from, TimeOnly.MinValue), Vietnam.Instant(to.AddDays(1), TimeOnly.MinValue));
        var rows = Rows(book, sectors, reference);
        var found = await Order.Order(rows.Where(d => d.Received >= start && d.Received < end), false).Take(most + 1).ToListAsync(cancel);
        var earlier = await rows.CountAsync(d => d.Received < start, cancel);
        var lines = new List<BookLine>();
        // In portions: a list of some hundred ids is what both databases take well.
        foreach (var portion in found.Take(most).Chunk(PageSize))
            lines.AddRange(await Lines([.. portion], earlier + lines.Count, reach.Units.Contains(book.Unit), reference, cancel));
        await log.Exported(officer, $"in-so-theo-doi don-vi={book.Unit} tu={from:yyyy-MM-dd} den={to:yyyy-MM-dd}", lines.Count, cancel);
        return (new BookPage(lines, reference.Rules.Text("form.set", book.Days.From!.Value), null, null), found.Count > most);
    }

    private IQueryable<DossierRow> Rows(BookOf book, IReadOnlyList<string> sectors, ReferenceData reference)
    {
        var (unit, start, end) = (book.Unit, book.Days.Start, book.Days.End);
        var rows = db.Set<DossierRow>().AsNoTracking().Where(d => d.ReceptionId == unit && d.Received >= start && d.Received < end);
        if (sectors.Count == 0)
            return rows;
        var codes = reference.Procedures.Where(p => sectors.Contains(p.Sector)).Select(p => p.Code).Distinct().ToList();
        return rows.Where(d => codes.Contains(d.Procedure));
    }

    private async Task<IReadOnlyList<BookLine>> Lines(
        List<DossierRow> found, int earlier, bool works, ReferenceData reference, CancellationToken cancel)
    {
        var (ids, owners) = (found.ConvertAll(d => d.Id), found.ConvertAll(d => d.OwnerId));
        string[] kinds = [EventFormat.NameOf<Received>(), EventFormat.NameOf<HandedOver>()];
        var events = (await db.Set<DossierEventRow>().AsNoTracking().Where(e => ids.Contains(e.DossierId) && kinds.Contains(e.Kind))
            .OrderBy(e => e.Version).ToListAsync(cancel)).ToLookup(e => e.DossierId);
        var parties = await db.Set<PartyRow>().AsNoTracking().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return [.. found.Select((d, i) => Line(earlier + i + 1, d, parties[d.OwnerId], events[d.Id], works, reference))];
    }

    private static BookLine Line(int number, DossierRow d, PartyRow owner, IEnumerable<DossierEventRow> log, bool works, ReferenceData reference)
    {
        var events = log.Select(e => (e.At, Event: EventFormat.Read(e.Kind, e.Data))).ToList();
        var received = events.Select(e => e.Event).OfType<Received>().First();
        var sent = events.Where(e => e.Event is HandedOver).Select(e => (DateTimeOffset?)e.At).FirstOrDefault();
        var note = d.Status switch
        {
            DossierStatus.Stopped or DossierStatus.AwaitingSupplement or DossierStatus.WithdrawalRequested => Terms.Of(d.Status),
            _ when d.Decided == Outcome.Refused => Terms.Of(Outcome.Refused),
            _ => null,
        };
        return new BookLine(
            number, d.Code, reference.Procedure(d.Procedure, d.ProcedureVersion).Name, received.Sets, owner.Name, owner.Address,
            works ? owner.Phone : Party.Masked(owner.Phone), reference.Agencies.NameOf(new AgencyId(d.CompetentId)), d.Received, d.Appointment,
            sent, d.Registered, d.HandedOver, received.ReturnChannel, note);
    }
}
