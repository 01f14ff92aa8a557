using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

/// <summary>The three and only three outcomes of the check at the counter (R-REC-07).</summary>
public sealed class OutcomeTests
{
    [Theory]
    [ClassData(typeof(BothEngines))]
    [Requirement("R-REC-07"), Requirement("R-REC-12")]
    public async Task A_complete_attempt_becomes_the_dossier_and_keeps_its_papers(Engine engine)
    {
        await using var counter = await Counter.Open(engine: engine);
        var id = await counter.Begin(typed: await counter.Life.Typed());
        Assert.Empty(await counter.Attach(id, new OfferedFile("2", "giấy chứng sinh.pdf", () => new MemoryStream(SampleFiles.Pdf()))));
        var receipt = await counter.Receive(id);
        var dossier = Assert.IsType<Performed.Done>(receipt.Performed).After;
        Assert.Equal("H15.12.01-261117-0001", dossier.Case.Code.Value);
        Assert.Equal(1, dossier.Case.ReceiptNumber);
        Assert.Equal(id, dossier.Links.Attempt);
        var paper = await counter.With(db => db.Set<DossierPaperRow>().Include(p => p.Files).SingleAsync(p => p.DossierId == id && p.Component == "2"));
        Assert.Equal("giấy chứng sinh.pdf", Assert.Single(paper.Files).FileName);
        Assert.Equal(AttemptState.Accepted, (await counter.View(id))!.Attempt.State);
        Assert.Empty((await counter.House.Verify()).Broken);
    }

