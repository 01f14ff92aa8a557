using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>How acts are called, ordered and reached on pages. What may be done is never asked here.</summary>
public static class ActWords
{
    // The order of an officer's thoughts: what ends his step, what he is asked for, what is an exception.
    private static readonly string[] Order =
    [
        "accept-supplement", "receive-message", "complete-wait", "hand-over", "complete-step", "approve", "register-result", "hand-over-result",
        "record-payment", "resume-clock", "claim-step", "recall-step", "assign-step", "delegate-step", "hand-back-step", "release-step", "ask-opinion",
        "end-consultation", "report-late-opinion", "request-supplement", "send-back", "approve-due-change", "decline-due-change",
        "request-extension", "pause-clock", "request-due-change", "apologise", "decline-stop", "return-originals", "issue-receipt",
        "refuse-after-appraisal", "request-withdrawal", "stop", "move-to-process", "answer-cooperation", "ask-cooperation", "recall-cooperation",
        "receive-paper", "send-paper", "send-result", "forward-to-competent", "attach-draft",
    ];

    // Acts of a few dossiers: where they are not allowed nobody asks why.
    private static readonly string[] Rare =
    [
        "send-paper", "send-result", "receive-paper", "ask-cooperation", "answer-cooperation", "recall-cooperation", "forward-to-competent",
        "attach-draft",
    ];

    // No key for what takes something away from the applicant, nor for what moves his time.
    private static readonly string[] WithoutKey =
    [
        "refuse-after-appraisal", "request-withdrawal", "stop", "decline-stop", "pause-clock", "request-extension", "apologise", "request-due-change",
        "forward-to-competent", "recall-cooperation", "send-paper", "send-result",
        "approve-due-change", "decline-due-change", "move-to-process", "recall-step", "hand-back-step", "delegate-step", "end-consultation",
        "report-late-opinion", "attach-draft",
    ];

    // What is not there needs no word that it cannot be done.
    private static readonly string[] Silent =
    [
        "hand-back.not-yours", "delegate.not-yours", "recall.nothing", "recall.decided", "recall.not-yours", "consultation.none", "report-late-opinion.none",
        "send-back.nobody",
    ];

    /// <summary>The term of the act as a button says it.</summary>
    public static string Label(ActKind kind) => Capital(kind.Term);

    /// <summary>Whether the act needs nothing to be typed: it is done by its button alone.</summary>
    public static bool IsPlain(ActKind kind) =>
        kind.Type.GetConstructors()[0].GetParameters().All(p => p.ParameterType == typeof(Token));

    /// <summary>Whether the act completes its step, so that the process goes on.</summary>
    public static bool Completes(ActKind kind) => kind.Name is "hand-over" or "complete-step" or "approve" or "refuse-after-appraisal" or "register-result";

    /// <summary>Whether the act may have the main key of a page.</summary>
    public static bool HasKey(ActKind kind) => !WithoutKey.Contains(kind.Name);

    /// <summary>The page of an act.</summary>
    /// <param name="inPlaceOf">The absent officer in whose place it is done; null for one's own.</param>
    public static string Href(string code, ActKind kind, OpenStep? step, OfficerId? inPlaceOf = null)
    {
        var query = string.Join('&', new[]
        {
            step is null ? null : $"buoc={step.Token.Value}", inPlaceOf is { } absent ? $"{ActPage.InPlaceOfName}={absent.Value}" : null,
        }.OfType<string>());
        return $"/ho-so/{Uri.EscapeDataString(code)}/viec/{kind.Name}{(query.Length == 0 ? "" : "?" + query)}";
    }

    /// <summary>Acts in the order in which pages show them.</summary>
    public static IReadOnlyList<(ActKind Kind, OpenStep? Step, OfficerId? InPlaceOf)> Sorted(
        IEnumerable<(ActKind Kind, OpenStep? Step, OfficerId? InPlaceOf)> acts) =>
        [.. acts.OrderBy(a => Place(a.Kind)).ThenBy(a => a.Step?.Token.Value)];

    /// <summary>Why an officer may not do now what his duties cover: one line per sentence, with all the acts that it stops.</summary>
    public static IReadOnlyList<(string Acts, Refusal Why)> Forbidden(Dossier dossier, Circumstances now)
    {
        var allowed = ActKinds.Allowed(dossier, now).Select(a => a.Kind.Name).ToHashSet();
        return [.. ActKinds.Forbidden(dossier, now)
            .Where(f => f.Kind.Type != typeof(Receive) && f.Kind.Type != typeof(MoveToProcess) && !Rare.Contains(f.Kind.Name)
                && !Silent.Contains(f.Why.Code)
                && !allowed.Contains(f.Kind.Name))
            .OrderBy(f => Place(f.Kind))
            .GroupBy(f => f.Kind.Name).Select(g => g.First())
            .GroupBy(f => f.Why.Sentence)
            .Select(g => (string.Join(", ", g.Select((f, i) => i == 0 ? Label(f.Kind) : f.Kind.Term)), g.First().Why))];
    }

    /// <summary>The text with a capital first letter.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>The text with a small first letter.</summary>
    public static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static int Place(ActKind kind) => Array.IndexOf(Order, kind.Name) is >= 0 and var at ? at : Order.Length;
}
