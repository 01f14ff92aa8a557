using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers.Documents;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Papers.Documents;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Documents;

/// <summary>Annulling, replacing and correcting documents of the repository.</summary>
public sealed class ChangeDocumentTests
{
    private const string Basis = "QĐ 15/QĐ-UBND ngày 16/11/2026 của UBND phường Buôn Ma Thuột";

    [Theory, ClassData(typeof(BothEngines))]
    [Requirement("R-RET-11")]
    public async Task An_annulled_document_is_marked_stays_and_every_agency_that_uses_it_is_told_once(Engine engine)
    {
        await using var shelf = await Shelf.Open(engine);
        var held = await shelf.Keep();
        var (one, two) = (await shelf.Using(held), await shelf.Using(held));
        var signer = await Signer(shelf, one);
        Assert.Null(await shelf.Change(one, signer, (c, view) => c.Annul(view, held.Id, Basis)));
        Assert.Null(await shelf.Change(one, signer, (c, view) => c.Annul(view, held.Id, Basis)));
        var row = await shelf.Row(held.Id);
        Assert.Equal((shelf.House.Clock.GetUtcNow(), Basis), (row.AnnulledAt, row.AnnulledBasis));
        Assert.NotNull(shelf.House.Files.Open(row.Digest));
        foreach (var id in new[] { one, two })
        {
            var view = (await shelf.Dossier(id, shelf.Hanh))!;
            Assert.Equal(held.Id, view.Dossier.Voided.Single());
            Assert.Single(view.Timeline, l => l.Event is DocumentVoided { Replaced: false });
            Assert.Equal(2, view.Outbox.Count(o => o.Kind == "document-voided" && o.Receiver.StartsWith("unit:", StringComparison.Ordinal)));
        }
        var shown = await shelf.With(async db => await new OwnersDocuments(db).Find((await shelf.Dossier(one, signer))!, held.Id));
        Assert.Equal((DocumentStanding.Annulled, 2, 1), (shown!.Standing, shown.Uses.Count, shown.Changes.Count));
        Assert.Empty((await shelf.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-RET-11")]
    public async Task An_annulled_document_is_offered_to_nobody_any_more()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var dossier = await shelf.Using(held);
        await shelf.Change(dossier, await Signer(shelf, dossier), (c, view) => c.Annul(view, held.Id, Basis));
        var attempt = await shelf.Attempt();
        Assert.Equal("reuse.annulled", (await shelf.View(attempt))!.Held.All.Single().Why!.Code);
        Assert.Equal("reuse.annulled", (await shelf.Take(attempt, held.Id)).Refusals.Single().Code);
    }

    [Fact]
    [Requirement("R-RET-10")]
    public async Task A_corrected_result_is_tied_to_the_one_it_replaces()
    {
        await using var shelf = await Shelf.Open();
        var (old, next) = (await shelf.Keep(), await shelf.Keep(number: "13"));
        var others = await shelf.Keep(Shelf.Uong with { Number = "066190004813" });
        var dossier = await shelf.Using(old);
        var signer = await Signer(shelf, dossier);
        foreach (var wrong in new[] { others.Id, old.Id, Guid.NewGuid() })
            Assert.Equal("document.replace.new", (await shelf.Change(dossier, signer, (c, view) => c.Replace(view, old.Id, wrong, Basis)))!.Code);
        Assert.Null(await shelf.Change(dossier, signer, (c, view) => c.Replace(view, old.Id, next.Id, Basis)));
        var view = (await shelf.Dossier(dossier, signer))!;
        Assert.Single(view.Timeline, l => l.Event is DocumentVoided { Replaced: true });
        var (was, stands) = await shelf.With(async db => (
            await new OwnersDocuments(db).Find(view, old.Id), await new OwnersDocuments(db).Find(view, next.Id)));
        Assert.Equal((DocumentStanding.Replaced, next.Id), (was!.Standing, was.Next!.Id));
        Assert.Equal(old.Id, stands!.Earlier.Single().Id);
    }

    [Fact]
    public async Task Only_whoever_signs_at_the_agency_that_resolved_it_annuls_and_never_without_a_ground()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var dossier = await shelf.Using(held);
        Assert.Equal("document.duty", (await shelf.Change(dossier, shelf.Hanh, (c, view) => c.Annul(view, held.Id, Basis)))!.Code);
        var signer = await Signer(shelf, dossier);
        Assert.Equal("document.basis", (await shelf.Change(dossier, signer, (c, view) => c.Annul(view, held.Id, " ")))!.Code);
        Assert.Equal("document.unknown", (await shelf.Change(dossier, signer, (c, view) => c.Annul(view, Guid.NewGuid(), Basis)))!.Code);
        Assert.Null((await shelf.Row(held.Id)).AnnulledAt);
    }

    [Fact]
    [Requirement("R-REPO-02")]
    public async Task A_correction_changes_the_data_and_the_log_names_the_fields_but_not_what_they_held()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var dossier = await shelf.Using(held);
        var signer = await Signer(shelf, dossier);
        var right = held.Facts with { Number = "21", ValidUntil = new DateOnly(2030, 1, 1) };
        Assert.Equal("document.until", (await shelf.Change(dossier, signer,
            (c, view) => c.Correct(view, held.Id, right with { ValidUntil = new DateOnly(2000, 1, 1) }, "Đối chiếu bản chính")))!.Code);
        Assert.Null(await shelf.Change(dossier, signer, (c, view) => c.Correct(view, held.Id, right, "Đối chiếu bản chính")));
        var row = await shelf.Row(held.Id);
        Assert.Equal(("21", new DateOnly(2030, 1, 1)), (row.Number, row.ValidUntil));
        var change = await shelf.With(db => db.Set<DocumentChangeRow>().SingleAsync());
        Assert.Equal((DocumentChange.Corrected, "số, thời hạn hiệu lực", signer.Value), (change.Change, change.Fields, change.OfficerId));
    }

    [Fact]
    [Requirement("R-REPO-09")]
    public async Task Erasing_a_persons_data_leaves_the_documents_that_the_law_keeps_and_closes_the_way_to_them()
    {
        await using var shelf = await Shelf.Open();
        var held = await shelf.Keep();
        var dossier = await shelf.Using(held);
        await shelf.Life.Ended(dossier);
        var head = await shelf.House.OfficerWith(Duty.HeadOneStop, (await shelf.Life.Now(dossier)).Case.Reception);
        var view = (await shelf.Dossier(dossier, head))!;
        Assert.Null(await shelf.With(db => new App.Privacy.CorrectParty(db, shelf.House.References, shelf.House.Clock)
            .Erase(view, view.Owner.Id, "Đơn của chủ thể dữ liệu ngày 16/11/2026")));
        var after = (await shelf.Dossier(dossier, head))!;
        Assert.Equal("", after.Owner.Name);
        Assert.Empty(await shelf.With(db => new OwnersDocuments(db).Find(after, (string?)null)));
        Assert.Equal(Shelf.Uong.Name, (await shelf.Row(held.Id)).OwnerName);
        Assert.NotNull(shelf.House.Files.Open(held.Digest));
    }

    private static async Task<OfficerId> Signer(Shelf shelf, DossierId dossier) =>
        await shelf.House.OfficerWith(Duty.Sign, (await shelf.Life.Now(dossier)).Case.Competent);
}
