using MotCua.App.Reference;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.App.Warnings;

/// <summary>An apology with a new appointment, prepared for the head of the agency, who reads, changes and sends it; nothing is sent without him
/// (R-TIME-09).</summary>
/// <param name="Day">The day by which the rest of the process can be done.</param>
/// <param name="Reason">Code of the dated list "extension".</param>
/// <param name="Text">Where the dossier stands, in words.</param>
[Term("văn bản xin lỗi, đề nghị gia hạn được soạn sẵn", Law = "NĐ 61/2018/NĐ-CP Đ.19.9")]
public sealed record ExtensionProposal(DateOnly Day, string Reason, string Text)
{
    private const string ToCheck = "can-xac-minh-them", OthersSilent = "cho-y-kien-phoi-hop";

    /// <summary>What is proposed for a dossier as it stands.</summary>
    public static ExtensionProposal Of(Dossier dossier, Circumstances now, ReferenceData reference)
    {
        var steps = dossier.Open.Steps.Where(s => s.Kind != StepKind.Return).OrderBy(s => s.Opened).ThenBy(s => s.Token.Value).ToList();
        var elsewhere = steps.Find(s => !now.Agencies.IsWithin(s.Unit, dossier.Case.Competent) && s.Kind == StepKind.Handle);
        var code = elsewhere is null ? ToCheck : OthersSilent;
        return new ExtensionProposal(
            DayFor(dossier, steps, now), reference.ReasonsOf("extension", now.Today).Any(r => r.Code == code) ? code : "",
            string.Join(" ", steps.Select(s => Sentence(s, now))));
    }

    /// <summary>A working day of the unit that returns the result, after what was promised.</summary>
    private static DateOnly DayFor(Dossier dossier, List<OpenStep> steps, Circumstances now)
    {
        var calendar = now.Calendar(dossier.Delivery.ReturnUnit);
        var done = steps.Select(s => End(s, now)).DefaultIfEmpty(now.Now).Max();
        var day = Vietnam.Day(done);
        var promised = Vietnam.Day(dossier.Case.Appointment);
        day = day > promised ? day : promised.AddDays(1);
        return calendar.IsWorkingDay(day) ? day : calendar.NextWorkingDay(day);
    }

    /// <summary>When a step and all that follow it can be done: it takes what is left of its time, or as long again where that is over.</summary>
    private static DateTimeOffset End(OpenStep step, Circumstances now)
    {
        var calendar = now.Calendar(step.Unit);
        var own = step.Due > now.Now ? step.Due.Value : Deadline.AfterHours(Hours(step, now), now.Now, calendar);
        // What a cooperating agency does is followed by what the step that asked has left, which is counted by itself.
        var next = CooperationTask.IsOne(step.Element) ? [] : step.BackTo is { } back ? [back.Split('|')[0]] : now.Process.Next(step.Element);
        var after = next.Select(id => Longest(id, now.Process, [])).DefaultIfEmpty(0).Max();
        return Deadline.AfterHours(after, own, calendar);
    }

    private static decimal Hours(OpenStep step, Circumstances now) =>
        CooperationTask.IsOne(step.Element) ? 0 : now.Process[step.Element].Hours ?? 0;

    /// <summary>Working hours of the longest way on to the result, handing it over left out; a way that turns back is walked once.</summary>
    private static decimal Longest(string id, ProcessDefinition process, Dictionary<string, decimal> known)
    {
        if (known.TryGetValue(id, out var hours))
            return hours;
        known[id] = 0;
        var own = process[id].Step == StepKind.Return ? 0 : process[id].Hours ?? 0;
        return known[id] = own + process.Next(id).Select(next => Longest(next, process, known)).DefaultIfEmpty(0).Max();
    }

    private static string Sentence(OpenStep step, Circumstances now)
    {
        var until = step.Due < now.Now ? $", quá thời gian của bước từ {Moment(step.Due.Value)}" : "";
        var name = CooperationTask.IsOne(step.Element) ? CooperationTask.Name : now.Process[step.Element].Name;
        return $"Hồ sơ đang ở bước “{name}” tại {now.Agencies.NameOf(step.Unit)} "
            + $"từ {Moment(step.Opened)}{until}, chưa giải quyết xong.";
    }

    private static string Moment(DateTimeOffset at) => $"{Vietnam.Local(at):HH} giờ {Vietnam.Local(at):mm} ngày {Vietnam.Local(at):dd/MM/yyyy}";
}
