using MotCua.App.Reception;
using MotCua.App.Work;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>The paper book for the days on which the system is down, and the electronic book on paper.</summary>
public sealed class PaperBookTests
{
    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-12")]
    public async Task A_book_is_opened_with_numbers_from_01_goes_on_in_the_next_volume_and_is_closed(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (room, life, officer) = (new PrintRoom(house), new Life(house), await house.Officer("hanh.tn"));
        var unit = await life.UnitId();
        var (first, _) = await room.Books(b => b.Open(unit, 4, officer));
        Assert.Equal((1, 1, 2026, "2025"), (first!.Volume, first.FirstNumber, first.Year, first.Form));
        Assert.Equal("paper-book.open", (await room.Books(b => b.Open(unit, 4, officer))).No!.Code);
        Assert.Equal("duty.missing", (await room.Books(async b => await b.Open(unit, 4, await house.Officer("vu.lq")))).No!.Code);

        var pdf = new PrintedPdf((await room.Print(p => p.Blank(first))).Paper!.Pdf);
        Assert.Equal(4, pdf.Texts.Count);
        Assert.InRange(first.LastNumber, 30, 70);
        Assert.Contains(PrintedPdf.Squeeze($"Từ số 01 đến số {first.LastNumber}"), pdf.Texts[0]);
        Assert.Contains("Số:01/STD-TTPVHCC", pdf.Texts[0]);
        Assert.Contains("NGƯỜIGIỮSỔ", pdf.Texts[3]);
        Assert.Contains(PrintedPdf.Squeeze("Ngày khóa sổ"), pdf.Texts[3]);
        Assert.All(pdf.Sizes, s => Assert.True(s.Width > s.Height));

        Assert.Equal("paper-book.last", (await room.Books(b => b.Close(first.Id, unit, first.LastNumber + 1, new(2026, 11, 17), officer)))!.Code);
        Assert.Equal("paper-book.closed-on", (await room.Books(b => b.Close(first.Id, unit, 7, new(2026, 11, 18), officer)))!.Code);
        Assert.Null(await room.Books(b => b.Close(first.Id, unit, 7, new(2026, 11, 17), officer)));
        Assert.Equal("paper-book.gone", (await room.Books(b => b.Close(first.Id, unit, 7, new(2026, 11, 17), officer)))!.Code);
        var (second, _) = await room.Books(b => b.Open(unit, 1, officer));
        Assert.Equal((2, 8), (second!.Volume, second.FirstNumber));
        Assert.Null(await room.Books(b => b.Close(second.Id, unit, 7, new(2026, 11, 17), officer)));
        house.At(2027, 1, 4, 9, 0);
        var (next, _) = await room.Books(b => b.Open(unit, 1, officer));
        Assert.Equal((2027, 1, 1), (next!.Year, next.Volume, next.FirstNumber));
    }

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-FORM-12")]
    public async Task A_dossier_of_the_paper_book_is_received_at_its_moment_and_recorded_at_the_servers_time(Engine engine)
    {
        await using var house = await TestHouse.Open(engine, new DateTime(2026, 11, 13, 8, 0, 0));
        var (room, life, officer) = (new PrintRoom(house), new Life(house), await house.Officer("hanh.tn"));
        var (book, _) = await room.Books(async b => await b.Open(await life.UnitId(), 2, officer));
        house.At(2026, 11, 17, 9, 10);
        var at = Vietnam.Instant(new DateTime(2026, 11, 16, 8, 30, 0));
        var paper = new PaperReception(book!.Id, 1, at, "Mất điện cả ngày 16/11.");
        var receipt = await room.Receive(await life.Attempt(officer), paper, officer);
        var id = receipt.Dossier!.Value;

        var dossier = await life.Now(id);
        Assert.Equal((at, "261116"), (dossier.Case.ReceivedAt, dossier.Case.Code.Value.Split('-')[1]));
        Assert.Equal(at, dossier.Case.Due.AcceptedAt);
        await using var db = house.Db();
        var view = (await house.Reader(db).Find(id, Domain.Dossiers.Actor.Job))!;
        Assert.Equal(["Received", "EnteredFromBook"], view.Timeline.Take(2).Select(l => l.Event.GetType().Name));
        Assert.All(view.Timeline, l => Assert.Equal(house.Clock.GetUtcNow(), l.Row.At));
        Assert.Equal("Mất điện cả ngày 16/11.", view.Timeline[1].Text);
        Assert.Equal(new EnteredFromBook(book.Id, 1, at, ((EnteredFromBook)view.Timeline[1].Event).Reason), view.Timeline[1].Event);
        Assert.Empty((await house.Verify()).Broken);
        Assert.Contains(PrintedPdf.Squeeze("Thời gian nhận hồ sơ: 08 giờ 30 phút, ngày 16 tháng 11 năm 2026"), await room.Text(id, "receipt"));

        Assert.Equal("paper.taken", (await room.Receive(await life.Attempt(officer), paper, officer)).Refusal!.Code);
    }

