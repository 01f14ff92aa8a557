using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Dossiers;

/// <summary>Versions of the draft result: what is approved is a digest, and nothing else is issued (F-16).</summary>
public sealed class DraftTests
{
    private static readonly TextId Words = new(new Guid(9, 0, 0, new byte[8]));
    private static readonly string First = new('a', 64), Second = new('b', 64), Signed = new('c', 64);

    private readonly World world = new();

    [Fact]
    public void Each_upload_is_a_version_and_nothing_is_overwritten()
    {
        var dossier = Attach(Attach(world.Until(StepKind.Handle), First), Second);
        Assert.Equal([(1, First, World.All), (2, Second, World.All)], dossier.Drafts.Versions.Select(d => (d.Number, d.Digest, d.By!.Value)));
        Assert.Equal("draft.same", Refused(dossier, new AttachDraft(dossier.Open.Steps[0].Token, Second, null, Words, null)));
        Assert.Equal("draft.file", Refused(dossier, new AttachDraft(dossier.Open.Steps[0].Token, null, null, Words, null)));
        Assert.Equal("draft.abstract", Refused(dossier, new AttachDraft(dossier.Open.Steps[0].Token, First, null, null, null)));
        // An earlier version may come again: it is a version of its own, approved by nobody.
        Assert.Equal(3, Attach(dossier, First).Drafts.Latest!.Number);
    }

    [Fact]
    public void An_approval_is_of_the_version_that_was_seen()
    {
        var dossier = Approval(Attach(Attach(world.Until(StepKind.Handle), First), Second));
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal("approve.other-draft", Refused(dossier, new Approve(step) { Draft = First }));
        var decision = world.Decide(dossier, new Approve(step) { Draft = Second });
        Assert.Equal(new DraftRef(2, Second), decision.Events.OfType<Approved>().Single().Draft);
        Assert.Equal([DraftState.Open, DraftState.Approved], dossier.After(decision.Events).Drafts.Versions.Select(d => d.State));
        Assert.True(new Approve(step).IsOvertakenBy(new DraftAttached(new Token(99), 3, First, default, null, null, null, null)));
    }

    [Fact]
    public void Only_what_was_approved_is_issued_or_the_same_with_signatures_behind_it()
    {
        var dossier = Registering(Attach(world.Until(StepKind.Handle), First));
        Assert.Equal("register.other-digest", Refused(dossier, Register(dossier, Second)));
        Assert.Equal("register.other-digest", Refused(dossier, Register(dossier, Signed) with { SignedOf = Second }));
        Assert.Equal(DraftState.Issued, world.Do(dossier, Register(dossier, Signed) with { SignedOf = First }).Drafts.Latest!.State);
        var issued = world.Decide(dossier, Register(dossier, First));
        Assert.Equal(new DraftRef(1, First), issued.Events.OfType<ResultRegistered>().Single().Draft);
    }

    [Fact]
    public void An_edit_after_approval_needs_another_approval_and_the_first_stays_with_its_version()
    {
        var dossier = Attach(Registering(Attach(world.Until(StepKind.Handle), First)), Second);
        Assert.Equal([DraftState.Approved, DraftState.Open], dossier.Drafts.Versions.Select(d => d.State));
        var no = world.Decide(dossier, Register(dossier, Second)).Refusal!;
        Assert.Equal("register.draft-open", no.Code);
        Assert.Contains("phiên bản 2 chưa được phê duyệt; lần phê duyệt trước chỉ thuộc về phiên bản 1", no.Sentence);
        Assert.Equal("register.draft-open", Refused(dossier, Register(dossier, First)));
        dossier = world.Do(dossier, new SendBack(dossier.Open.Steps[0].Token, "sai", Words, "approve"));
        Assert.Null(dossier.Case.Decided);
        Assert.Equal([DraftState.Approved, DraftState.SentBack], dossier.Drafts.Versions.Select(d => d.State));
        dossier = world.Do(dossier, new Approve(dossier.Open.Steps[0].Token) { Draft = Second });
        Assert.Equal(DraftState.Issued, world.Do(dossier, Register(dossier, Second)).Drafts.Latest!.State);
    }

    [Fact]
    public void A_refusal_and_a_sending_back_name_the_version_that_they_judged()
    {
        var dossier = Approval(Attach(world.Until(StepKind.Handle), First));
        var step = dossier.Open.Steps[0].Token;
        Assert.Equal(DraftState.SentBack, world.Do(dossier, new SendBack(step, "sai", Words)).Drafts.Latest!.State);
        var refused = world.Do(dossier, new RefuseAfterAppraisal(step, "khong-du", Words, null));
        Assert.Equal(DraftState.Refused, refused.Drafts.Latest!.State);
        Assert.Equal("draft.refused", Refused(refused, new AttachDraft(refused.Open.Steps[0].Token, Second, null, Words, null)));
        // The slip of a refusal is the system's own paper.
        Assert.Equal(DossierStatus.ResultReady, world.Do(refused, new RegisterResult(refused.Open.Steps[0].Token, "1/TC", new(2026, 11, 17), null)).Case.Status);
    }

    [Fact]
    public void Without_a_draft_everything_is_as_it_was()
    {
        var dossier = Registering(world.Until(StepKind.Handle));
        Assert.Equal(DossierStatus.ResultReady, world.Do(dossier, Register(dossier, Second)).Case.Status);
        Assert.Equal("draft.not-here", Refused(world.Received(), new AttachDraft(new Token(1), First, null, Words, null)));
    }

    private static RegisterResult Register(Dossier dossier, string digest) => new(dossier.Open.Steps[0].Token, "15/KQ", new DateOnly(2026, 11, 17), digest);

    private Dossier Attach(Dossier dossier, string digest) => 
        world.Do(dossier, new AttachDraft(dossier.Open.Steps[0].Token, digest, Words, Words, null));

    private Dossier Approval(Dossier dossier) => world.Until(StepKind.Approve, dossier);

    private Dossier Registering(Dossier dossier) => world.Until(StepKind.Register, dossier);

    private string? Refused(Dossier dossier, DossierAct act) => world.Decide(dossier, act).Refusal?.Code;
}
