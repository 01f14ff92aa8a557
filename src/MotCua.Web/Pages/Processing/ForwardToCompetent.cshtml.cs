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

/// <summary>The receiving unit forwards a dossier to the agency that is competent.</summary>
public sealed class ForwardToCompetentModel(DossierReader reader, WorkAcross across) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The agency.</summary>
        public int? To { get; set; }

        /// <summary>By which facts it is.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Why { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<ForwardToCompetent>();

    /// <summary>The agencies that may resolve the procedure.</summary>
    public IEnumerable<Choice> Agencies => View.Now.Procedure.Levels
        .SelectMany(l => View.Now.Agencies.CompetentAt(l, View.Now.Today, View.Now.Procedure.Department))
        .Where(a => a.Id != View.Dossier.Case.Competent && Boundary.NotCompetent(View.Now.Procedure.Terms, a.Id, View.Now.Agencies) is null)
        .Select(a => new Choice(a.Id.Value.ToString(CultureInfo.InvariantCulture), a.Name));

    /// <summary>Does it.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, step, hand) => across.Forward(id, new AgencyId(Input.To ?? 0), Input.Why, hand, cancel), cancel);
}
