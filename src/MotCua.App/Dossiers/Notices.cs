using Microsoft.EntityFrameworkCore;
using MotCua.App.Outbox;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>Messages of the outbox to ourselves.</summary>
public static class OwnMessages
{
    /// <summary>Their receiver.</summary>
    public const string Receiver = "self";

    /// <summary>Marks one as carried; several servers may try.</summary>
    /// <returns>Whether it was this one who did.</returns>
    public static async Task<bool> Noted(MotCuaDb db, long id, DateTimeOffset at, CancellationToken cancel) =>
        await db.Set<OutboxRow>().Where(o => o.Id == id && o.Sent == null)
            .ExecuteUpdateAsync(o => o.SetProperty(x => x.Sent, at).SetProperty(x => x.Proof, "noted"), cancel) > 0;
}

/// <summary>What others are told of an event (R-ADM-14): the applicant by the ways he chose, the national portal by its status code.
/// The words hold no name and no number of a person.</summary>
internal static class Notices
{
    /// <summary>The messages of one event.</summary>
    public static IEnumerable<OutboxRow> Of(DossierEventRow row, DossierEvent e, Dossier after, Circumstances now)
    {
        foreach (var (unit, said) in ToUnits(e, after, now))
            yield return Row($"unit:{now.Agencies.Find(unit)?.Code}", said);
        // What a process asks of another system; the applicant is told nothing of it.
        if (e is WaitOpened { Kind: WaitKind.Service, Receiver: { } system } asks)
            yield return Row(system, $"{asks.Message ?? now.Process.Find(asks.Element)?.Name ?? asks.Element}: hồ sơ {after.Case.Code.Value}.");
        // A message to ourselves: the dossier of the group learns by it that a part has ended.
        if (after.Links.Parent is not null && e is (ResultRegistered or Stopped))
            yield return Row(OwnMessages.Receiver, $"Hồ sơ thành phần {after.Case.Code.Value} đã kết thúc.");
        if (Words(e, after, now) is not { } words)
            yield break;
        // Whoever filed a group is told of the group; of a part only what he must do or what takes something from him.
        var quiet = e is Received { ReceiptNumber: null } && now.Together.Count > 0
            || after.Links.Parent is not null && e is (HandedOver or ResultRegistered or ResultHandedOver or DueRecomputed);
        foreach (var way in quiet ? [] : after.Case.Notices)
            yield return Row(way, words);
        yield return Row("national-portal", PortalStatus.Of(after.Case));

        OutboxRow Row(string receiver, string text) => new()
        {
            DossierId = row.DossierId, Version = row.Version, Receiver = receiver, Kind = row.Kind, Text = text, Created = row.At,
        };
    }

