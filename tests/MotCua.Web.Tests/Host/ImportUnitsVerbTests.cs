using System.Text.Json;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class ImportUnitsVerbTests
{
    private const string Header = "code,name,name_en,type,province_code\n";

    [Fact]
    public async Task Json_holds_the_four_numbers_alone_and_broken_lines_are_named_on_standard_error()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder["2026-07_communes.csv"], Header + "00004,Phường Ba Đình,Ba Dinh,phuong,01\nx,Phường Ngọc Hà,Ngoc Ha,phuong,01\n",
            TestContext.Current.CancellationToken);
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("--json", "import", "units", folder["2026-07_communes.csv"], "--data", folder["d"]));
        var document = JsonDocument.Parse(spoken.Out.ToString()).RootElement;
        Assert.Equal(["provinces", "communes", "mapped", "ambiguous"], document.EnumerateObject().Select(p => p.Name));
        Assert.Equal([34, 103, 278, 8], document.EnumerateObject().Select(p => p.Value.GetInt32()));
        Assert.Contains("2026-07_communes.csv, dòng 3: mã “x” không phải mã cấp xã; đã bỏ qua dòng này.", spoken.Error.ToString());

        var again = new Spoken();
        Assert.Equal(0, await again.Run("import", "units", folder["2026-07_communes.csv"], "--data", folder["d"]));
        Assert.Equal("Có 34 tỉnh, thành phố; 103 xã, phường, đặc khu. Xã cũ: 278 chuyển trọn vào một xã mới, 8 chia cho nhiều xã mới. Không có gì thay đổi.",
            again.Out.ToString().Trim());
    }

    [Fact]
    public async Task A_file_that_is_none_of_these_ends_with_1_and_one_document_and_no_file_with_2()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder["x.md"], "# x", TestContext.Current.CancellationToken);
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("import", "units", folder["x.md"], "--json", "--data", folder["d"]));
        Assert.Equal(102, JsonDocument.Parse(spoken.Out.ToString()).RootElement.GetProperty("communes").GetInt32());
        Assert.Contains("Tệp x.md không phải danh mục đơn vị hành chính", spoken.Error.ToString());
        Assert.Equal(2, await new Spoken().Run("import", "units", "--data", folder["d"]));
    }
}
