using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>A line of the paper book that a unit writes while the system is down; the dossier is received at the moment written there.</summary>
/// <param name="Book">The volume.</param>
/// <param name="Number">The number in it.</param>
/// <param name="At">When the unit received it.</param>
/// <param name="Reason">Why on paper, in the officer's words.</param>
[Term("dòng của sổ giấy", Law = "TT 01/2018/TT-VPCP Đ.10.2")]
public sealed record BookEntry(int Book, int Number, DateTimeOffset At, TextId Reason)
{
    /// <summary>Why the moment cannot be believed; null if it can: never later than now, and not longer ago than the rule allows.</summary>
    public Refusal? Implausible(Dossier dossier, Circumstances now)
    {
        var days = now.Number("paper-book.entry.days", dossier);
        return At > now.Now
            ? new Refusal("paper.future", "Giờ nhận hồ sơ chưa đến. Hãy ghi đúng ngày, giờ đã ghi trong sổ giấy.", null, "Day")
            : Vietnam.Day(At) < now.Today.AddDays(-days)
            ? new Refusal("paper.too-old",
                $"Hồ sơ ghi trong sổ giấy phải được nhập trong {days:00} ngày. Đề nghị lãnh đạo Bộ phận Một cửa xem xét.",
                "TT 01/2018/TT-VPCP Đ.10.2", "Day")
            : null;
    }
}

/// <summary>The dossier was entered from the paper book: it was received at that moment, and is on record since the time of this event.</summary>
[Term("đã nhập hồ sơ từ sổ giấy"), Stored("entered-from-book")]
public sealed record EnteredFromBook(int Book, int Number, DateTimeOffset At, TextId Reason) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d;
}
