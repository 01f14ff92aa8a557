using Microsoft.AspNetCore.Mvc;
using MotCua.App.Warnings.Control;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Control;

/// <summary>Gives out the dossiers behind a list or one of its lines as a file.</summary>
[NeedsDuty(Duty.Control, Duty.Audit)]
public sealed class ExportModel(ExportControl export, TimeProvider clock) : ControlPage(clock)
{
    private readonly TimeProvider clock = clock;

    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Makes the file.</summary>
    /// <param name="loai">Name of the list.</param>
    /// <param name="nhom">The line; all of the list without it.</param>
    /// <param name="dang">"xlsx", or "csv".</param>
    public async Task<IActionResult> OnGetAsync(string? loai, string? nhom, string? dang, CancellationToken cancel)
    {
        if (KindOf(loai) is not { } kind || ReadPeriod() is not { } period)
            return LocalRedirect("/kiem-soat/thoi-gian");
        var csv = dang == "csv";
        var made = await export.Do(SignedIn.Of(HttpContext).Id, kind, period, nhom, csv ? SheetKind.Csv : SheetKind.Xlsx, cancel);
        Response.Headers.CacheControl = "private, no-store";
        var name = FormattableString.Invariant($"kiem-soat-{loai}-{Vietnam.Local(clock.GetUtcNow()):yyyyMMdd-HHmm}");
        return csv ? File(made.Content, "text/csv; charset=utf-8", name + ".csv") : File(made.Content, Workbook, name + ".xlsx");
    }
}
