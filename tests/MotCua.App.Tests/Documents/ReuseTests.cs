using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Papers.Documents;
using MotCua.App.Reception;
using MotCua.App.Tracking;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Papers;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;
using Repository = MotCua.App.Papers.Documents.Repository;

namespace MotCua.App.Tests.Documents;

/// <summary>What is held already is proposed at reception and stands in the dossier by reference.</summary>
public sealed class ReuseTests
{
    private static readonly DateOnly Yesterday = new(2026, 11, 16);

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-REPO-04"), Requirement("R-DIG-12")]
    public async Task What_is_held_is_offered_and_taken_by_reference_and_the_log_says_so(Engine engine)
    {
        await using var shelf = await Shelf.Open(engine);
        var held = await shelf.Keep();
        var attempt = await shelf.Attempt();
        var offers = (await shelf.View(attempt))!.Held;
        Assert.Equal((1, "2"), (offers.Covered, offers.Free.Single().Paper.Code));
        var files = shelf.House.Files.Digests().Count();
        Assert.Single((await shelf.Take(attempt)).Taken);
        var id = (await shelf.Receive(attempt)).Dossier!.Value;
        var view = (await shelf.Dossier(id, shelf.Hanh))!;
        var paper = view.Papers.Single(p => p.Component == "2");
        Assert.Equal((PaperForm.Electronic, true, held.Id, held.Digest), (paper.Form, paper.Passes, paper.Files[0].DocumentId, paper.Files[0].Digest));
        Assert.Equal(files, shelf.House.Files.Digests().Count());
        var reused = Assert.IsType<PapersReused>(view.Timeline.Single(l => l.Event is PapersReused).Event);
        Assert.Equal(new ReusedPaper("2", held.Id), reused.Taken.Single());
        Assert.Empty(reused.Left);
        Assert.Equal(view.Papers.Count, reused.Components);
        Assert.Empty((await shelf.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-REPO-05")]
    public async Task What_may_not_be_used_is_shown_with_the_reason_and_cannot_be_taken()
    {
        await using var shelf = await Shelf.Open();
        var expired = await shelf.Keep(until: Yesterday);
        var shown = await shelf.Keep(shown: true);
        var foreign = await shelf.Keep(issuer: "Công ty Ba Sao");
        var others = await shelf.Keep(Shelf.Uong with { Number = "066190004813" });
        var attempt = await shelf.Attempt();
        var offers = (await shelf.View(attempt))!.Held;
        Assert.Equal(0, offers.Covered);
        Assert.Equal(["reuse.expired", "reuse.issuer", "reuse.shown"], offers.All.Select(o => o.Why!.Code).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(offers.All, o => o.Document.Id == others.Id);
        foreach (var (document, code) in new[] { (expired, "reuse.expired"), (shown, "reuse.shown"), (foreign, "reuse.issuer"), (others, "reuse.owner") })
            Assert.Equal(code, (await shelf.Take(attempt, document.Id)).Refusals.Single().Code);
        Assert.Equal("reuse.nothing", (await shelf.Take(attempt)).Refusals.Single().Code);
        Assert.Empty((await shelf.View(attempt))!.Attempt.Files);
    }

    [Fact]
    [Requirement("R-REPO-05")]
    public async Task What_was_taken_is_looked_at_again_when_the_dossier_is_received()
    {
        await using var shelf = await Shelf.Open();
        await shelf.Keep();
        var attempt = await shelf.Attempt();
        await shelf.Take(attempt);
        var typed = TypedForm.FromJson((await shelf.View(attempt))!.Attempt.Typed);
        await shelf.With(db => shelf.House.Attempts(db).Save(attempt, typed.With(("owner.number", "066190004820")), [], null, shelf.Hanh));
        var receipt = await shelf.Receive(attempt);
        Assert.Null(receipt.Dossier);
        Assert.Contains(receipt.Refusals, r => r is { Code: "reuse.owner", Field: "paper.2.files" });
    }

    [Fact]
    [Requirement("R-DIG-12")]
    public async Task What_was_offered_and_left_is_on_record_with_the_officers_reason()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var typed = (await shelf.Life.Typed(Shelf.Again)).With((HeldOffers.WhyField(held.Id), "ban-moi-hon"));
        var id = (await shelf.Receive(await shelf.Life.Attempt(shelf.Hanh, Shelf.Again, typed))).Dossier!.Value;
        var reused = (PapersReused)(await shelf.Dossier(id, shelf.Hanh))!.Timeline.Single(l => l.Event is PapersReused).Event;
        Assert.Equal(new LeftPaper("2", held.Id, "ban-moi-hon"), reused.Left.Single());
        Assert.Empty(reused.Taken);
    }

    [Fact]
    [Requirement("R-DIG-13")]
    public async Task A_file_that_is_held_already_gives_way_to_the_document_and_the_same_paper_is_found_by_its_number()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var attempt = await shelf.Attempt();
        await shelf.With(db => shelf.House.Attempts(db).Attach(attempt, [new AttemptFileRow
        {
            Component = "2", Digest = held.Digest, FileName = "quet lai.pdf", MediaType = "application/pdf", Size = 20,
        }], shelf.Hanh));
        Assert.NotNull((await shelf.View(attempt))!.Held.All.Single().SameFile);
        await shelf.Take(attempt);
        Assert.Equal(held.Id, (await shelf.View(attempt))!.Attempt.Files.Single().DocumentId);
        Assert.Equal(held.Id, (await shelf.With(db => Repository.FindSame(db, Shelf.Uong, null, Shelf.Marriage, "12")))!.Id);
        Assert.Null(await shelf.With(db => Repository.FindSame(db, Shelf.Uong, null, Shelf.Marriage, "13")));
        Assert.Null(await shelf.With(db => Repository.FindSame(db, Shelf.Uong with { Number = "066190004813" }, held.Digest, Shelf.Marriage, "12")));
    }

    [Fact]
    [Requirement("R-REPO-03")]
    public async Task Looking_into_the_repository_at_the_counter_is_logged_once_an_hour()
    {
        await using var shelf = await Shelf.Open();
        await shelf.Keep();
        var attempt = await shelf.Attempt();
        await shelf.View(attempt);
        await shelf.View(attempt);
        var log = await shelf.With(db => db.Set<ReadingRow>().Where(r => r.Kind == ReadingKind.Repository).ToListAsync());
        Assert.Equal((shelf.Hanh.Value, "thực hiện nhiệm vụ tiếp nhận hồ sơ"), (log.Single().OfficerId, log.Single().Purpose));
        shelf.House.Clock.Advance(TimeSpan.FromHours(2));
        await shelf.View(attempt);
        Assert.Equal(2, await shelf.With(db => db.Set<ReadingRow>().CountAsync(r => r.Kind == ReadingKind.Repository)));
    }

    [Fact]
    public async Task Nothing_is_offered_before_the_applicant_is_identified()
    {
        await using var shelf = await Shelf.Open();
        await shelf.Keep();
        var attempt = await shelf.Life.Attempt(shelf.Hanh, Shelf.Again, (await shelf.Life.Typed(Shelf.Again)).With(("owner.number", "")));
        Assert.Same(HeldOffers.None, (await shelf.View(attempt))!.Held);
    }

    [Fact]
    [Requirement("R-REPO-09")]
    public async Task The_sweep_of_files_leaves_what_the_repository_holds()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        shelf.House.Clock.Advance(TimeSpan.FromDays(3));
        await using var db = shelf.House.Db();
        var sweep = new FileSweep(db, shelf.House.Files, shelf.House.Clock);
        await sweep.Run((await sweep.Run()).Nobodys);
        Assert.NotNull(shelf.House.Files.Open(held.Digest));
        var row = await shelf.Row(held.Id);
        var reference = await shelf.House.References.Get(db, default);
        Assert.True(Retention.Of(row, Shelf.Again, reference).HoldsOn(new DateOnly(2300, 1, 1)));
    }
}
