using System.Text.Json;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Reception;

/// <summary>The address on the page of the reception, without scripts.</summary>
public sealed class AddressPageTests
{
    [Fact]
    public async Task Communes_are_suggested_by_a_few_letters_also_by_the_name_of_an_old_one()
    {
        await using var office = await Office.Open();
        var hanh = await office.Of("hanh.tn");
        var suggested = JsonDocument.Parse(await (await hanh.Raw("/api/don-vi-hanh-chinh?q=ea+kar&don-vi=11")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("24373", "Xã Ea Kar, tỉnh Đắk Lắk", JsonValueKind.Null),
            (suggested[0].GetProperty("code").GetString(), suggested[0].GetProperty("name").GetString(), suggested[0].GetProperty("note").ValueKind));
        suggested = JsonDocument.Parse(await (await hanh.Raw("/api/don-vi-hanh-chinh?q=ea+tieu")).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("24544", "đến 30/06/2025: xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk"),
            (suggested[0].GetProperty("code").GetString(), suggested[0].GetProperty("note").GetString()));
        Assert.Equal("[]", await (await hanh.Raw("/api/don-vi-hanh-chinh?q=")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Under_the_address_stands_what_was_recognized_and_a_split_commune_can_be_chosen_by_a_button()
    {
        await using var office = await Office.Open();
        var page = await (await office.Of("hanh.tn")).Get("/tiep-nhan");
        page = await page.Send(("procedure", "1.001193"));
        page = await page.Send(("do", "save"), ("owner.address", "Thôn 3, xã Ea Tiêu, huyện Cư Kuin, tỉnh Đắk Lắk"));
        Assert.Equal("Nay là xã Ea Ktur, tỉnh Đắk Lắk. Địa chỉ cũ vẫn được giữ.", page.WordsOf("#owner-noi-o"));

        page = await page.Send(("do", "save"), ("owner.address", "xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên"));
        Assert.Contains("nay thuộc nhiều xã, phường", page.WordsOf("#owner-noi-o"));
        var button = page.Document.QuerySelectorAll("#owner-noi-o button").Single(b => b.TextContent == "Xã Ea Ly");
        page = await page.Send(("do", button.GetAttribute("value")!));
        Assert.Equal("Xã Ea Ly, tỉnh Đắk Lắk", page.Typed("owner.commune"));
        Assert.Equal("xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên", page.Typed("owner.address"));
        Assert.Equal("Xã Ea Ly, tỉnh Đắk Lắk", page.WordsOf("#owner-noi-o"));

        page = await page.Send(("do", "save"), ("owner.address", "12 Lê Lợi"), ("owner.commune", ""));
        Assert.Contains("Chưa nhận ra xã, phường", page.WordsOf("#owner-noi-o .warned"));
        page = await page.Send(("do", "place:owner.99999"));
        Assert.Equal("", page.Typed("owner.commune"));
    }
}
