using System.Collections.Immutable;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;

namespace MotCua.Domain.Dossiers;

/// <summary>What goes on paper from one unit to another.</summary>
[Term("nội dung giao nhận bản giấy")]
public enum ParcelContent
{
    /// <summary>The papers of the dossier, or those that completed it.</summary>
    [Term("hồ sơ giấy")] Dossier,
    /// <summary>The result, to the unit that hands it over.</summary>
    [Term("kết quả bản giấy")] Result,
}

/// <summary>Who carries paper from one unit to another (R-WF-04).</summary>
[Term("cách chuyển bản giấy", Law = "NĐ 61/2018/NĐ-CP Đ.18")]
public enum PaperCarrier
{
    /// <summary>The public postal service.</summary>
    [Term("dịch vụ bưu chính công ích")] Post,
    /// <summary>An officer of one of the units.</summary>
    [Term("công chức, viên chức đi giao")] Officer,
    /// <summary>Another safe service.</summary>
    [Term("dịch vụ chuyển an toàn khác")] Service,
}

/// <summary>Paper that was handed over from one unit to another, with its slip.</summary>
/// <param name="Number">Number of the slip, one series per sending unit and year.</param>
/// <param name="Tracking">The carrier's own number; null where it has none.</param>
/// <param name="CarriedBy">Who carries it, in words beside the log; null where the number says enough.</param>
/// <param name="By">The day on which it had to leave (R-WF-03).</param>
/// <param name="Missing">What was missing when it arrived; null while on its way, or where nothing was.</param>
[Term("lần giao nhận bản giấy", Law = "NĐ 61/2018/NĐ-CP Đ.18")]
public sealed record Parcel(
    long Number, ParcelContent What, AgencyId From, AgencyId To, PaperCarrier Carrier, string? Tracking, TextId? CarriedBy, DateOnly By,
    DateTimeOffset SentAt, DateTimeOffset? ReceivedAt = null, TextId? Missing = null)
{
    /// <summary>Whether it left after its day.</summary>
    public bool LeftLate => Vietnam.Day(SentAt) > By;
}

/// <summary>The paper of a dossier between units.</summary>
/// <param name="Parcels">In the order in which they left.</param>
/// <param name="Waits">Papers lie at the receiving unit that have not gone over yet.</param>
[NoTerm("a list of parcels")]
public sealed record PaperWay(ImmutableList<Parcel> Parcels, bool Waits)
{
    /// <summary>Nothing has left.</summary>
    public static readonly PaperWay None = new([], true);

    /// <summary>What is on its way; never more than one.</summary>
    public Parcel? UnderWay => Parcels.FindLast(p => p.ReceivedAt is null);

    /// <summary>The last parcel of a kind; null if none has left.</summary>
    public Parcel? Last(ParcelContent what) => Parcels.FindLast(p => p.What == what);
}

/// <summary>The day on which paper must leave: the same working day, or the next one where it came after the cut-off (R-WF-03).</summary>
[NoTerm("a rule of time")]
public static class PaperDay
{
    /// <summary>The day, for paper that came at a moment.</summary>
    /// <param name="calendar">Of the unit that sends.</param>
    public static DateOnly Of(DateTimeOffset came, WorkCalendar calendar, DayCutOff cutOff)
    {
        var (day, hour) = (Vietnam.Day(came), TimeOnly.FromDateTime(Vietnam.Local(came)));
        // The whole minute of the cut-off still belongs to the day.
        var sameDay = calendar.IsWorkingDay(day) && (cutOff.Hour == TimeOnly.MaxValue || hour < cutOff.Hour.AddMinutes(1));
        return sameDay ? day : calendar.NextWorkingDay(day);
    }
}