    private static string? Words(DossierEvent e, Dossier after, Circumstances now)
    {
        var code = after.Case.Code.Value;
        var unit = now.Agencies.NameOf(after.Case.Reception);
        return e switch
        {
            Received => $"{unit} đã tiếp nhận hồ sơ {code}. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            HandedOver => $"Hồ sơ {code} đã được chuyển đến {now.Agencies.NameOf(after.Case.Competent)} để giải quyết.",
            SupplementRequested => $"Hồ sơ {code} cần bổ sung giấy tờ. Nội dung cụ thể có trong phiếu yêu cầu bổ sung tại {unit}.",
            SupplementCompleted => $"Hồ sơ {code} đã bổ sung đủ; thời hạn tính tiếp. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            SupplementAccepted => $"Hồ sơ {code} đã bổ sung đủ; thời hạn tính lại từ đầu. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            // Whoever has an appointment of another day keeps it; he is told of nothing that changes for him.
            DueRecomputed { Appointment: { } moved } =>
                $"Lịch làm việc hoặc quy định có thay đổi nên hồ sơ {code} được tính lại hạn. Hẹn trả kết quả mới: {Time(moved)}.",
            WithdrawalRequested => $"{unit} đã ghi yêu cầu rút hồ sơ {code} và sẽ trả lời ngay.",
            ClockPaused paused => $"Thời hạn giải quyết hồ sơ {code} tạm dừng. {paused.Why}{Turn(paused)} "
                + "Hạn và ngày hẹn trả được tính lại khi thời hạn chạy tiếp.",
            ClockResumed => $"Thời hạn giải quyết hồ sơ {code} đã chạy tiếp. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            ExtensionRequested => $"{now.Agencies.NameOf(after.Case.Competent)} xin lỗi vì chưa trả được kết quả hồ sơ {code} đúng hẹn. "
                + $"Hẹn lại: {Time(after.Case.Appointment)}. Lý do ghi trong văn bản xin lỗi tại {unit}.",
            Apologised => $"{now.Agencies.NameOf(after.Case.Competent)} xin lỗi về việc giải quyết hồ sơ {code}. "
                + $"Nội dung ghi trong văn bản xin lỗi tại {unit}.",
            DueChanged => $"Hạn giải quyết hồ sơ {code} đã đổi theo quy định của pháp luật. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            Stopped stopped when IsAsked(stopped, now) =>
                $"Hồ sơ {code} đã dừng giải quyết theo yêu cầu. Giấy tờ gốc và phí, lệ phí được giải quyết tại {unit}.",
            Stopped => $"Hồ sơ {code} đã dừng giải quyết; căn cứ ghi trong thông báo tại {unit}. Giấy tờ gốc và phí, lệ phí được giải quyết tại đó.",
            StopDeclined => $"Hồ sơ {code} không dừng được vì đã có quyết định hoặc thông báo kết quả.",
            ResultsGathered => $"Hồ sơ {code} đã có kết quả của các thủ tục trong nhóm. Mời nhận cùng một lần tại "
                + $"{now.Agencies.NameOf(after.Delivery.ReturnUnit)} hoặc theo cách đã đăng ký.",
            ResultRegistered => $"Hồ sơ {code} đã có kết quả. Mời nhận tại {now.Agencies.NameOf(after.Delivery.ReturnUnit)} hoặc theo cách đã đăng ký.",
            ForwardedToCompetent forwarded => $"Hồ sơ {code} thuộc thẩm quyền của {now.Agencies.NameOf(forwarded.To)} nên đã được chuyển đến đó. "
                + $"Hẹn trả kết quả giữ nguyên: {Time(after.Case.Appointment)}, nơi trả không đổi.",
            ResultHandedOver => $"Kết quả của hồ sơ {code} đã được trao.",
            _ => null,
        };
    }

    /// <summary>What units are told: a task and its result go to whoever needs them next, to who asked and to the one-stop unit (R-WF-11, R-WF-12).</summary>
    private static IEnumerable<(AgencyId Unit, string Words)> ToUnits(DossierEvent e, Dossier after, Circumstances now)
    {
        var code = after.Case.Code.Value;
        switch (e)
        {
            case CooperationAsked { Supervisor: { } supervisor } asked:
                return [(supervisor, $"{now.Agencies.NameOf(asked.Agency)} được gửi phối hợp hồ sơ {code}, hạn {Time(asked.Due.Due)}. Đề nghị theo dõi.")];
            case CooperationAnswered answered when after.Cooperation.Tasks.Find(t => t.Number == answered.Number) is { } task:
                var words = $"{now.Agencies.NameOf(task.Agency)} đã trả lời phối hợp hồ sơ {code}.";
                return new[] { task.Feeds, task.Asker, task.Supervisor, after.Case.Reception }.OfType<AgencyId>().Distinct().Select(u => (u, words));
            case PaperReceived { Missing: not null } came:
                var parcel = after.Paper.Last(came.What)!;
                return [(parcel.From, $"{now.Agencies.NameOf(parcel.To)} ghi nhận bản giấy hồ sơ {code} thiếu giấy tờ. Hãy xem nội dung và bổ sung.")];
            case DocumentVoided { Replaced: var replaced } voided:
                var since = $"Giấy tờ trong kho mà hồ sơ {code} dùng hoặc đã tạo ra {(replaced ? "đã có bản thay thế" : "đã bị hủy bỏ, thu hồi")} "
                    + $"từ {Time(voided.Since)}. Hãy xem lại hồ sơ; bản giấy chuyển đổi từ giấy tờ đó cũng hết giá trị.";
                return new[] { after.Case.Competent, after.Case.Reception }.Distinct().Select(u => (u, since));
            default:
                return [];
        }
    }

    private static bool IsAsked(Stopped e, Circumstances now) => now.FindReason("stop", e.Reason)?.By is null or Responsible.Applicant;

    private static string Turn(ClockPaused e) => e.By == Responsible.Applicant ? " Mời ông/bà thực hiện và nộp chứng từ." : "";

    private static string Time(DateTimeOffset at) => $"{Vietnam.Local(at):HH} giờ {Vietnam.Local(at):mm} ngày {Vietnam.Local(at):dd/MM/yyyy}";
}
