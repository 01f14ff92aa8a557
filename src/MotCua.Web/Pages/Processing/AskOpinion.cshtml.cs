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

/// <summary>The officer of a step asks another unit for its opinion.</summary>
public sealed class AskOpinionModel(DossierReader reader, Consult consult) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who is asked.</summary>
        public int? Unit { get; set; }

        /// <summary>Working days.</summary>
        public int? Days { get; set; }

        /// <summary>What is asked.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Question { get; set; }

        /// <summary>Codes of the papers that are shown.</summary>
        public List<string> Papers { get; set; } = [];
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<AskOpinion>();

    /// <summary>Units that can be asked.</summary>
    public IReadOnlyList<Choice> Units { get; private set; } = [];

    /// <summary>The dossier's papers that have files.</summary>
    public IReadOnlyList<(string Code, string Name)> Papers { get; private set; } = [];

    /// <summary>Asks.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Unit is null)
            ModelState.AddModelError("Input.Unit", "Hãy chọn cơ quan, đơn vị cần lấy ý kiến.");
        return Perform((id, step, hand) => consult.Ask(
            id, step, new AgencyId(Input.Unit ?? 0), Input.Question, Input.Days ?? 0, Input.Papers, hand, cancel), cancel);
    }

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        Units = [.. View.Now.Agencies.All.Where(a => a.HoldsOn(View.Now.Today) && a.Id != Step?.Unit).OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new Choice(a.Id.Value.ToString(CultureInfo.InvariantCulture), a.Name))];
        Papers = [.. View.Papers.Where(p => p.Files.Count > 0).Select(p => (p.Component, p.Name)).DistinctBy(p => p.Component)];
        return Task.CompletedTask;
    }
}
