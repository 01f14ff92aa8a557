using Microsoft.EntityFrameworkCore;
using MotCua.App.Reception;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

public sealed class DraftTests
{
    [Fact]
    public async Task A_draft_is_found_again_by_its_officer_and_by_nobody_of_another_unit()
    {
        await using var counter = await Counter.Open();
        var untouched = await counter.Begin("1.001612");
        var id = await counter.Begin(typed: (await counter.Life.Typed()).With(("owner.name", "Hoàng Thị Ngỡi"), ("owner.address", "  Thôn 5,  xã Ea Kar ")));
        var mine = Assert.Single(await counter.OpenOnes(counter.Hanh));
        Assert.Equal((id, "Hoàng Thị Ngỡi", "Thủ tục đăng ký khai sinh"), (mine.Row.Id, mine.Row.OwnerName, mine.Procedure));
        Assert.Equal("  Thôn 5,  xã Ea Kar ", (await counter.View(id))!.Typed.Raw("owner.address"));
        Assert.Equal(untouched, await counter.Begin("1.001612"));

        Assert.NotNull(await counter.View(id, counter.Linh));
        Assert.Empty(await counter.OpenOnes(counter.Linh));
        Assert.Null(await counter.View(id, counter.OfEaKar));
        Assert.Empty(await counter.OpenOnes(counter.OfEaKar));
        Assert.Equal("attempt.unknown", (await counter.Save(id, TypedForm.Empty, officer: counter.OfEaKar)).Refusal!.Code);
        Assert.Equal("attempt.unknown", (await counter.Receive(id, counter.OfEaKar)).Refusal!.Code);
    }

