using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>The one-stop unit records that the applicant asks to withdraw.</summary>
public sealed class RequestWithdrawalModel(DossierReader reader, HandleDossier handle) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>Who asks.</summary>
        public Requester By { get; set; }

        /// <summary>How the request came.</summary>
        public Channel Channel { get; set; }

        /// <summary>The request in the applicant's words.</summary>
        [StringLength(Longest, ErrorMessage = TooLong)]
        public string? Text { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RequestWithdrawal>();

    /// <summary>Records the request.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => handle.RequestWithdrawal(id, Input.Channel, Input.Text, hand, cancel, Input.By), cancel);
}
