using Microsoft.AspNetCore.Mvc;
using MotCua.App.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Who else has a dossier open.</summary>
/// <param name="Code">The dossier's code.</param>
public sealed record PresenceShown(string Code, IReadOnlyList<Present> Others);

/// <summary>Says on a page of a dossier who else has it open, and that the reader has. The page has asked whether he may see it.</summary>
[ViewComponent(Name = "Presence")]
public sealed class PresenceBeside(Presence presence) : ViewComponent
{
    /// <summary>Enters the reader and shows the others.</summary>
    public async Task<IViewComponentResult> InvokeAsync(Guid dossier, string code) => View(
        "/Pages/Dossiers/_Presence.cshtml",
        new PresenceShown(code, await presence.Enter(dossier, SignedIn.Of(HttpContext).Id, HttpContext.RequestAborted)));
}
