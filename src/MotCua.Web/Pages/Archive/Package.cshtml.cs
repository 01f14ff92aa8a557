using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers.Archive;
using MotCua.Domain.Agencies;
using MotCua.Web.Pages.Dossiers;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Archive;

/// <summary>A package that was handed to the archive: checked against its digests whenever it is opened.</summary>
[NeedsDuty(Duty.Clerk)]
public sealed class PackageModel(ArchiveBook book, DossierDoor door) : PageModel
{
    /// <summary>Sends the package.</summary>
    /// <param name="code">Code of the dossier.</param>
    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, code, ReadingKind.File, "goi-luu-tru", cancel);
        if (view is null)
            return instead!;
        if (await book.Open(view, cancel) is not { } package)
            return NotFound();
        if (package.Wrong.Count > 0)
        {
            await package.Bytes.DisposeAsync();
            TempData["Failed"] = $"Gói không còn nguyên vẹn: {package.Wrong[0]} Hãy báo quản trị khôi phục từ bản sao lưu.";
            return Redirect("/luu-tru?da-nop=true");
        }
        Response.Headers.CacheControl = "private, no-store";
        return File(package.Bytes, "application/zip", $"{view.Dossier.Case.Code.Value}.zip");
    }
}
