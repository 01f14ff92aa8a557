using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.App.Reception;

/// <summary>A step that will follow the reception.</summary>
public sealed record StepAhead(string Name, string Unit);

/// <summary>What would come of receiving at this moment.</summary>
/// <param name="Due">The account of the day of return; null while the case or the agency is not known.</param>
/// <param name="Outside">Whether the unit is closed at this moment.</param>
/// <param name="AcceptedAs">The moment as which the reception counts.</param>
public sealed record Outlook(DueDateAccount? Due, bool Outside, DateTimeOffset AcceptedAs, IReadOnlyList<StepAhead> Steps)
{
    /// <summary>For a group of linked procedures: the account of each, in order; none while something is missing.</summary>
    public IReadOnlyList<DueDateAccount> Parts { get; init; } = [];

    /// <summary>The first day that uses up some of the limit.</summary>
    public DateOnly? FirstDay => Due?.Lines.FirstOrDefault(l => l.Counts > 0)?.From;

    /// <summary>Works it out for a form as it stands.</summary>
    public static Outlook Of(ReceptionForm form, ReferenceData reference, DateTimeOffset now)
    {
        var today = Vietnam.Day(now);
        var calendar = reference.CalendarOf(form.Competent);
        var known = form.Competent != default && (form.CaseName is not null || form.Procedure.Cases.Count == 0);
        var limit = known ? SaidLimit.Of(form.Said, form.Offer, now, calendar, form.Channel).Limit : null;
        var online = form.Channel == Channel.Online;
        var cutOff = reference.Rules.Find(
            "paper.cut-off", today, RuleScopes.Of(reference.Agencies, form.Procedure.Code, form.Reception, form.Competent))
            ?? throw new InvalidOperationException("No row of rule 'paper.cut-off' holds.");
        var group = form.Group is { } g && g.Members.All(m => m.Limit is not null && m.Competent != default)
            ? g.Plan(default, [.. g.Members.Select(m => new Domain.Dossiers.DossierId(new Guid(m.Number, 0, 0, new byte[8])))])
                .Dues(now, form.Channel, DayCutOff.Of(cutOff), reference.CalendarOf) : null;
        return new Outlook(
            form.Group is not null ? group?.MaxBy(d => d.Due)
                : limit is null ? null : Deadline.Count(limit, now, calendar, DayCutOff.Of(cutOff), online: online),
            !reference.CalendarOf(form.Reception).IsOpenAt(now), calendar.AcceptedAs(now, online), Ahead(form, reference, today))
        {
            Parts = group ?? [],
        };
    }

    private static List<StepAhead> Ahead(ReceptionForm form, ReferenceData reference, DateOnly today)
    {
        if (form.Procedure.Process.Length == 0)
            return [];
        var process = reference.Process(form.Procedure.Process, today);
        return [.. process.Elements.Where(e => e.Kind == ElementKind.Task).Select(e => new StepAhead(e.Name, UnitOf(e, form, reference)))];
    }

    private static string UnitOf(ProcessElement e, ReceptionForm form, ReferenceData reference)
    {
        if (e.Place == StepPlace.Reception)
            return reference.Agencies.NameOf(e.Step == StepKind.Return ? form.ReturnUnit : form.Reception);
        if (form.Competent == default)
            return "cơ quan giải quyết (chưa chọn)";
        var unit = e.Place == StepPlace.Department
            ? reference.Agencies.Department(form.Competent, e.Function ?? form.Procedure.Department)
            : form.Competent;
        return reference.Agencies.NameOf(unit);
    }
}
