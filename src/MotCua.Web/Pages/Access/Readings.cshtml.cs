using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Privacy;
using MotCua.Domain.Agencies;
using MotCua.Domain.Words;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Access;

/// <summary>The auditor's search in the log of readings.</summary>
[NeedsDuty(Domain.Agencies.Duty.Audit)]
public sealed class ReadingsModel(ReadingLog log, ReadingNames names) : PageModel
{
    /// <summary>First day, as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "tu")]
    public string? From { get; set; }

    /// <summary>Last day, as typed.</summary>
    [BindProperty(SupportsGet = true, Name = "den")]
    public string? To { get; set; }

    /// <summary>User name of an officer.</summary>
    [BindProperty(SupportsGet = true, Name = "can-bo")]
    public string? Officer { get; set; }

    /// <summary>Code of a dossier.</summary>
    [BindProperty(SupportsGet = true, Name = "ho-so")]
    public string? Code { get; set; }

    /// <summary>What was read.</summary>
    [BindProperty(SupportsGet = true, Name = "loai")]
    public string? Kind { get; set; }

    /// <summary>Older than this row.</summary>
    [BindProperty(SupportsGet = true, Name = "truoc")]
    public long? Before { get; set; }

    /// <summary>What was found.</summary>
    public IReadOnlyList<ReadingLine> Lines { get; private set; } = [];

    /// <summary>The address of the next page; null on the last.</summary>
    public string? More { get; private set; }

    /// <summary>Searches.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (from, to) = (Day(From, "tu"), Day(To, "den"));
        var officer = string.IsNullOrWhiteSpace(Officer) ? null : await names.Officer(Officer, cancel);
        var dossier = string.IsNullOrWhiteSpace(Code) ? null : await names.Dossier(Code, cancel);
        if (!string.IsNullOrWhiteSpace(Officer) && officer is null)
            ModelState.AddModelError("can-bo", "Không có cán bộ với tên đăng nhập này. Hãy nhập đúng tên đăng nhập.");
        if (!string.IsNullOrWhiteSpace(Code) && dossier is null)
            ModelState.AddModelError("ho-so", "Không có hồ sơ với mã này. Hãy xem lại mã.");
        if (!ModelState.IsValid)
            return;
        ReadingKind? kind = Enum.TryParse<ReadingKind>(Kind, out var k) && Enum.IsDefined(k) ? k : null;
        var (rows, more) = await log.Find(new ReadingQuery(from, to, officer, kind, dossier, Before), cancel);
        Lines = await names.Lines(rows, cancel);
        More = more ? NextHref(rows[^1].Id) : null;
    }

    private DateOnly? Day(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        if (VietnameseFormat.TryParseDay(typed, out var day))
            return day;
        ModelState.AddModelError(field, "Ngày chưa đúng. Hãy nhập như 22/11/2026.");
        return null;
    }

    private string NextHref(long before)
    {
        var query = new QueryBuilder(Request.Query.Where(q => q.Key != "truoc").Select(q => KeyValuePair.Create(q.Key, q.Value.ToString())))
        {
            { "truoc", before.ToString(CultureInfo.InvariantCulture) },
        };
        return "/nhat-ky/truy-cap" + query.ToQueryString();
    }
}
