using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class ImportVerbTests : IDisposable
{
    private const string Detail = """
        {"code":" 1.990001","name":"Thủ tục thử","source":"opengov_api","levels":["COMMUNE"],"crawled_on":"2026-07-18","methods":[
          {"channel":"DIRECT","processing_time":3,"processing_time_unit":null,"fees":[
            {"type":"FEE","value":100,"currency":"VND","description":"100.000 đồng"}]},
          {"channel":"ONLINE","processing_time":3,"processing_time_unit":"WORKING_DAY","fees":[]},{"channel":"POSTAL","note":""}],
         "dossier_cases":[{"case":"","components":[{"name":"Đơn","original_qty":1,"copy_qty":0}]}]}
        """;

    private readonly Folder _folder = new();

    private string Data => _folder["data"];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_document_has_exactly_what_the_contract_names()
    {
        var file = _folder["thử.jsonl"];
        File.WriteAllLines(file, [Detail.ReplaceLineEndings(""), "{", """{"code":"1.990002","name":"Dòng danh mục"}"""]);
        var (exit, told) = await Import(file);
        Assert.Equal(0, exit);
        Assert.Equal(["read", "created", "updated", "unchanged", "rejected", "defects", "timeLimits"], told.EnumerateObject().Select(p => p.Name));
        Assert.Equal((3, 2, 0, 0), Counts(told));
        var rejected = Assert.Single(told.GetProperty("rejected").EnumerateArray());
        Assert.Equal(["file", "line", "code", "reason"], rejected.EnumerateObject().Select(p => p.Name));
        Assert.Equal((file, 2), (rejected.GetProperty("file").GetString(), rejected.GetProperty("line").GetInt32()));
        Assert.Equal("""{"parsed":1,"flagged":1,"absent":1}""", JsonSerializer.Serialize(told.GetProperty("timeLimits")));
        Assert.All(told.GetProperty("defects").EnumerateArray(), d => Assert.Equal(["code", "field", "text", "kind"], d.EnumerateObject().Select(p => p.Name)));
        Assert.Equal(
            ["odd-code code “ 1.990001”", "time-without-unit methods[0].time 3", "fee-lost-thousands methods[0].fees[0] 100 VND: 100.000 đồng"],
            told.GetProperty("defects").EnumerateArray().Select(d => $"{d.GetProperty("kind")} {d.GetProperty("field")} {d.GetProperty("text")}"));

        var (_, again) = await Import(file);
        Assert.Equal((3, 0, 0, 2), Counts(again));
        Assert.Equal(told.GetProperty("defects").GetRawText(), again.GetProperty("defects").GetRawText());
    }

    [Fact]
    public async Task People_read_counts_and_kinds_in_words()
    {
        var file = _folder["a.jsonl"];
        File.WriteAllLines(file, [Detail.ReplaceLineEndings(""), "{"]);
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("import", "procedures", file, "--data", Data));
        Assert.Contains("Đã đọc 2 bản ghi: 1 thủ tục mới, 0 có phiên bản mới, 0 không đổi.", spoken.Out.ToString());
        Assert.Contains($"{file}:2", spoken.Out.ToString());
        Assert.Contains("mức thu mất phần nghìn", spoken.Out.ToString());
    }

    [Theory]
    [InlineData("không-có.jsonl", "Không có tệp")]
    [InlineData("", "là thư mục")]
    public async Task A_file_that_is_not_there_stops_everything_and_the_document_is_still_whole(string wrong, string sentence)
    {
        var good = _folder["a.jsonl"];
        File.WriteAllText(good, """{"code":"1.990002","name":"Dòng danh mục"}""");
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("import", "procedures", good, Path.Combine(_folder.Path, wrong), "--data", Data, "--json"));
        Assert.Contains(sentence, spoken.Error.ToString());
        Assert.Equal((0, 0, 0, 0), Counts(JsonDocument.Parse(spoken.Out.ToString()).RootElement));
        Assert.Equal((1, 1, 0, 0), Counts((await Import(good)).Told));
    }

    [Fact]
    public async Task Files_of_which_no_record_can_be_taken_are_found_wrong()
    {
        var file = _folder["a.jsonl"];
        File.WriteAllLines(file, ["xin chào", "{}"]);
        var (exit, told) = await Import(file);
        Assert.Equal(1, exit);
        Assert.Equal(2, told.GetProperty("rejected").GetArrayLength());
    }

    private async Task<(int Exit, JsonElement Told)> Import(string file)
    {
        var spoken = new Spoken();
        var exit = await spoken.Run("--json", "import", "procedures", file, "--data", Data);
        return (exit, JsonDocument.Parse(spoken.Out.ToString()).RootElement);
    }

    private static (int, int, int, int) Counts(JsonElement told) =>
        (told.GetProperty("read").GetInt32(), told.GetProperty("created").GetInt32(), told.GetProperty("updated").GetInt32(),
            told.GetProperty("unchanged").GetInt32());
}
