using MotCua.App.Papers.Forms;
using MotCua.App.Print;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Forms;

/// <summary>Words of the pages of forms.</summary>
internal static class FormWords
{
    /// <summary>The page of a form.</summary>
    public static string Href(string key) => $"/bieu-mau/{key}";

    /// <summary>"A5 dọc".</summary>
    public static string Paper(FormPaper paper) => paper switch
    {
        FormPaper.A5 => "A5",
        FormPaper.A4 => "A4",
        _ => "A4 ngang",
    };

    /// <summary>Where the template in use comes from.</summary>
    public static string Source(FormLine line) => line.Source is { From: { } from } row
        ? $"Bản {row.Version}, dùng từ {VietText.Day(from)}"
        : "Bản 1, kèm theo phần mềm";

    /// <summary>Where a stored template stands.</summary>
    public static string State(FormTemplateRow row, DateOnly today) => row switch
    {
        { DiscardedAt: not null } => "Đã bỏ",
        { Version: null } => "Chờ đưa vào sử dụng",
        _ when row.From > today => $"Chờ đến {VietText.Day(row.From!.Value)}",
        _ => $"Dùng từ {VietText.Day(row.From!.Value)}",
    };
}
