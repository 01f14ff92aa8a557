using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Returning;
using MotCua.App.Tests.Signing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Processes;
using MotCua.Integrations.Signing;
using MotCua.Integrations.Signing.Keys;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Processing;

/// <summary>Drafts of results on record: rows beside the log, and signed forms of what was approved.</summary>
public sealed class DraftVersionTests
{
    private static readonly DateOnly Today = new(2026, 11, 17);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Versions_keep_their_files_and_words_and_only_the_approved_one_is_issued(Testing.Engine engine)
    {
        await using var desk = await Desk.With(engine: engine);
        var step = await desk.Until(StepKind.Handle);
        var handler = await Who(desk);
        var first = await desk.Life.ResultFile("%PDF-1.4 dự thảo 1");
        var second = await desk.Life.ResultFile("%PDF-1.4 dự thảo 2");
        foreach (var file in new[] { first, second })
            Life.Expect(await desk.Handle(h => h.AttachDraft(desk.Id, step, file, new DraftWords("7/KS", "Trích lục khai sinh", "Sửa tên"), handler)));
        await desk.Until(StepKind.Approve);
        var approver = await Who(desk);
        var at = (await desk.Now()).Open.Steps[0].Token;
        Assert.Equal("approve.other-draft", Desk.Code(await desk.Handle(h => h.Approve(desk.Id, at, approver, default, first.Digest))));
        Life.Expect(await desk.Handle(h => h.Approve(desk.Id, at, approver, default, second.Digest)));
        var register = await desk.Until(StepKind.Register);
        var clerk = await Who(desk);
        Assert.Equal("register.other-digest", Desk.Code(await desk.Return(r => r.Register(desk.Id, register, "7/KS", Today, first, "Giấy khai sinh", clerk))));
        Life.Expect(await desk.Return(r => r.Register(desk.Id, register, "7/KS", Today, second, "Giấy khai sinh", clerk)));
        var view = (await desk.Read())!;
        Assert.Equal([first.Digest, second.Digest], view.Papers.Where(p => p.Component == DossierPaperRow.Draft).Select(p => p.Files.Single().Digest));
        Assert.Equal([DraftState.Open, DraftState.Issued], view.Dossier.Drafts.Versions.Select(d => d.State));
        Assert.Equal("Trích lục khai sinh", view.TextOf(view.Dossier.Drafts.Latest!.Abstract!.Value));
        var log = view.Timeline.Single(l => l.Event is DraftAttached { Number: 1 }).Row.Data;
        Assert.DoesNotContain("Trích", log, StringComparison.Ordinal);
        Assert.Empty((await desk.House.Verify()).Broken);
    }

    [Fact]
    public async Task A_signed_form_of_the_approved_draft_is_told_from_a_changed_one()
    {
        using var room = new SigningRoom();
        await using var desk = await Desk.With();
        var step = await desk.Until(StepKind.Handle);
        var (paper, other) = (SmallPdf.Classic(), SmallPdf.Classic("/Rotate 90"));
        var draft = await Stored(desk, paper);
        var handler = await Who(desk);
        Life.Expect(await desk.Handle(h => h.AttachDraft(desk.Id, step, draft, new DraftWords(null, "Trích lục", null), handler)));
        var dossier = await desk.Now();
        var signed = await room.Sign(paper);
        var check = new PdfSignatureCheck(new CertificateTrust(room.Trust, TestKey.Authority(room.Keys)), room.Clock);
        var form = new SignedForm(desk.House.Files, check);
        Assert.Equal(draft.Digest, await form.Of(dossier, await Stored(desk, signed)));
        Assert.Equal(draft.Digest, await form.Of(dossier, await Stored(desk, await room.Sign(signed))));
        Assert.Null(await form.Of(dossier, await Stored(desk, await room.Sign(other))));
        var page = SmallPdf.Value(paper, 3);
        var changed = SmallPdf.Append(paper, (3, page.Replace("/Page", "/Page /Rotate 90", StringComparison.Ordinal)));
        Assert.Null(await form.Of(dossier, await Stored(desk, changed)));
        Assert.Null(await form.Of(dossier, await Stored(desk, await room.Sign(changed))));
    }

    private static async Task<StoredFile> Stored(Desk desk, byte[] bytes)
    {
        var (digest, size) = await desk.House.Files.Put(new MemoryStream(bytes), default);
        return new StoredFile(digest, "du-thao.pdf", "application/pdf", size);
    }

    private static async Task<App.Dossiers.Hand> Who(Desk desk) => TestHouse.Hand(await desk.Life.OfficerOf((await desk.Now()).Open.Steps[0]));
}
