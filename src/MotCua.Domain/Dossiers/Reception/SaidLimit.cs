using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>What the counter officer says of the limit: one of those that the procedure offers, or, where it has none that can be read,
/// the day of return and its basis. Nothing is invented in his place.</summary>
/// <param name="Chosen">One of the limits offered.</param>
/// <param name="Due">The day of return that he determines.</param>
/// <param name="Basis">The text by which he determines it, as he cites it.</param>
[NoTerm("a part of Receive")]
public sealed record SaidLimit(TimeLimit? Chosen, DateOnly? Due = null, string? Basis = null)
{
    /// <summary>The longest basis, in characters.</summary>
    public const int LongestBasis = 200;

    // As far as calendars and the longest limits of the law reach.
    private const int MostYears = 10;

    /// <summary>The limit that binds, or why it cannot be told.</summary>
    public static (TimeLimit? Limit, Refusal? No) Of(
        SaidLimit? said, LimitOffer offer, DateTimeOffset now, WorkCalendar calendar, Channel channel)
    {
        if (said?.Chosen is { } chosen)
            return offer.Choices.Any(c => c.Limit == chosen)
                ? (chosen, null)
                : (null, new("receive.limit", "Thủ tục không có thời hạn đã chọn cho kênh nộp và trường hợp này. Hãy chọn lại.", null, nameof(Chosen)));
        if (offer.Usual is { } usual)
            return (usual.Limit, null);
        if (said is null && offer.Choices.Count > 0)
            return (null, new("receive.limit",
                "Thủ tục có nhiều thời hạn cho kênh nộp này. Hãy chọn thời hạn đúng với hồ sơ, hoặc tự xác định ngày hẹn và căn cứ.", null, nameof(Chosen)));
        return Determined(said, calendar, Vietnam.Day(calendar.AcceptedAs(now, channel == Channel.Online)));
    }

    private static (TimeLimit?, Refusal?) Determined(SaidLimit? said, WorkCalendar calendar, DateOnly accepted)
    {
        if (said?.Due is not { } due)
            return (null, new("receive.no-limit",
                "Thủ tục chưa có thời hạn đọc được cho kênh nộp và trường hợp này. Hãy xác định ngày hẹn trả và ghi căn cứ.", null, nameof(Due)));
        if (VietnameseText.Clean(said.Basis) is not { } basis)
            return (null, new("receive.limit.basis", "Hãy ghi căn cứ của ngày hẹn trả do cán bộ xác định: văn bản, điều, khoản.", null, nameof(Basis)));
        if (basis.Length > LongestBasis)
            return (null, new("receive.limit.basis", $"Căn cứ dài quá {LongestBasis} ký tự. Hãy viết ngắn lại.", null, nameof(Basis)));
        if (due <= accepted || due > accepted.AddYears(MostYears))
            return (null, new("receive.limit.day",
                $"Ngày hẹn trả phải sau ngày tiếp nhận {VietnameseFormat.Day(accepted)} và trong vòng {MostYears} năm. Hãy nhập lại.", null, nameof(Due)));
        if (calendar.Why(due) is { Works: false } rest)
            return (null, new("receive.limit.rest-day",
                $"{VietnameseFormat.Day(due)} là ngày nghỉ ({rest.Reason}). Hãy chọn ngày làm việc.", rest.Law, nameof(Due)));
        return (new TimeLimit(calendar.WorkingDaysBetween(accepted, due), LimitUnit.WorkingDay) { SetOn = basis }, null);
    }
}
