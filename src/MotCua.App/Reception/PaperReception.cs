using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Law;

namespace MotCua.App.Reception;

/// <summary>What a paper book says of a dossier that was received while the system was down (R-FORM-12).</summary>
/// <param name="Book">The volume.</param>
/// <param name="Number">Its number in the book.</param>
/// <param name="At">When the unit received it, as written there.</param>
/// <param name="Reason">Why it was received on paper.</param>
public sealed record PaperReception(int Book, int Number, DateTimeOffset At, string Reason)
{
    private const int LongestReason = 500;

    /// <summary>Why it cannot stand in that volume; null if it can. What the moment may be is the act's own rule.</summary>
    internal async Task<Refusal?> Problem(MotCuaDb db, int unit, CancellationToken cancel)
    {
        var (book, number) = (Book, Number);
        var row = await db.Set<PaperBookRow>().AsNoTracking().FirstOrDefaultAsync(b => b.Id == book && b.UnitId == unit, cancel);
        var day = Vietnam.Day(At);
        return row switch
        {
            null => new Refusal("paper.book", "Hãy chọn quyển sổ giấy của đơn vị.", null, "Book"),
            _ when day.Year != row.Year || day < row.OpenedOn || day > row.ClosedOn => new Refusal("paper.day",
                $"Ngày nhận phải trong thời gian mở của quyển {row.Volume:00}/{row.Year}. Hãy xem lại ngày ghi trong sổ.",
                "TT 01/2018/TT-VPCP Đ.10.2", "Day"),
            _ when Number < row.FirstNumber || Number > (row.LastUsed ?? row.LastNumber) => new Refusal("paper.number",
                $"Quyển {row.Volume:00}/{row.Year} có các số từ {row.FirstNumber:00} đến {row.LastUsed ?? row.LastNumber:00}. Hãy xem lại số ghi trong sổ.",
                null, "Number"),
            _ when await db.Set<PaperBookEntryRow>().AnyAsync(e => e.BookId == book && e.Number == number, cancel) => new Refusal("paper.taken",
                $"Số {Number:00} của quyển {row.Volume:00}/{row.Year} đã được nhập vào hệ thống. Hãy xem lại số ghi trong sổ.", null, "Number"),
            _ when string.IsNullOrWhiteSpace(Reason) => new Refusal("paper.reason", "Hãy ghi lý do nhận hồ sơ bằng sổ giấy.", null, "Reason"),
            _ when Reason.Length > LongestReason => new Refusal("paper.reason", $"Lý do dài quá {LongestReason} ký tự. Hãy viết ngắn lại.", null, "Reason"),
            _ => null,
        };
    }
}
