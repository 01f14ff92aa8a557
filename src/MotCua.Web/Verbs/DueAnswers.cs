using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Web.Verbs;

/// <summary>A due date with its account, or one sentence why there is none.</summary>
internal readonly record struct DueAnswer(DueDateAccount? Account, string? Refusal)
{
    /// <summary>There is none.</summary>
    public static implicit operator DueAnswer(string refusal) => new(null, refusal);
}

/// <summary>Answers questions for due dates by the rules and the calendars of the database.</summary>
/// <param name="procedure">Reads the version of a procedure that is in force on a day.</param>
internal sealed class DueAnswers(ReferenceData reference, Func<string, DateOnly, Task<ProcedureVersion?>> procedure)
{
    // Texts of limits repeat in a batch; what somebody makes up line by line is not kept for ever.
    private const int MostKept = 10_000;

    // A question names no reason for a pause; the account does not make one up.
    private const string NoBasis = "Căn cứ tạm dừng không được nêu";

    private readonly Dictionary<string, TimeLimit?> read = [];
    private readonly Dictionary<string, ProcedureVersion?> versions = [];
    private readonly Dictionary<string, WorkCalendar?> calendars = [];

    /// <summary>Answers one question.</summary>
    public async ValueTask<DueAnswer> To(DueQuestion question)
    {
        if (Calendar(question.Unit) is not { } calendar)
            return $"Không có đơn vị mã “{question.Unit}”; hãy ghi mã định danh như H15.12.01.";
        if (question.Procedure is { } code)
        {
            if (await Version(code, Vietnam.Day(question.Received)) is not { } version)
                return $"Không có thủ tục {code} có hiệu lực ngày {DayOf(question.Received)}; hãy xem lại mã hoặc dùng --limit.";
            return LimitOf(version, question) is (var offered, null) ? Count(offered, question, calendar) : LimitOf(version, question).No!;
        }
        return Read(question.Limit!) is { } limit
            ? Count(limit, question, calendar)
            : $"Không đọc được thời hạn “{question.Limit}”; hãy viết số và đơn vị, như 10 ngày làm việc, 15 ngày, 8 giờ làm việc, 2 tháng, trong ngày.";
    }

    private static (TimeLimit Limit, string? No) LimitOf(ProcedureVersion version, DueQuestion question)
    {
        var channel = question.Channel ?? (version.PaperAllowed ? Channel.Direct : Channel.Online);
        var named = version.Cases.FirstOrDefault(c => c == question.Case?.Trim());
        if (question.Case is { } typed && named is null)
            return (null!, version.Cases.Count == 0
                ? $"Thủ tục {version.Code} không chia trường hợp; hãy bỏ “{typed}”."
                : $"Thủ tục {version.Code} không có trường hợp “{typed}”; hãy chọn: {string.Join("; ", version.Cases)}.");
        var offer = version.LimitsFor(channel, named);
        if (offer.Usual is { } usual)
            return (usual.Limit, null);
        return (null!, version.Cases.Count > 0 && named is null
            ? $"Thời hạn của thủ tục {version.Code} theo trường hợp; hãy ghi --case một trong: {string.Join("; ", version.Cases)}."
            : $"Thủ tục {version.Code} không có một thời hạn đọc được cho kênh {Terms.Of(channel)}; cán bộ phải xác định, hãy dùng --limit.");
    }

    private DueAnswer Count(TimeLimit limit, DueQuestion question, WorkCalendar calendar)
    {
        var day = Vietnam.Day(question.Received);
        string[] scopes = question.Procedure is { } code ? [$"procedure:{code}"] : [];
        var cutOff = reference.Rules.Find("paper.cut-off", day, scopes);
        if (cutOff is null && limit.Unit == LimitUnit.SameDay)
            return $"Chưa có quy định về giờ nhận hồ sơ trong ngày cho ngày {DayOf(question.Received)}; hãy bổ sung dòng quy định paper.cut-off.";
        if (WrongOrder(question) is { } wrong)
            return wrong;
        if (question.Supplements.Count > 0 && reference.Rules.Find("supplement.restarts", day, scopes) is null)
            return $"Chưa có quy định về bổ sung hồ sơ cho ngày {DayOf(question.Received)}; hãy bổ sung dòng quy định supplement.restarts.";
        var waits = question.Supplements.OrderBy(s => s.From)
            .Select(s => new SupplementWait(s.From, s.To!.Value, reference.Rules.Find("supplement.restarts", day, scopes)!)).ToList();
        var pauses = question.Pauses.Select(p => new ClockPause(p.From, p.To, "", NoBasis, false)).Concat(waits.Select(w => w.Pause)).ToList();
        try
        {
            return new(Deadline.Count(
                limit, question.Received, calendar, cutOff is null ? DayCutOff.None : DayCutOff.Of(cutOff), pauses,
                waits.Count > 0 ? waits[^1].Restart : null, question.Channel == Channel.Online), null);
        }
        catch (ArgumentException) when (question.Pauses.Any(p => p.To is null))
        {
            return "Đồng hồ đang tạm dừng và chưa chạy lại nên chưa có ngày hẹn; hãy ghi thời điểm kết thúc của --pause.";
        }
    }

    private static string? WrongOrder(DueQuestion question)
    {
        if (question.Pauses.Concat(question.Supplements).FirstOrDefault(s => s.To < s.From) is { } turned)
            return $"Khoảng thời gian từ {Moments.Write(turned.From)} kết thúc trước khi bắt đầu; hãy viết TỪ..ĐẾN.";
        DateTimeOffset after = question.Received;
        foreach (var supplement in question.Supplements.OrderBy(s => s.From))
        {
            if (supplement.From < after)
                return $"Yêu cầu bổ sung lúc {Moments.Write(supplement.From)} phải sau khi tiếp nhận và sau lần bổ sung trước; hãy xem lại thời điểm.";
            if (supplement.To is not { } complete)
                return "Hồ sơ đang chờ bổ sung nên chưa có ngày hẹn; hãy ghi thời điểm nhận đủ của --supplement.";
            after = complete;
        }
        return null;
    }

    private WorkCalendar? Calendar(string? unit)
    {
        if (calendars.TryGetValue(unit ?? "", out var known))
            return known;
        var agency = unit is null ? null : reference.Agencies.All.FirstOrDefault(a => a.Code == unit || a.OldCode == unit);
        var calendar = unit is null || agency is not null ? reference.CalendarOf(agency?.Id ?? default) : null;
        return Keep(calendars, unit ?? "", calendar);
    }

    private TimeLimit? Read(string text) =>
        read.TryGetValue(text, out var known) ? known : Keep(read, text, LimitReading.ReadWhole(text).Limit);

    private async ValueTask<ProcedureVersion?> Version(string code, DateOnly day)
    {
        var key = $"{code} {day:yyyyMMdd}";
        return versions.TryGetValue(key, out var known) ? known : Keep(versions, key, await procedure(code, day));
    }

    private static T Keep<T>(Dictionary<string, T> kept, string key, T value)
    {
        if (kept.Count < MostKept)
            kept[key] = value;
        return value;
    }

    private static string DayOf(DateTimeOffset moment) => Domain.Words.VietnameseFormat.Day(moment);
}
