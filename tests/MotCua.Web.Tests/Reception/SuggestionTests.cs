using System.Text.Json;
using AngleSharp.Html.Dom;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Reception;

/// <summary>How a procedure is found at the counter.</summary>
public sealed class SuggestionTests
{
    [Fact]
    public async Task Suggestions_come_as_json_and_words_without_scripts_as_a_list()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var suggested = JsonDocument.Parse(await (await hanh.Raw("/api/thu-tuc?q=dinh+chinh")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("1.115320", suggested[0].GetProperty("code").GetString());
        Assert.Equal("Đất đai, cấp xã", suggested[0].GetProperty("note").GetString());
        var list = await (await hanh.Get("/tiep-nhan")).Send(("q", "giay"));
        Assert.Equal("/tiep-nhan?q=giay&don-vi=11", list.Path);
        Assert.Contains("Tìm thấy", list.Words);
        Assert.Contains("Không có thủ tục nào có “xyz”", (await hanh.Get("/tiep-nhan?q=xyz")).Words);
        var page = await list.Send((IHtmlFormElement)list.Document.QuerySelector(".picks")!.ParentElement!, ("procedure", "1.001612"));
        Assert.StartsWith("/tiep-nhan/", page.Path);
        Assert.Contains("1.001612", page.Words);
    }
}
