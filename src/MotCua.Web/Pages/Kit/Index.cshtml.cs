using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Kit;

/// <summary>The living sample of the Kit.</summary>
public sealed class IndexModel : PageModel
{
    private static readonly Suggestion[] Procedures =
    [
        new("1.001193", "Thủ tục đăng ký khai sinh", "cấp xã · trả trong ngày", null),
        new("1.003583", "Thủ tục đăng ký khai sinh lưu động", "cấp xã · 05 ngày làm việc", null),
        new("2.000815", "Chứng thực bản sao từ bản chính giấy tờ, văn bản", "cấp xã · trả trong ngày", null),
        new("1.001612", "Đăng ký thành lập hộ kinh doanh", "cấp xã · 03 ngày làm việc", null),
        new("1.115320", "Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót", "cấp xã · 08 ngày làm việc", null),
    ];

    /// <summary>The contents of the page.</summary>
    public IReadOnlyList<(string Id, string Label)> Parts { get; } =
    [
        ("mau", "Màu, chữ, hình"), ("nut", "Nút"), ("o", "Ô nhập và lỗi"), ("tt", "Trạng thái, thời hạn"),
        ("bang", "Bảng"), ("khoi", "Khối"), ("loi", "Lời báo"), ("phim", "Phím tắt"),
    ];

    /// <summary>The present of the sample: Monday 23/11/2026, 09:42.</summary>
    public DateTimeOffset Now { get; } = At(2026, 11, 23, 9, 42);

    /// <summary>Rows of the sample table.</summary>
    public IReadOnlyList<SampleRow> Rows { get; } =
    [
        new("H15.112-261110-0031", "Y Thuận Êban", "Chờ tôi thẩm định", "1.115320",
            "Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót", "Quá hạn bước 1 ngày; chưa có phiếu xin lỗi",
            At(2026, 11, 20, 17, 0), DeadlineState.Auto, Dong.Zero, "person"),
        new("H15.112-261118-0018", "Phan Thị Bích Ngọc", "Chờ tôi thẩm định", "1.001612",
            "Đăng ký thành lập hộ kinh doanh", "Đủ giấy tờ, dữ liệu dân cư khớp",
            At(2026, 11, 23, 16, 30), DeadlineState.Auto, new Dong(100_000), "globe"),
        new("H15.112-261119-0009", "Hoàng Gia Bảo", "Chờ Ủy ban nhân dân xã Ea Kar trả lời", "1.004873",
            "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Đã hỏi 20/11; hạn trả lời hôm nay",
            At(2026, 11, 24, 17, 0), DeadlineState.Auto, new Dong(3_000), "person"),
        new("H15.112-261118-0044", "Lê Thị Kim Oanh", "Chờ người dân nộp nghĩa vụ tài chính", "1.115333",
            "Giao đất ở có thu tiền sử dụng đất không thông qua đấu giá", "Thông báo thuế gửi 20/11; đồng hồ dừng",
            null, DeadlineState.Hold, new Dong(28_600), "mail"),
        new("H15.112-261116-0020", "Trịnh Xuân Mai", "Chờ người dân đến nhận kết quả", "1.004873",
            "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân", "Nhắn tin 20/11",
            At(2026, 11, 19, 17, 0), DeadlineState.Done, new Dong(3_000), "globe"),
    ];

    /// <summary>What the sample form holds.</summary>
    [BindProperty]
    public SampleForm Input { get; set; } = new();

    /// <summary>Shows the page; with <c>loi=1</c> in its state after errors.</summary>
    public void OnGet(string? loi)
    {
        if (loi is not null) Check();
    }

    /// <summary>Checks the sample form; keeps what was typed.</summary>
    public IActionResult OnPost()
    {
        Check();
        if (!ModelState.IsValid) return Page();
        TempData["Done"] = $"Đã nhận mẫu của {Input.FullName}. Không có gì được lưu.";
        TempData["DoneHref"] = "/kit#o";
        TempData["DoneLabel"] = "Về ô nhập";
        return RedirectToPage();
    }

