using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using MotCua.Web.Kit;

namespace MotCua.Web.SignIn;

/// <summary>Writes into a form opened again which kept form it is, and the files that still belong to it.
/// Every form of every page passes here; those that were not the one kept are let be.</summary>
[HtmlTargetElement("form", Attributes = "method")]
public sealed class KeptFormTag : TagHelper
{
    /// <summary>The page.</summary>
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.Features.Get<KeptForm>() is not { } kept || !IsPost(context) || !IsIt(output, kept))
            return;
        output.PreContent.AppendHtml(Html.Empty("input").With("type", "hidden").With("name", KeptForm.Field).With("value", kept.Id.ToString("D")));
        output.PreContent.AppendHtml(Note(kept));
    }

    private static bool IsPost(TagHelperContext context) =>
        string.Equals(context.AllAttributes["method"]?.Plain(), "post", StringComparison.OrdinalIgnoreCase);

    // Without an address the form goes where the page is; without a handler its buttons may name one.
    private static bool IsIt(TagHelperOutput output, KeptForm kept)
    {
        var action = output.Attributes["action"]?.Plain() ?? "";
        var (path, handler) = (action.Split('?')[0], Requests.QueryValue(action, "handler"));
        return (path.Length == 0 || string.Equals(path, kept.Path, StringComparison.OrdinalIgnoreCase))
            && (handler is null || string.Equals(handler, kept.Handler, StringComparison.OrdinalIgnoreCase));
    }

    private static TagBuilder Note(KeptForm kept)
    {
        var note = Html.Tag("div", "note warn");
        note.Holding(Html.Tag("b", text: $"Biểu mẫu này chưa được gửi lúc {VietText.ShortInstant(kept.At)}"));
        var more = Html.Tag("p", text: kept.Files.Count > 0
            ? "Tệp đã đính kèm còn nguyên, không cần chọn lại; bỏ dấu ở tệp không dùng nữa. "
            : "Mọi thứ đã nhập còn nguyên bên dưới. ");
        note.Holding(more.Holding(Html.Tag("a", text: "Xem những gì đã giữ").With("href", "/giu/" + kept.Id.ToString("D"))));
        for (var at = 0; at < kept.Files.Count; at++)
            note.Holding(FileLine(kept, at));
        return note;
    }

    private static TagBuilder FileLine(KeptForm kept, int at)
    {
        var id = $"giu-tep-{at}";
        var box = Html.Empty("input").With("type", "checkbox").With("id", id).With("name", KeptForm.FileField)
            .With("value", at.ToString(CultureInfo.InvariantCulture)).With("checked", kept.Wanted.Contains(at) ? "checked" : null);
        return Html.Tag("div", "choice").Holding(box, Html.Tag("label", text: kept.Files[at].Label()).With("for", id));
    }
}
