using System.Text;
using System.Text.Json;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class SignVerbTests : IDisposable
{
    private const string Paper = """
        %PDF-1.7
        1 0 obj
        <</Type /Catalog /Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type /Pages /Kids [3 0 R] /Count 1>>
        endobj
        3 0 obj
        <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>
        endobj
        xref
        0 4
        0000000000 65535 f 
        0000000009 00000 n 
        0000000056 00000 n 
        0000000111 00000 n 
        trailer
        <</Size 4 /Root 1 0 R>>
        startxref
        180
        %%EOF

        """;

    private readonly Folder folder = new();

    public SignVerbTests() => File.WriteAllText(folder["don.pdf"], Paper);

    private async Task<(int Status, JsonElement Document, string Error)> Ask(params string[] words)
    {
        var spoken = new Spoken();
        var status = await spoken.Run([.. words, "--data", folder["data"], "--json"]);
        var (text, error) = (spoken.Out.ToString(), spoken.Error.ToString());
        if (error.Contains("phông chữ", StringComparison.Ordinal) && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip(error);
        return (status, text.Length > 0 ? JsonDocument.Parse(text).RootElement : default, error);
    }

    private static string Says(JsonElement document)
    {
        Assert.Equal(["file", "signers"], document.EnumerateObject().Select(p => p.Name));
        return string.Join('\n', document.GetProperty("signers").EnumerateArray().Select(s =>
        {
            Assert.Equal(["name", "time", "covers", "valid", "trusted"], s.EnumerateObject().Select(p => p.Name));
            Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d$", s.GetProperty("time").GetString());
            return $"{s.GetProperty("name")} {s.GetProperty("covers")} {s.GetProperty("valid")} {s.GetProperty("trusted")}";
        }));
    }

    [Fact]
    public async Task A_paper_is_signed_beside_itself_and_found_valid_and_trusted()
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder["don.pdf"]);
        var (status, document, error) = await Ask("sign", relative);
        Assert.True(status == 0, error);
        Assert.Equal(folder["don.signed.pdf"], document.GetProperty("file").GetString());
        Assert.Equal("CHỨNG THƯ THỬ NGHIỆM whole-file True True", Says(document));
        Assert.Contains("thử nghiệm", error);
        Assert.Equal(Paper, await File.ReadAllTextAsync(folder["don.pdf"], TestContext.Current.CancellationToken));
        var (found, checkedAs, quiet) = await Ask("check-signature", folder["don.signed.pdf"]);
        Assert.Equal((0, "CHỨNG THƯ THỬ NGHIỆM whole-file True True", ""), (found, Says(checkedAs), quiet));
        var (again, twice, _) = await Ask("sign", folder["don.signed.pdf"], "--out", folder["hai.pdf"]);
        Assert.Equal((0, folder["hai.pdf"]), (again, twice.GetProperty("file").GetString()));
        Assert.Equal("CHỨNG THƯ THỬ NGHIỆM whole-content True True\nCHỨNG THƯ THỬ NGHIỆM whole-file True True", Says(twice));
        Assert.Equal(["data", "don.pdf", "don.signed.pdf", "hai.pdf"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
        Assert.False(File.Exists(Path.Combine(folder["data"], "motcua.db")));
    }

    [Fact]
    public async Task A_changed_file_or_one_without_a_signature_ends_with_1_and_a_whole_document()
    {
        await Ask("sign", folder["don.pdf"]);
        var bytes = await File.ReadAllBytesAsync(folder["don.signed.pdf"], TestContext.Current.CancellationToken);
        bytes[Encoding.Latin1.GetString(bytes).IndexOf("595", StringComparison.Ordinal)] = (byte)'6';
        await File.WriteAllBytesAsync(folder["sai.pdf"], bytes, TestContext.Current.CancellationToken);
        var (status, document, error) = await Ask("check-signature", folder["sai.pdf"]);
        Assert.Equal((1, "CHỨNG THƯ THỬ NGHIỆM whole-file False True"), (status, Says(document)));
        Assert.Contains("đã bị sửa sau khi ký", error);
        var (none, empty, says) = await Ask("check-signature", folder["don.pdf"]);
        Assert.Equal((1, "", $"Tệp {folder["don.pdf"]} không có chữ ký số nào."), (none, Says(empty), says.Trim()));
        var (gone, nothing, why) = await Ask("check-signature", folder["khong-co.pdf"]);
        Assert.Equal((1, ""), (gone, Says(nothing)));
        Assert.Contains("Không mở được tệp", why);
        Assert.Equal(2, await new Spoken().Run("check-signature"));
    }

    [Fact]
    public async Task The_input_is_never_written_over()
    {
        Directory.CreateSymbolicLink(folder["lien-ket"], folder.Path);
        File.CreateSymbolicLink(folder["khac.pdf"], folder["don.pdf"]);
        foreach (var to in new[] { folder["don.pdf"], Path.Combine(folder["lien-ket"], "don.pdf"), folder["khac.pdf"] })
        {
            var (status, _, error) = await Ask("sign", folder["don.pdf"], "--out", to);
            Assert.Equal(1, status);
            Assert.Contains("Không ghi đè tệp gốc", error);
        }
        var (nowhere, _, sentence) = await Ask("sign", folder["don.pdf"], "--out", folder["khong-co/a.pdf"]);
        Assert.Equal(1, nowhere);
        Assert.Contains("Không ghi được tệp", sentence);
        Assert.Equal(Paper, await File.ReadAllTextAsync(folder["don.pdf"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task People_read_who_signed_and_what_to_know()
    {
        await Ask("sign", folder["don.pdf"]);
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("check-signature", folder["don.signed.pdf"], "--data", folder["data"]));
        var told = spoken.Out.ToString();
        Assert.Contains("CHỨNG THƯ THỬ NGHIỆM: nguyên vẹn; chứng thư hợp lệ", told);
        Assert.Contains("phủ toàn bộ tệp", told);
        Assert.Contains("Chưa kiểm tra thu hồi", told);
    }

    public void Dispose() => folder.Dispose();
}