    /// <summary>Stands in for keeping a draft.</summary>
    public IActionResult OnPostDraft() => Input.FullName == "hỏng" ? StatusCode(503) : new JsonResult(new { });

    /// <summary>Procedures whose code or name holds the words.</summary>
    public IActionResult OnGetSuggest(string? q)
    {
        var words = (q ?? "").Trim();
        return new JsonResult(Procedures.Where(p =>
            p.Code.StartsWith(words, StringComparison.Ordinal)
            || p.Name.Contains(words, StringComparison.OrdinalIgnoreCase)));
    }

    private void Check()
    {
        if (Input.FullName.Trim().Length == 0)
            ModelState.AddModelError("Input.FullName", "Hãy nhập họ, chữ đệm và tên như trên căn cước.");
        if (Input.Number.Length != 12 || !Input.Number.All(char.IsAsciiDigit))
            ModelState.AddRefusal(new Refusal("sample.number",
                $"Số căn cước phải đủ 12 chữ số, đang có {Input.Number.Length}.", "Luật Căn cước 2023 Đ.12", "Number"), "Input");
        if (Input.Passes is null)
            ModelState.AddModelError("Input.Passes", "Hãy ghi giấy tờ số 1 đạt hay không đạt.");
    }

    private static DateTimeOffset At(int year, int month, int day, int hour, int minute) =>
        Vietnam.Instant(new DateTime(year, month, day, hour, minute, 0));

    /// <summary>One suggestion of a combobox.</summary>
    /// <param name="Code">What the form sends.</param>
    /// <param name="Name">What people read.</param>
    /// <param name="Note">A word more.</param>
    /// <param name="Href">Where taking it leads; null to fill the field.</param>
    public sealed record Suggestion(string Code, string Name, string Note, string? Href);

    /// <summary>One row of the sample table.</summary>
    public sealed record SampleRow(
        string Code, string Owner, string Where, string Procedure, string Name, string Why,
        DateTimeOffset? Due, DeadlineState State, Dong Fee, string Icon);
}

/// <summary>How the sample's person is known.</summary>
[NoTerm("part of the sample page")]
public enum SampleKind
{
    /// <summary>A 12-digit number.</summary>
    [Term("số định danh cá nhân")] Number,
    /// <summary>A passport.</summary>
    [Term("hộ chiếu")] Passport,
    /// <summary>No papers yet.</summary>
    [Term("chưa có giấy tờ")] None,
}

/// <summary>The sample form: one property for each kind of field.</summary>
public sealed class SampleForm
{
    /// <summary>Text.</summary>
    public string FullName { get; set; } = "Y Moan Byă";
    /// <summary>Digits.</summary>
    public string Number { get; set; } = "06619000481";
    /// <summary>Radio buttons from an enum.</summary>
    public SampleKind Kind { get; set; }
    /// <summary>Shown for one answer only.</summary>
    public string? Nationality { get; set; }
    /// <summary>Shown for another.</summary>
    public string? WhyNone { get; set; }
    /// <summary>A day.</summary>
    public DateOnly? Born { get; set; } = new(1990, 3, 14);
    /// <summary>A select.</summary>
    public string? Reason { get; set; }
    /// <summary>Several lines.</summary>
    public string? Note { get; set; }
    /// <summary>Yes or no.</summary>
    public bool IsOwner { get; set; } = true;
    /// <summary>One of two.</summary>
    public string? Passes { get; set; }
    /// <summary>Any of several.</summary>
    public string[] Notices { get; set; } = ["vneid"];
    /// <summary>An amount.</summary>
    public Dong Paid { get; set; } = new(100_000);
    /// <summary>A number.</summary>
    public int Copies { get; set; } = 2;
    /// <summary>The name of a procedure.</summary>
    public string? Procedure { get; set; }
    /// <summary>Its code.</summary>
    public string? ProcedureCode { get; set; }
}
