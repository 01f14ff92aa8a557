using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.People;
using MotCua.Domain.Words;

namespace MotCua.App.Work;

/// <summary>Narrows the rows of a list by everything that a query asks; each condition stands beside the others.</summary>
internal sealed class WorkConditions(MotCuaDb db, ReferenceData reference, DueMoments moments)
{
    /// <summary>The rows for which all that is asked holds.</summary>
    public IQueryable<WorkFound> Of(IQueryable<WorkFound> rows, WorkQuery query)
    {
        rows = Words(rows, query.Words);
        rows = Procedures(rows, query);
        rows = Person(rows, query);
        rows = Steps(rows, query);
        if (query.Code is { } code)
            rows = rows.Where(r => r.Code.Contains(code));
        if (query.Status is { } status)
            rows = rows.Where(r => r.Dossier.Status == status);
        if (query.Channel is { } channel)
            rows = rows.Where(r => r.Dossier.Channel == channel);
        if (query.Due is { } due)
            rows = Due(rows, due);
        if (query.Book is { } book)
            rows = Received(rows.Where(r => r.Dossier.ReceptionId == book.Unit), book.Days);
        return Dates(Received(rows, query.Received), query);
    }

    // Words stand beside the dossier: a list that asks nothing of them does not read them.
    private IQueryable<WorkFound> Words(IQueryable<WorkFound> rows, string? words)
    {
        var (found, asked) = (db.Set<DossierSearchRow>().AsQueryable(), WordsOf(words));
        foreach (var word in asked)
            found = found.Where(w => w.Folded.Contains(word));
        return asked.Length == 0 ? rows : rows.Where(r => found.Any(w => w.DossierId == r.Dossier.Id));
    }

    private IQueryable<WorkFound> Procedures(IQueryable<WorkFound> rows, WorkQuery query)
    {
        if (query.Procedure is { } procedure)
            rows = rows.Where(r => r.Procedure == procedure);
        if (query.Sector is not { } sector)
            return rows;
        var codes = reference.Procedures.Where(p => p.Sector == sector).Select(p => p.Code).Distinct().ToList();
        return rows.Where(r => codes.Contains(r.Procedure));
    }

    private IQueryable<WorkFound> Person(IQueryable<WorkFound> rows, WorkQuery query)
    {
        if (query.LooksUp)
        {
            var numbers = NumbersOf(query.Person!);
            var theirs = db.Set<PartyRow>().Where(p => p.Number != null && numbers.Contains(p.Number)).Select(p => p.DossierId);
            return rows.Where(r => theirs.Contains(r.Dossier.Id));
        }
        var search = db.Set<DossierSearchRow>();
        // The folded words are code, names, procedure: what stands before the procedure's code is no word of the procedure.
        foreach (var word in WordsOf(query.Person))
        {
            var begins = " " + word;
            rows = rows.Where(r => search.Any(w => w.DossierId == r.Dossier.Id
                && w.Folded.IndexOf(begins) >= 0 && w.Folded.IndexOf(begins) < w.Folded.IndexOf(" " + r.Procedure + " ")));
        }
        return rows;
    }

    private IQueryable<WorkFound> Steps(IQueryable<WorkFound> rows, WorkQuery query)
    {
        var open = db.Set<DossierStepRow>();
        var parts = db.Set<DossierPartRow>();
        if (query.Step is { } kind)
            rows = query.OfSteps ? rows.Where(r => r.Step!.Kind == kind) : rows.Where(r => open.Any(s => s.DossierId == r.Dossier.Id && s.Kind == kind));
        if (query.Officer is { } officer)
            rows = query.OfSteps ? rows.Where(r => r.Step!.OfficerId == officer)
                : rows.Where(r => open.Any(s => s.DossierId == r.Dossier.Id && s.OfficerId == officer)
                    || parts.Any(p => p.DossierId == r.Dossier.Id && p.Kind == PartKind.Officer && p.HolderId == officer));
        return rows;
    }

    private IQueryable<WorkFound> Due(IQueryable<WorkFound> rows, DueState state)
    {
        var (now, soonEnd) = (moments.Now, moments.SoonEnd);
        var running = rows.Where(r => r.Dossier.Registered == null
            && r.Dossier.Status != DossierStatus.Stopped && r.Dossier.Status != DossierStatus.AwaitingSupplement
            && r.Dossier.Paused == null);
        return state switch
        {
            DueState.Running => running.Where(r => r.Dossier.Due >= soonEnd),
            DueState.Soon => running.Where(r => r.Dossier.Due >= now && r.Dossier.Due < soonEnd),
            DueState.Overdue => running.Where(r => r.Dossier.Due < now),
            DueState.Waiting => rows.Where(r => r.Dossier.Registered == null && r.Dossier.Status == DossierStatus.AwaitingSupplement),
            DueState.Paused => rows.Where(r => r.Dossier.Registered == null && r.Dossier.Paused != null
                && r.Dossier.Status != DossierStatus.AwaitingSupplement),
            DueState.InTime => rows.Where(r => r.Dossier.Status != DossierStatus.Stopped && r.Dossier.Registered <= r.Dossier.Due),
            _ => rows.Where(r => r.Dossier.Status != DossierStatus.Stopped && r.Dossier.Registered > r.Dossier.Due),
        };
    }

    private static IQueryable<WorkFound> Received(IQueryable<WorkFound> rows, Days days)
    {
        var (start, end) = (days.Start, days.End);
        if (days.From is not null)
            rows = rows.Where(r => r.Received >= start);
        return days.To is null ? rows : rows.Where(r => r.Received < end);
    }

    private static IQueryable<WorkFound> Dates(IQueryable<WorkFound> rows, WorkQuery query)
    {
        var (promised, result, returned) = (query.Appointment, query.Result, query.Returned);
        var (start, end) = (promised.Start, promised.End);
        if (promised.Any)
            rows = rows.Where(r => r.Dossier.Appointment >= start && r.Dossier.Appointment < end);
        var (first, last) = (result.Start, result.End);
        // Nothing has a result before it was received: the list's index is not read further than that.
        if (result.Any)
            rows = rows.Where(r => r.Dossier.Registered >= first && r.Dossier.Registered < last && r.Received < last);
        var (from, to) = (returned.Start, returned.End);
        return returned.Any ? rows.Where(r => r.Dossier.HandedOver >= from && r.Dossier.HandedOver < to && r.Received < to) : rows;
    }

    private static string[] WordsOf(string? text) => VietnameseText.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The forms in which what was typed may be kept: bare, as a tax code with its branch, as an agency's code.</summary>
    private static List<string> NumbersOf(string typed) =>
        [.. new[] { TaxCode.Check(typed).Number, typed.Trim().ToUpperInvariant() }.Distinct()];
}