    [Fact]
    public async Task What_waits_to_be_completed_is_seen_by_the_whole_unit()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("paper.2.passes", "no"), ("paper.2.reason", "thieu"));
        var id = await counter.Begin(typed: typed);
        await counter.Ask(id, new ToComplete([], []));
        Assert.Equal(id, Assert.Single(await counter.OpenOnes(counter.Linh)).Row.Id);
        Assert.Equal("attempt.ended", (await counter.With(db => counter.House.Attempts(db).Discard(id, counter.Hanh)))!.Code);
    }

    [Fact]
    public async Task Whoever_saves_over_somebody_elses_changes_is_told_who_and_when()
    {
        await using var counter = await Counter.Open();
        var typed = await counter.Life.Typed();
        var id = await counter.Begin(typed: typed.With((Attempts.Page, "a")));
        var seen = (await counter.View(id))!.Attempt.Version;
        counter.House.At(2026, 11, 17, 9, 42);
        Assert.Null((await counter.Save(id, typed.With((Attempts.Page, "b"), ("owner.name", "Y Moan Byă")), seen, counter.Linh)).Refusal);

        var crossed = (await counter.Save(id, typed.With((Attempts.Page, "a"), ("owner.name", "Khác")), seen)).Refusal!;
        Assert.Equal("attempt.crossed", crossed.Code);
        Assert.Contains("H'Linh Niê đã sửa bản nháp này lúc 09:42 17/11", crossed.Sentence);
        Assert.Equal("Y Moan Byă", (await counter.View(id))!.Typed.Raw("owner.name"));
    }

    [Fact]
    public async Task Saves_of_one_page_never_cross_and_those_of_two_tabs_do()
    {
        await using var counter = await Counter.Open();
        var typed = await counter.Life.Typed();
        var id = await counter.Begin(typed: typed.With((Attempts.Page, "a")));
        var seen = (await counter.View(id))!.Attempt.Version;
        Assert.Null((await counter.Save(id, typed.With((Attempts.Page, "a"), ("sets", "2")), seen)).Refusal);
        Assert.Null((await counter.Save(id, typed.With((Attempts.Page, "a"), ("sets", "3")), seen)).Refusal);
        Assert.Contains("Bạn đã sửa bản nháp này", (await counter.Save(id, typed.With((Attempts.Page, "b"), ("sets", "4")), seen)).Refusal!.Sentence);
        Assert.Equal("3", (await counter.View(id))!.Typed.Raw("sets"));
    }

    [Fact]
    public async Task A_draft_thrown_away_can_be_brought_back()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: await counter.Life.Typed());
        Assert.Null(await counter.With(db => counter.House.Attempts(db).Discard(id, counter.Hanh)));
        Assert.Empty(await counter.OpenOnes(counter.Hanh));
        Assert.Equal("attempt.ended", (await counter.Receive(id)).Refusal!.Code);
        Assert.Null(await counter.With(db => counter.House.Attempts(db).Restore(id, counter.Hanh)));
        Assert.NotNull((await counter.Receive(id)).Dossier);
        Assert.NotNull(await counter.With(db => counter.House.Attempts(db).Restore(id, counter.Hanh)));
    }

    [Fact]
    public async Task Good_files_are_kept_also_when_another_is_bad_and_the_same_one_is_there_once()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: await counter.Life.Typed());
        var refusals = await counter.Attach(id,
            File("1", "đơn.pdf", SampleFiles.Pdf()), File("1", "trống.pdf", []), File("2", "ảnh.png", SampleFiles.Png()),
            File("9x", "lạc.pdf", SampleFiles.Pdf()));
        var no = Assert.Single(refusals);
        Assert.Equal(("file.empty", "paper.1.files"), (no.Code, no.Field));
        Assert.Empty(await counter.Attach(id, File("1", "đơn lần nữa.pdf", SampleFiles.Pdf())));
        var files = (await counter.View(id))!.Attempt.Files;
        Assert.Equal(["đơn.pdf", "ảnh.png"], files.Select(f => f.FileName));
        await counter.With(async db =>
        {
            await counter.House.Attempts(db).Remove(id, files[0].Id, counter.Hanh);
            return 0;
        });
        Assert.Equal("ảnh.png", Assert.Single((await counter.View(id))!.Attempt.Files).FileName);
    }

    [Fact]
    public async Task A_file_that_comes_after_the_reception_is_told_and_not_lost_in_silence()
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: await counter.Life.Typed());
        await counter.Receive(id);
        Assert.Equal("attempt.ended", Assert.Single(await counter.Attach(id, File("1", "đơn.pdf", SampleFiles.Pdf()))).Code);
    }

    [Fact]
    public async Task An_open_dossier_of_the_same_owner_and_procedure_is_shown_and_known_data_are_proposed()
    {
        await using var counter = await Counter.Open();
        await counter.Receive(await counter.Begin(typed: await counter.Life.Typed()));
        var id = await counter.Begin(typed: TypedForm.Empty.With(("submitter.same", "true"), ("owner.number", "066190004812")));
        var view = (await counter.View(id))!;
        Assert.Equal("H15.12.01-261117-0001", Assert.Single(view.Twins).Code);
        Assert.Equal("Nguyễn Thị Ngọc Ưởng", view.KnownOwner!.Party.Name);

        var typed = TypedForm.Empty.With(("submitter.same", "true"), ("owner.number", "066190004812"));
        var far = await counter.Begin(typed: typed, unit: "H15.13.01", officer: counter.OfEaKar);
        var there = (await counter.View(far, counter.OfEaKar))!;
        Assert.False(Assert.Single(there.Twins).Reachable);
        Assert.Null(there.KnownOwner);
    }

    [Theory]
    [InlineData("khai", "1.001193")]
    [InlineData("dkks", "1.001193")]
    [InlineData("ĐÍNH CHÍNH", "1.115320")]
    [InlineData("1.0132", "1.013225")]
    [InlineData("ho kinh doanh", "1.001612")]
    public async Task A_procedure_is_among_the_first_three_by_a_few_letters_first_letters_or_its_code(string query, string code)
    {
        await using var counter = await Counter.Open();
        Assert.Contains(code, (await counter.Search(query)).Take(3).Select(f => f.Procedure.Code));
    }

    [Fact]
    public async Task What_the_unit_receives_most_comes_first()
    {
        await using var counter = await Counter.Open();
        await counter.Life.Received("1.115320");
        Assert.Equal("1.115320", (await counter.Search(null))[0].Procedure.Code);
        Assert.Empty(await counter.Search("không có thủ tục này"));
    }

    private static OfferedFile File(string component, string name, byte[] bytes) => new(component, name, () => new MemoryStream(bytes));
}
