using MotCua.App.Outbox;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Law;

namespace MotCua.App.Dossiers;

/// <summary>What others are told of an event (R-ADM-14): the applicant by the ways he chose, the national portal by its status code.
/// The words hold no name and no number of a person.</summary>
internal static class Notices
{
    /// <summary>The messages of one event.</summary>
    public static IEnumerable<OutboxRow> Of(DossierEventRow row, DossierEvent e, Dossier after, Circumstances now)
    {
        if (Words(e, after, now) is not { } words)
            yield break;
        foreach (var way in after.Case.Notices)
            yield return Row(way, words);
        yield return Row("national-portal", after.Case.Status.ToString());

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
            SupplementAccepted => $"Hồ sơ {code} đã bổ sung đủ; thời hạn tính lại từ đầu. Hẹn trả kết quả: {Time(after.Case.Appointment)}.",
            // Whoever has an appointment of another day keeps it; he is told of nothing that changes for him.
            DueRecomputed { Appointment: { } moved } =>
                $"Lịch làm việc hoặc quy định có thay đổi nên hồ sơ {code} được tính lại hạn. Hẹn trả kết quả mới: {Time(moved)}.",
            WithdrawalRequested => $"{unit} đã ghi yêu cầu rút hồ sơ {code} và sẽ trả lời ngay.",
            Stopped => $"Hồ sơ {code} đã dừng giải quyết theo yêu cầu. Giấy tờ gốc và phí, lệ phí được giải quyết tại {unit}.",
            StopDeclined => $"Hồ sơ {code} không dừng được vì đã có quyết định hoặc thông báo kết quả.",
            ResultRegistered => $"Hồ sơ {code} đã có kết quả. Mời nhận tại {now.Agencies.NameOf(after.Delivery.ReturnUnit)} hoặc theo cách đã đăng ký.",
            ResultHandedOver => $"Kết quả của hồ sơ {code} đã được trao.",
            _ => null,
        };
    }

    private static string Time(DateTimeOffset at) => $"{Vietnam.Local(at):HH} giờ {Vietnam.Local(at):mm} ngày {Vietnam.Local(at):dd/MM/yyyy}";
}
