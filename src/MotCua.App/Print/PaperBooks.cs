using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Law;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.App.Print;

/// <summary>A volume with how much of it was entered into the system.</summary>
/// <param name="Entered">Numbers entered.</param>
/// <param name="Highest">The highest of them; 0 for none.</param>
public sealed record PaperBookLine(PaperBookRow Book, int Entered, int Highest);

/// <summary>The register of a unit's paper books: opened yearly, numbers from 01 to the year's end going on in the next volume,
/// closed at the year's end with signature and seal (TT 01/2018/TT-VPCP Đ.10.2, R-FORM-12).</summary>
public sealed class PaperBooks(MotCuaDb db, ReferenceCache references, BookPrint print, Duties duties, TimeProvider clock)
{
    /// <summary>Most pages of a volume.</summary>
    public const int MostPages = 200;

    private static readonly Refusal Gone = new("paper-book.gone", "Không có quyển sổ này để đóng. Hãy xem lại danh sách sổ giấy của đơn vị.");

    /// <summary>The volumes of a unit, latest first.</summary>
    public async Task<IReadOnlyList<PaperBookLine>> Of(AgencyId unit, CancellationToken cancel = default)
    {
        var books = await db.Set<PaperBookRow>().AsNoTracking().Where(b => b.UnitId == unit.Value)
            .OrderByDescending(b => b.Year).ThenByDescending(b => b.Volume).ToListAsync(cancel);
        var ids = books.ConvertAll(b => b.Id);
        var entered = (await db.Set<PaperBookEntryRow>().Where(e => ids.Contains(e.BookId)).Select(e => new { e.BookId, e.Number }).ToListAsync(cancel))
            .ToLookup(e => e.BookId, e => e.Number);
        return books.ConvertAll(b => new PaperBookLine(b, entered[b.Id].Count(), entered[b.Id].DefaultIfEmpty(0).Max()));
    }

    /// <summary>Whether the officer opens and closes books of the unit.</summary>
    public async Task<Refusal?> Missing(OfficerId officer, AgencyId unit, CancellationToken cancel = default) =>
        await duties.Missing(officer, Duty.HeadOneStop, unit, cancel) is null ? null : await duties.Missing(officer, Duty.Receive, unit, cancel);

    /// <summary>Opens the next volume of this year.</summary>
    /// <param name="pages">How many pages it is to have.</param>
    public async Task<(PaperBookRow? Book, Refusal? No)> Open(AgencyId unit, int pages, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Missing(officer, unit, cancel) is { } no)
            return (null, no);
        if (pages is < 1 or > MostPages)
            return (null, new Refusal("paper-book.pages", $"Số trang của một quyển phải từ 1 đến {MostPages}.", null, "Pages"));
        var now = clock.GetUtcNow();
        var today = Vietnam.Day(now);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await ReferenceStamp.Hold(db, cancel);
        var last = await db.Set<PaperBookRow>().AsNoTracking().Where(b => b.UnitId == unit.Value)
            .OrderByDescending(b => b.Year).ThenByDescending(b => b.Volume).FirstOrDefaultAsync(cancel);
        if (last is { ClosedOn: null })
            return (null, new Refusal("paper-book.open",
                $"Quyển {last.Volume:00}/{last.Year} đang mở. Hãy khóa quyển đó trước khi mở quyển tiếp theo.", "TT 01/2018/TT-VPCP Đ.10.2"));
        var continues = last?.Year == today.Year;
        var (volume, first) = continues ? (last!.Volume + 1, last.LastUsed!.Value + 1) : (1, 1);
        var set = (await references.Get(db, cancel)).Rules.Text("form.set", new DateOnly(today.Year, 1, 1));
        if (await print.LastNumber(unit, set, today.Year, volume, first, pages, today, cancel) is not { } until)
            return (null, new Refusal(StatutoryPapers.NoTemplate, $"Chưa có mẫu sổ theo dõi của bộ mẫu {set}. Đề nghị quản trị bổ sung mẫu giấy."));
        var book = new PaperBookRow
        {
            UnitId = unit.Value, Year = today.Year, Volume = volume, Pages = pages, FirstNumber = first, LastNumber = until, Form = set,
            OpenedOn = today, OpenedBy = officer.Value, OpenedAt = now,
        };
        db.Add(book);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        return (book, null);
    }

    /// <summary>Closes a volume: what was signed and sealed on paper is recorded.</summary>
    /// <param name="lastUsed">The last number written in it; one less than its first where none was.</param>
    /// <param name="closedOn">The day of the signature.</param>
    public async Task<Refusal?> Close(int id, AgencyId unit, int? lastUsed, DateOnly? closedOn, OfficerId officer, CancellationToken cancel = default)
    {
        if (await Missing(officer, unit, cancel) is { } no)
            return no;
        var line = (await Of(unit, cancel)).FirstOrDefault(b => b.Book.Id == id && b.Book.ClosedOn is null);
        if (line is null)
            return Gone;
        var (book, today) = (line.Book, Vietnam.Day(clock.GetUtcNow()));
        if (closedOn is not { } day || day < book.OpenedOn || day > today || day.Year != book.Year)
            return new Refusal("paper-book.closed-on",
                $"Ngày khóa sổ phải từ ngày mở sổ đến hôm nay và trong năm {book.Year}.", "TT 01/2018/TT-VPCP Đ.10.2", "ClosedOn");
        var least = Math.Max(book.FirstNumber - 1, line.Highest);
        if (lastUsed is not { } used || used < least || used > book.LastNumber)
            return new Refusal("paper-book.last", $"Số cuối đã ghi phải từ {least:00} đến {book.LastNumber:00}. Hãy xem lại sổ giấy.", null, "LastUsed");
        var (by, now) = (officer.Value, clock.GetUtcNow());
        return await db.Set<PaperBookRow>().Where(b => b.Id == id && b.ClosedOn == null).ExecuteUpdateAsync(b => b
            .SetProperty(x => x.ClosedOn, day).SetProperty(x => x.ClosedBy, by).SetProperty(x => x.ClosedAt, now).SetProperty(x => x.LastUsed, used),
            cancel) == 0 ? Gone : null;
    }
}
