using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Digitizing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Papers;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Reading;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>A field of the confirmation.</summary>
/// <param name="Sure">It is taken as it is.</param>
/// <param name="Warn">What to do about it; null for nothing.</param>
/// <param name="Source">Where the value came from; null where it was typed.</param>
public sealed record FactLine(string Name, string Label, string Value, bool Optional, bool Sure, string? Warn, string? Source, FieldPlace? Place);

/// <summary>The officer confirms the data of a paper: proposals with their confidence, the picture beside each.</summary>
[NeedsDuty(Duty.Digitize, Duty.Receive, Duty.Clerk, Duty.Handle)]
public sealed class PaperModel(ScanReader reader, CheckPaper check) : PageModel
{
    private const int Rim = 12;

    private static readonly Dictionary<string, string> Labels = new()
    {
        ["type"] = "Mã loại giấy tờ", ["title"] = "Tên giấy tờ", ["number"] = "Số", ["notation"] = "Ký hiệu", ["date"] = "Ngày cấp",
        ["issuer"] = "Cơ quan cấp", ["owner_name"] = "Chủ sở hữu", ["owner_id"] = "Số định danh của chủ sở hữu", ["abstract"] = "Trích yếu nội dung chính",
        ["valid_until"] = "Có hiệu lực đến", ["scope"] = "Phạm vi có hiệu lực",
    };

    private static readonly string[] Needed = ["type", "title", "owner_name"];

    /// <summary>Of the dossier and of the attempt.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The paper.</summary>
    [BindProperty(SupportsGet = true, Name = "paper")]
    public Guid Paper { get; set; }

    /// <summary>What is shown.</summary>
    public CheckView View { get; private set; } = null!;

    /// <summary>The fields.</summary>
    public IReadOnlyList<FactLine> Lines { get; private set; } = [];

    /// <summary>How many are taken as they are.</summary>
    public int Accepted => Lines.Count(l => l.Sure && l.Value.Length > 0);

    /// <summary>What the check said of the signed copy.</summary>
    public SignatureReport? Report => View.Paper.Row.Report is { } report ? JsonSerializer.Deserialize<SignatureReport>(report, Json.Stored) : null;

    private OfficerId Me => SignedIn.Of(HttpContext).Id;

    /// <summary>The part of a page around a value.</summary>
    public string Crop(FieldPlace at) => string.Create(CultureInfo.InvariantCulture,
        $"{Math.Max(0, at.Box.Left - Rim)},{Math.Max(0, at.Box.Top - Rim)},{at.Box.Width + (2 * Rim)},{at.Box.Height + (2 * Rim)}");

    /// <summary>Shows the paper.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(null, cancel) ? Page() : NotFound();

    /// <summary>Keeps or confirms what is typed.</summary>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? act, CancellationToken cancel)
    {
        var typed = CheckPaper.Fields.ToDictionary(f => f, f => Request.Form[f].ToString());
        var no = await check.Do(Id, Paper, typed, act == "check", Me, cancel);
        if (!await Load(typed, cancel))
            return NotFound();
        if (no is not null)
        {
            ModelState.AddRefusal(no);
            return Page();
        }
        if (act != "check")
        {
            TempData["Done"] = "Đã lưu, chưa xác nhận.";
            return Redirect($"/so-hoa/{Id}/giay-to/{Paper}");
        }
        TempData["Done"] = View.Paper.Row.KeptAt is not null ? $"Đã cấp mã {View.Paper.Row.Code} và lưu kho." : $"Đã xác nhận dữ liệu của “{View.Paper.Row.Name}”.";
        var next = (await reader.Papers(Id, cancel)).FirstOrDefault(p => p.Row.CheckedAt is null);
        return Redirect(next is not null ? $"/so-hoa/{Id}/giay-to/{next.Row.Id}" : View.Paper.Row.Signed is null ? "/so-hoa/ky" : $"/so-hoa/{Id}");
    }

    private async Task<bool> Load(IReadOnlyDictionary<string, string>? typed, CancellationToken cancel)
    {
        if (await reader.Check(Id, Paper, Me, cancel) is not { } view)
            return false;
        View = view;
        typed ??= view.Typed;
        var read = view.Fields.All().ToDictionary(f => f.Name, f => f.Field);
        Lines = [.. CheckPaper.Fields.Select(f => Line(f, read[f], typed))];
        return true;
    }

    private FactLine Line(string name, ReadField read, IReadOnlyDictionary<string, string>? typed)
    {
        var place = View.Places.TryGetValue(name, out var at) ? at : (FieldPlace?)null;
        var optional = !Needed.Contains(name);
        if (typed is not null)
            return new FactLine(name, Labels[name], typed.GetValueOrDefault(name) ?? "", optional, true, null, null, place);
        if (View.Paper.Row.Component == ScanPlace.Result && View.Place.OfResult.GetValueOrDefault(name) is { Length: > 0 } registered)
            return new FactLine(name, Labels[name], registered, optional, true, null, "theo sổ kết quả của hồ sơ", place);
        if (read.Value is { } value)
        {
            var shown = DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) ? day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : value;
            var percent = $"{(int)(read.Confidence * 100)} %";
            return read.Confidence >= ReadField.Sure ? new FactLine(name, Labels[name], shown, optional, true, null, $"đọc từ ảnh, độ tin {percent}, đã nhận", place)
                : new FactLine(name, Labels[name], shown, optional, false, $"Độ tin {percent}: hãy so với ảnh rồi nhấn Enter.", null, place);
        }
        return FromDossier(name, optional);
    }

    // What was not read is offered from the dossier, and said to be so.
    private FactLine FromDossier(string name, bool optional)
    {
        var (owner, paper) = (View.Place.Owner, View.Paper.Row);
        var offered = name switch
        {
            "type" => View.Place.Component(paper.Component)?.Type ?? $"{View.Place.Procedure.Code}-{paper.Component}",
            "title" => paper.Name, "owner_name" => owner.Name, "owner_id" => owner.Number ?? "", _ => "",
        };
        return new FactLine(name, Labels[name], offered, optional, name == "type", offered.Length > 0 && name is not ("type" or "title")
            ? "Chưa đọc được trên ảnh, lấy theo chủ hồ sơ: hãy kiểm tra." : null, offered.Length > 0 ? "theo hồ sơ" : null, null);
    }
}