    [Theory]
    [Requirement("R-FORM-12")]
    [InlineData(1, "2026-11-17 09:11", "Mất mạng", "paper.future")]
    [InlineData(1, "2026-11-06 10:00", "Mất mạng", "paper.too-old")]
    [InlineData(1, "2026-11-01 10:00", "Mất mạng", "paper.day")]
    [InlineData(999, "2026-11-16 10:00", "Mất mạng", "paper.number")]
    [InlineData(1, "2026-11-16 10:00", " ", "paper.reason")]
    public async Task A_moment_a_number_or_a_reason_that_cannot_be_is_refused(int number, string at, string reason, string code)
    {
        await using var house = await TestHouse.Open(at: new DateTime(2026, 11, 2, 8, 0, 0));
        var (room, life, officer) = (new PrintRoom(house), new Life(house), await house.Officer("hanh.tn"));
        var (book, _) = await room.Books(async b => await b.Open(await life.UnitId(), 2, officer));
        house.At(2026, 11, 17, 9, 10);
        var moment = Vietnam.Instant(DateTime.ParseExact(at, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));

        var receipt = await room.Receive(await life.Attempt(officer), new PaperReception(book!.Id, number, moment, reason), officer);

        Assert.Null(receipt.Dossier);
        Assert.Equal(code, receipt.Refusal!.Code);
    }

    [Fact]
    [Requirement("R-FORM-11")]
    public async Task The_electronic_book_is_printed_by_fields_and_period_in_the_set_of_its_year()
    {
        await using var house = await TestHouse.Open(at: new DateTime(2025, 12, 30, 9, 0, 0));
        var (room, life, officer) = (new PrintRoom(house), new Life(house), await house.Officer("hanh.tn"));
        await life.Received();
        house.At(2026, 11, 16, 9, 0);
        await life.Received();
        await life.Received("1.001612");
        house.At(2026, 11, 17, 9, 0);
        await life.Received("1.001612");
        var unit = (await life.UnitId()).Value;
        async Task<PrintedPdf> Of(int year, DateOnly from, DateOnly to, params string[] sectors) =>
            new((await room.Print(p => p.Filled(officer, new BookOf(unit, year), sectors, from, to))).Paper!.Pdf);

        var old = await Of(2025, new(2025, 1, 1), new(2025, 12, 31));
        Assert.Contains(PrintedPdf.Squeeze("Ghi chú"), old.Text);
        Assert.Contains(PrintedPdf.Squeeze("Mẫu số 06"), old.Text);
        var all = await Of(2026, new(2026, 1, 1), new(2026, 12, 31));
        Assert.DoesNotContain(PrintedPdf.Squeeze("Ghi chú"), all.Text);
        Assert.Contains(PrintedPdf.Squeeze("Số hồ sơ: 03"), all.Text);
        Assert.Contains("STD-TTPVHCC", all.Text);
        var group = await Of(2026, new(2026, 11, 17), new(2026, 11, 17), "Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)");
        Assert.Contains(PrintedPdf.Squeeze("Số hồ sơ: 01"), group.Text);
        Assert.Contains(PrintedPdf.Squeeze("từ ngày 17/11/2026 đến ngày 17/11/2026"), group.Text);
        Assert.Contains("02H15.12.01-261117-0001", group.Text);
        Assert.Equal("book.period", (await room.Print(p => p.Filled(officer, new BookOf(unit, 2026), [], new(2025, 12, 1), new(2026, 1, 1)))).No!.Code);
        Assert.Equal((null, null), await room.Print(async p => await p.Filled(
            await house.Officer("vu.lq"), new BookOf(unit, 2026), [], new(2026, 1, 1), new(2026, 12, 31))));
    }
}
