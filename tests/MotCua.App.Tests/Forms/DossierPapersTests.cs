using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>The papers of dossiers, from the log: by which set, under which number, with which words.</summary>
public sealed class DossierPapersTests
{
    [Theory]
    [Requirement("R-FORM-01")]
    [Requirement("R-FORM-02")]
    [InlineData("2018-06-21", "2018")]
    [InlineData("2019-01-05", "2018")]
    [InlineData("2019-01-06", "2018")]
    [InlineData("2025-06-30", "2018")]
    [InlineData("2025-07-01", "2018")]
    [InlineData("2025-09-14", "2018")]
    [InlineData("2025-09-15", "2025")]
    public async Task A_day_in_a_gap_uses_the_set_before(string day, string set)
    {
        await using var house = await TestHouse.Open();

        Assert.Equal(set, (await house.Stage.Reference()).Rules.Text("form.set", DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [Requirement("R-FORM-15")]
    [Requirement("R-FORM-21")]
    [InlineData(2024, 5, 6, "receipt/2018", "Số:01/TTPVHCC", "Số:01/TTPVHCC")]
    [InlineData(2025, 9, 12, "receipt/2018", "Số:01/TTPVHCC", "Số:01/TTPVHCC")]
    [InlineData(2025, 9, 15, "receipt/2025", "Số:01/TTPVHCC", "Số:01/PKS-TTPVHCC")]
    public async Task Papers_are_printed_by_the_set_of_their_day_with_its_numbers(int year, int month, int day, string form, string receipt, string slip)
    {
        await using var house = await TestHouse.Open(at: new DateTime(year, month, day, 9, 0, 0));
        var (room, id) = (new PrintRoom(house), await new Life(house).Received());

        var (paper, _) = await room.Paper(id, "receipt");
        Assert.Equal(form, paper!.Form);
        Assert.Contains(receipt, new PrintedPdf(paper.Pdf).Text);
        Assert.Contains(slip, await room.Text(id, "control-slip"));
    }

    [Fact]
    [Requirement("R-FORM-21")]
    public async Task A_receipt_of_the_older_set_is_printed_again_by_it_under_the_newer()
    {
        await using var house = await TestHouse.Open(at: new DateTime(2025, 9, 12, 9, 0, 0));
        var id = await new Life(house).Received();
        house.At(2026, 11, 17, 9, 0);

        Assert.Equal("receipt/2018", (await new PrintRoom(house).Paper(id, "receipt")).Paper!.Form);
    }

    [Fact]
    [Requirement("R-FEE-10")]
    [Requirement("R-TIME-08")]
    public async Task The_receipt_names_each_fee_and_where_a_result_by_post_goes()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received("2.000635", (await life.Typed("2.000635")).With(
            ("fee.0.count", "3"), ("return.channel", "Post"), ("return.address", "Số 9 đường Lê Duẩn, phường Tân Lập")));
        var text = await new PrintRoom(house).Text(id, "receipt");

        Assert.Contains(PrintedPdf.Squeeze("Phí, lệ phí: 24.000 đồng"), text);
        Assert.Contains(PrintedPdf.Squeeze("1.Phí cấp bản sao Trích lục hộ tịch: 03 bản sao × 8.000 đồng = 24.000 đồng"), text);
        Assert.Contains(PrintedPdf.Squeeze("Địa chỉ nhận kết quả: Số 9 đường Lê Duẩn, phường Tân Lập"), text);
        Assert.Matches(@"Thờigiantrảkếtquả:\d\dgiờ\d\dphút,ngày", text);
    }

    [Fact]
    [Requirement("R-FORM-10")]
    [Requirement("R-FORM-23")]
    public async Task The_control_slip_shows_a_branch_that_waits_for_the_others()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        var id = await life.Received("1.115320");
        Life.Expect(await life.End(id, (await life.Now(id)).Open.Steps[0]));
        var branches = (await life.Now(id)).Open.Steps;
        Assert.Equal(2, branches.Count);
        var room = new PrintRoom(house);
        house.At(2026, 11, 18, 10, 7);
        Life.Expect(await life.End(id, branches[0]));

        Assert.Contains(PrintedPdf.Squeeze("10 giờ 07 phút, ngày 18 tháng 11 năm 2026"), await room.Text(id, "control-slip"));
        Assert.Contains(PrintedPdf.Squeeze("2. Nhận: …………"), await room.Text(id, "control-slip"));
        house.At(2026, 11, 19, 14, 9);
        Life.Expect(await life.End(id, branches[1]));
        var done = await room.Text(id, "control-slip");
        Assert.Contains(PrintedPdf.Squeeze("10 giờ 07 phút, ngày 18 tháng 11 năm 2026"), done);
        Assert.Contains(PrintedPdf.Squeeze("14 giờ 09 phút, ngày 19 tháng 11 năm 2026"), done);
        Assert.DoesNotContain(PrintedPdf.Squeeze("2. Nhận: …………"), done);
    }

    [Fact]
    [Requirement("R-FORM-09")]
    public async Task A_stopped_dossier_has_its_notice_and_in_the_set_of_2018_there_is_none()
    {
        await using var house = await TestHouse.Open();
        var (room, id) = (new PrintRoom(house), await Stopped(house));
        var text = await room.Text(id, "stop");

        Assert.Contains("Số:01/TB-TTPVHCC", text);
        Assert.Contains(PrintedPdf.Squeeze("Nội dung yêu cầu: Xin rút để nộp lại sau."), text);
        Assert.Contains(PrintedPdf.Squeeze("chủ hồ sơ yêu cầu rút hồ sơ lúc 09 giờ 10 phút, ngày 17 tháng 11 năm 2026; kênh: trực tiếp"), text);
        Assert.Contains(PrintedPdf.Squeeze("Kiểm tra điều kiện dừng: chưa có quyết định giải quyết"), text);
        Assert.Contains(PrintedPdf.Squeeze("Giấy tờ gốc đã nộp: Không có giấy tờ gốc phải trả lại"), text);

        await using var before = await TestHouse.Open(at: new DateTime(2025, 9, 12, 9, 0, 0));
        Assert.Equal("print.no-template", (await new PrintRoom(before).Paper(await Stopped(before), "stop")).No!.Code);
    }

    [Theory]
    [Requirement("R-FORM-08")]
    [InlineData(2026, "apology/2025", "trả kết quả vào")]
    [InlineData(2024, "apology/2018", "Hẹn lại thời gian trả kết quả")]
    public async Task An_extension_prints_its_apology_with_the_new_day_and_what_had_been_promised(int year, string form, string label)
    {
        await using var house = await TestHouse.Open(at: new DateTime(year, 5, 6, 9, 10, 0));
        var life = new Life(house);
        var id = await life.Received("1.115320");
        var promised = (await life.Now(id)).Case.Appointment;
        var head = await house.Stage.OfficerWith(Domain.Agencies.Duty.Sign, (await life.Now(id)).Case.Competent);
        await using var db = house.Db();
        Life.Expect(await house.Time(db).Extend(
            id, new DateOnly(year, 5, 28), "cho-y-kien-phoi-hop", "Chưa có ý kiến của cơ quan thuế.", house.Stage.HandOf(head)));
        var (paper, no) = await new PrintRoom(house).Paper(id, "apology");

        Assert.Null(no);
        Assert.Equal(form, paper!.Form);
        var text = new PrintedPdf(paper.Pdf).Text;
        Assert.Contains("Số:01/PXL", text);
        Assert.Contains(PrintedPdf.Squeeze(MotCua.App.Papers.Forms.FormPhrases.Moment(promised)), text);
        Assert.Contains(PrintedPdf.Squeeze($"{label}: 17 giờ 00 phút, ngày 28 tháng 5 năm {year}"), text);
        Assert.Contains(PrintedPdf.Squeeze("Chưa nhận được ý kiến của cơ quan phối hợp. Chưa có ý kiến của cơ quan thuế."), text);
    }

    private static async Task<DossierId> Stopped(TestHouse house)
    {
        var life = new Life(house);
        var id = await life.Received();
        var counter = house.Stage.HandOf(await house.Stage.OfficerWith(Domain.Agencies.Duty.Receive, await life.UnitId()));
        Life.Expect(await house.Stage.Handle(h => h.RequestWithdrawal(id, Channel.Direct, "Xin rút để nộp lại sau.", counter)));
        Life.Expect(await house.Stage.Handle(h => h.Stop(id, "nguoi-nop-yeu-cau", counter)));
        return id;
    }
}
