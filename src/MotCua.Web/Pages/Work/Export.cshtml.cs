using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Work;

/// <summary>Gives out exactly the list of an address as a file.</summary>
public sealed class ExportModel(ExportWork export, ReferenceCache references, MotCuaDb db, TimeProvider clock) : PageModel
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Makes the file.</summary>
    /// <param name="dang">"xlsx", or "csv".</param>
    public async Task<IActionResult> OnGetAsync(string? dang, CancellationToken cancel)
    {
        var form = WorkForm.Read(Request.Query, await references.Get(db, cancel));
        if (form.IsBad)
            return LocalRedirect("/viec" + form.Address());
        var kind = dang == "csv" ? SheetKind.Csv : SheetKind.Xlsx;
        var made = await export.Do(SignedIn.Of(HttpContext).Id, form.Query, "viec " + form.ForRecord(), kind, cancel);
        Response.Headers.CacheControl = "private, no-store";
        var name = FormattableString.Invariant($"ho-so-{Vietnam.Local(clock.GetUtcNow()):yyyyMMdd-HHmm}");
        return kind == SheetKind.Csv ? File(made.Content, "text/csv; charset=utf-8", name + ".csv") : File(made.Content, Workbook, name + ".xlsx");
    }
}