    [Fact]
    public async Task What_was_not_handed_in_is_not_on_record_as_taken()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("paper.3.passes", ""), ("paper.4.passes", ""));
        await counter.Receive(await counter.Begin(typed: typed));
        var codes = await counter.With(db => db.Set<DossierPaperRow>().OrderBy(p => p.Id).Select(p => p.Component).ToListAsync());
        Assert.Equal(["1", "2", "5", "6", "7"], codes);
    }

    [Fact]
    public async Task Everything_that_is_missing_is_named_at_once_in_the_order_of_the_page()
    {
        await using var counter = await Counter.Open();
        var receipt = await counter.Receive(await counter.Begin("1.013225", TypedForm.Empty.With(("submitter.same", "false"))));
        Assert.Null(receipt.Dossier);
        Assert.Equal(
            [
                "owner.name", "owner.address", "owner.number", "submitter.name", "submitter.address", "submitter.number", "authorisation", "case",
                "paper.1.passes", "paper.2.passes",
            ],
            receipt.Refusals.Select(r => r.Field));
    }

    [Theory]
    [ClassData(typeof(BothEngines))]
    public async Task The_same_attempt_received_twice_at_once_is_one_dossier(Engine engine)
    {
        await using var counter = await Counter.Open(engine: engine);
        var id = await counter.Begin(typed: await counter.Life.Typed());
        var receipts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => counter.Receive(id))));
        Assert.All(receipts, r => Assert.Equal(new DossierId(id), r.Dossier));
        Assert.Equal(1, await counter.With(db => db.Set<DossierRow>().CountAsync()));
        Assert.Equal(new DossierId(id), (await counter.Receive(id)).Dossier);
    }

    [Fact]
    [Requirement("R-REC-07"), Requirement("R-REC-29")]
    public async Task What_is_missing_is_asked_for_on_a_slip_and_the_attempt_waits_without_a_code()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("paper.2.passes", "no"), ("paper.2.reason", "thieu"));
        var id = await counter.Begin(typed: typed);
        Assert.Null((await counter.Receive(id)).Dossier);
        var slip = (await counter.Ask(id, new ToComplete(["Bổ sung số điện thoại người thân."], []))).Slip!;
        Assert.Equal(("supplement", 1), (slip.Form, slip.Number));
        Assert.Equal("thieu-giay-to", slip.Reasons);
        Assert.Equal(["Giấy chứng sinh: Không có giấy tờ này.", "Bổ sung số điện thoại người thân."], slip.Text.Split('\n'));
        Assert.Equal(0, await counter.With(db => db.Set<DossierRow>().CountAsync()));
        Assert.Equal(AttemptState.ToComplete, (await counter.View(id))!.Attempt.State);

        await counter.Save(id, typed.With(("paper.2.passes", "yes")));
        Assert.Equal(new DossierId(id), (await counter.Receive(id, counter.Linh)).Dossier);
    }

    [Fact]
    [Requirement("R-REC-05")]
    public async Task A_second_request_to_the_same_person_for_the_same_procedure_needs_a_written_reason()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("paper.2.passes", "no"), ("paper.2.reason", "thieu"));
        var first = await counter.Begin(typed: typed);
        Assert.NotNull((await counter.Ask(first, new ToComplete([], []))).Slip);

        Assert.Equal("complete.second-time", (await counter.Ask(first, new ToComplete([], []))).Refusal!.Code);
        var other = await counter.Begin(typed: typed.With(("owner.number", "066 190 004 812")));
        Assert.Equal(1, (await counter.View(other))!.SlipsBefore);
        Assert.Equal("supplement.second-time", (await counter.Ask(other, new ToComplete([], []))).Refusal!.Field);
        var slip = (await counter.Ask(other, new ToComplete([], [], SecondTime: "Lần trước hướng dẫn thiếu do mẫu vừa thay đổi."))).Slip!;
        Assert.Equal("Lần trước hướng dẫn thiếu do mẫu vừa thay đổi.", slip.SecondTimeReason);

        var neighbour = await counter.Begin(typed: typed.With(("owner.number", "066088999034"), ("owner.birth", "02/11/1988"), ("owner.sex", "Male")));
        Assert.NotNull((await counter.Ask(neighbour, new ToComplete([], []))).Slip);
    }

    [Fact]
    public async Task A_slip_needs_something_to_complete_a_reason_and_a_person()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: TypedForm.Empty.With(("submitter.same", "true")));
        var answered = await counter.Ask(id, new ToComplete([], []));
        Assert.Equal(["owner.name", "owner.address", "owner.number", "supplement.items"], answered.Refusals.Select(r => r.Field));
        await counter.Save(id, await counter.Life.Typed());
        Assert.Equal("supplement.reason", (await counter.Ask(id, new ToComplete(["Ảnh 4 × 6"], []))).Refusal!.Field);
        Assert.NotNull((await counter.Ask(id, new ToComplete(["Ảnh 4 × 6"], ["thieu-giay-to"]))).Slip);
    }

    [Fact]
    public async Task A_form_sent_twice_gives_one_slip()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("paper.2.passes", "no"), ("paper.2.reason", "thieu"));
        var id = await counter.Begin(typed: typed);
        var slips = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => counter.Ask(id, new ToComplete([], [], SecondTime: "vội"), given: 0))));
        Assert.Single(slips.Select(s => s.Slip!.Id).Distinct());
        Assert.Single((await counter.View(id))!.Attempt.Slips);
    }

    [Fact]
    [Requirement("R-REC-07"), Requirement("R-REC-29")]
    public async Task A_refusal_has_a_legal_ground_and_the_reason_in_words()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: await counter.Life.Typed());
        Assert.Equal(["refusal.ground", "refusal.reason"], (await counter.Refuse(id, null, " ")).Refusals.Select(r => r.Field));
        var slip = (await counter.Refuse(id, "khong-thuoc-doi-tuong", "Trẻ đã được đăng ký khai sinh ngày 02/11/2026.")).Slip!;
        Assert.Equal(("refusal", 1), (slip.Form, slip.Number));
        Assert.Equal("Người nộp không thuộc đối tượng thực hiện thủ tục. Trẻ đã được đăng ký khai sinh ngày 02/11/2026.", slip.Text);
        Assert.Equal(AttemptState.Refused, (await counter.View(id))!.Attempt.State);
        Assert.Equal("attempt.ended", (await counter.Receive(id)).Refusal!.Code);
        Assert.Equal("attempt.ended", (await counter.Save(id, TypedForm.Empty)).Refusal!.Code);
    }

    [Fact]
    [Requirement("R-REC-24")]
    public async Task The_competence_of_another_agency_is_no_ground_for_refusal()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: await counter.Life.Typed());
        var view = (await counter.View(id))!;
        Assert.DoesNotContain(view.Reference.Reasons, r => r.Kind == "refuse-reception" && r.Text.Contains("thẩm quyền", StringComparison.OrdinalIgnoreCase));
        foreach (var ground in new[] { "khong-thuoc-tham-quyen", "khac", "" })
        {
            var refusal = (await counter.Refuse(id, ground, "Thuộc thẩm quyền xã khác.")).Refusal!;
            Assert.Equal("refuse.ground", refusal.Code);
            Assert.Contains("chuyển đi trong ngày, không từ chối", refusal.Sentence);
        }
        Assert.Equal(AttemptState.Draft, (await counter.View(id))!.Attempt.State);
    }

    [Theory]
    [InlineData("false", null)]
    [InlineData("true", 1L)]
    [Requirement("R-REC-13")]
    public async Task An_immediate_result_needs_no_receipt_unless_asked_for_and_is_on_record(string asked, long? number)
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed("2.000815")).With(("receipt", asked), ("fee.0.count", "2"), ("fee.1.count", "3"));
        var dossier = Assert.IsType<Performed.Done>((await counter.Receive(await counter.Begin("2.000815", typed))).Performed).After;
        Assert.True(dossier.Case.Immediate);
        Assert.Equal(number, dossier.Case.ReceiptNumber);
        Assert.Equal("H15.12.01-261117-0001", dossier.Case.Code.Value);
        Assert.Equal(2 * 2000 + 3 * 1000, dossier.Money.Charged.Amount);
    }
}
