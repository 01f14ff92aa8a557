using MotCua.App.Papers;
using MotCua.App.Papers.Forms;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.App.Print;

internal sealed partial class PaperWords
{
    /// <summary>The control slip: made from the immutable log (R-FORM-10, R-FORM-23).</summary>
    public FormContent ControlSlip()
    {
        var values = Letterhead.Of(FormTypes.ControlSlip, @case.Reception, @case.ReceiptNumber, Vietnam.Day(now), reference);
        values[FormKeys.DossierCode] = @case.Code.Value;
        values[FormKeys.HandlingUnit] = reference.Agencies.NameOf(@case.Competent);
        Letterhead.Put(values, FormKeys.CoordinatingUnits, string.Join("; ", Opened().Select(o => o.Unit)
            .Where(u => u != @case.Reception && u != @case.Competent).Distinct().Select(reference.Agencies.NameOf)));
        values[FormKeys.ReceivedAt] = FormPhrases.Moment(@case.ReceivedAt);
        values[FormKeys.Appointment] = FormPhrases.Moment(@case.Appointment);
        var rows = Handovers().ToList();
        return Content(values, "Phiếu kiểm soát quá trình giải quyết hồ sơ") with
        {
            Tables = Table(FormKeys.Handovers, rows),
        };
    }

    private IEnumerable<StepOpened> Opened() => view.Timeline.Select(l => l.Event).OfType<StepOpened>();

    /// <summary>One row for each step that passed from one unit to another: who gave, who took, how the giver stood against his time.
    /// A branch that waits at a join for others has gone out of its unit's hands too.</summary>
    private IEnumerable<IReadOnlyDictionary<string, string>> Handovers()
    {
        var opened = Opened().ToDictionary(o => o.Token);
        var last = (Unit: @case.Reception, Officer: Signer(view.Timeline[0]), Outcome: (LimitOutcome?)null);
        for (var i = 0; i < view.Timeline.Count; i++)
        {
            var line = view.Timeline[i];
            if (line.Event is StepClosed closed && opened.TryGetValue(closed.Token, out var step))
                last = (step.Unit, Signer(line), closed.Outcome);
            if (line.Event is JoinReached { Waiting: > 0 } join && AfterJoin(join.Element, i) is var after && after?.Unit != last.Unit)
                yield return Row(line, last, after?.Unit, after is null ? null : Taker(after.Token), "Chờ đủ kết quả của các nhánh");
            if (line.Event is StepOpened next && next.Unit != last.Unit)
                yield return Row(line, last, next.Unit, Taker(next.Token), null);
        }
    }

    private Dictionary<string, string> Row(
        TimelineLine line, (AgencyId Unit, string? Officer, LimitOutcome? Outcome) giver, AgencyId? to, string? taker, string? remark)
    {
        var row = new Dictionary<string, string>
        {
            [FormKeys.FromUnit] = reference.Agencies.NameOf(giver.Unit), [FormKeys.HandedAt] = FormPhrases.Moment(line.Row.At),
        };
        Letterhead.Put(row, FormKeys.ToUnit, to is { } unit ? reference.Agencies.NameOf(unit) : null);
        Letterhead.Put(row, FormKeys.Giver, giver.Officer);
        Letterhead.Put(row, FormKeys.Taker, taker);
        Letterhead.Put(row, FormKeys.Result, giver.Outcome is { } outcome ? Capital(Terms.Of(outcome)) : null);
        Letterhead.Put(row, FormKeys.Remark, remark);
        return row;
    }

    /// <summary>The step that opened when the last branch had come to the join; null while one is missing.</summary>
    private StepOpened? AfterJoin(string element, int from)
    {
        var rest = view.Timeline.Skip(from + 1).Select(l => l.Event).SkipWhile(e => e is not JoinReached { Waiting: 0 } j || j.Element != element).Skip(1);
        return rest.FirstOrDefault() as StepOpened;
    }

    /// <summary>Who took a step: who ended it, else who has it. A stop ends the steps of others: there it is who had it.</summary>
    private string? Taker(Token token)
    {
        var end = view.Timeline.FirstOrDefault(l => l.Event is StepClosed closed && closed.Token == token);
        if (end is { OnBehalfOf: not null } && end.Row.Act != ActKinds.Of<Stop>().Name)
            return Signer(end);
        var taker = end is null || end.Row.Act == ActKinds.Of<Stop>().Name ? HolderOf(token) : ((StepClosed)end.Event).By;
        return taker is { } officer ? officers.GetValueOrDefault(officer.Value)?.Name : null;
    }

    private OfficerId? HolderOf(Token token) => view.Timeline.Select(l => l.Event).Aggregate((OfficerId?)null, (holder, e) => e switch
    {
        StepOpened opened when opened.Token == token => opened.Officer,
        StepAssigned assigned when assigned.Token == token => assigned.Officer,
        StepReleased released when released.Token == token => null,
        _ => holder,
    });
}
