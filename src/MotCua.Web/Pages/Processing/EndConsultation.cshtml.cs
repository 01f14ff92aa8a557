using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Kit;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>Whoever asked takes the question back or goes on without an answer that is late.</summary>
public sealed class EndConsultationModel(DossierReader reader, Consult consult) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Which question.</summary>
        public int? Number { get; set; }

        /// <summary>"rut" or "tiep".</summary>
        public string? How { get; set; }

        /// <summary>Why.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Reason { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<EndConsultation>();

    /// <summary>The open questions.</summary>
    public IReadOnlyList<Choice> Asked { get; private set; } = [];

    /// <summary>How it may end.</summary>
    public IReadOnlyList<Choice> Ends { get; } =
    [
        new("rut", "Rút câu hỏi", "không cần ý kiến này nữa"), new("tiep", "Giải quyết tiếp khi chưa có ý kiến", "chỉ khi đã quá hạn cho ý kiến"),
    ];

    /// <summary>Ends it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Number is null)
            ModelState.AddModelError("Input.Number", "Hãy chọn câu hỏi.");
        if (Input.How is not ("rut" or "tiep"))
            ModelState.AddModelError("Input.How", "Hãy chọn rút câu hỏi hay giải quyết tiếp.");
        return Perform((id, step, hand) => consult.End(id, step, Input.Number ?? 0, Input.How == "tiep", Input.Reason, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Domain.Law.Refusal OnForm(Domain.Law.Refusal no) => no.Field == "GoesOn" ? no with { Field = "How" } : no;

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        Asked = QuestionChoices.Of(View, c => c.State == ConsultationState.Open);
        Input.Number ??= Asked is [var only] ? int.Parse(only.Value, CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }
}

/// <summary>Questions of a dossier to choose from.</summary>
internal static class QuestionChoices
{
    public static IReadOnlyList<Choice> Of(DossierView view, Func<Consultation, bool> which) => [.. view.Dossier.Consultations.Where(which).Select(c =>
        new Choice(
        c.Number.ToString(CultureInfo.InvariantCulture), view.Now.Agencies.NameOf(c.Unit),
        $"{(c.IsLate(view.Now.Now) ? "quá hạn" : "hạn")} {VietText.Instant(c.Due.Due)}"))];
}
