using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MotCua.Web.Tests.Kit;

/// <summary>Renders one tag helper as Razor would and reads the result as a browser would.</summary>
internal static class Render
{
    private static readonly EmptyModelMetadataProvider Metadata = new();

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(new TextEncoderSettings(UnicodeRanges.All));

    public static ViewContext View(string path = "/", string query = "")
    {
        var context = new DefaultHttpContext();
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        var view = new ViewContext { HttpContext = context };
        view.ViewData = new ViewDataDictionary(Metadata, view.ModelState);
        return view;
    }

    public static ModelExpression For<T>(string name, T value) =>
        new(name, new ModelExplorer(Metadata, Metadata.GetMetadataForType(typeof(T)), value));

    public static async Task<string> Html(TagHelper helper, string tag, string? child = null, params (string Name, object? Value)[] attributes)
    {
        var given = new TagHelperAttributeList(attributes.Select(a => a.Value is null
            ? new TagHelperAttribute(a.Name)
            : new TagHelperAttribute(a.Name, a.Value)));
        var output = new TagHelperOutput(tag, given, (_, _) =>
            Task.FromResult<TagHelperContent>(new DefaultTagHelperContent().AppendHtml(child ?? "")));
        await helper.ProcessAsync(new TagHelperContext(tag, given, new Dictionary<object, object>(), "one"), output);
        using var text = new StringWriter();
        output.WriteTo(text, Encoder);
        return text.ToString();
    }

    public static async Task<IElement> Element(TagHelper helper, string tag, string? child = null, params (string Name, object? Value)[] attributes)
    {
        var html = await Html(helper, tag, child, attributes);
        return new HtmlParser().ParseDocument("<body>" + html).Body!.FirstElementChild!;
    }
}
