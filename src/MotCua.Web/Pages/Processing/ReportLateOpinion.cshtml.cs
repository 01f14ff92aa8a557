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

/// <summary>Whoever asked tells the head of the one-stop unit that an answer is late.</summary>
public sealed class ReportLateOpinionModel(DossierReader reader, Consult consult) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Which question.</summary>
        public int? Number { get; set; }

        /// <summary>What he should know.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<ReportLateOpinion>();

    /// <summary>Late answers that were not reported yet.</summary>
    public IReadOnlyList<Choice> Asked { get; private set; } = [];

    /// <summary>Reports it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Number is null)
            ModelState.AddModelError("Input.Number", "Hãy chọn cơ quan chậm cho ý kiến.");
        return Perform((id, step, hand) => consult.Report(id, step, Input.Number ?? 0, Input.Text, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        Asked = QuestionChoices.Of(View, c => c.IsLate(View.Now.Now) && c.ReportedAt is null);
        Input.Number ??= Asked is [var only] ? int.Parse(only.Value, CultureInfo.InvariantCulture) : null;
        return Task.CompletedTask;
    }
}
