using System.Text.Json;
using Microsoft.Data.Sqlite;
using MotCua.Testing;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class DueVerbTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    [Requirement("R-TIME-01"), Requirement("R-TIME-02"), Requirement("R-TIME-17"), Requirement("R-TIME-18")]
    public async Task One_house_answers_every_question_of_the_contract()
    {
        foreach (var (words, due) in new (string[], string)[]
        {
            (["--limit", "10 ngày làm việc", "--received", "2021-12-13T09:02"], "2021-12-27T17:00"),
            (["--limit", "10 ngày làm việc", "--received", "2026-02-13T16:40"], "2026-03-06T17:00"),
            (["--limit", "15 ngày làm việc", "--received", "2026-02-13T16:40+07:00"], "2026-03-13T17:00"),
            (["--limit", "03 ngày làm việc", "--received", "2026-08-21T09:00"], "2026-08-25T17:00"),
            (["--limit", "trong ngày", "--received", "2026-11-20T15:00"], "2026-11-20T17:00"),
            (["--limit", "trong ngày", "--received", "2026-11-20T08:01Z"], "2026-11-23T17:00"),
            (["--limit", "5 ngày làm việc", "--received", "2026-11-13T09:00", "--pause", "2026-11-17T17:00..2026-11-19T17:00"], "2026-11-24T17:00"),
            (["--limit", "5 ngày làm việc", "--received", "2026-11-13T09:00", "--supplement", "2026-11-17T08:00..2026-11-19T10:00"], "2026-11-26T17:00"),
            (["--limit", "1/2 ngày làm việc", "--received", "2026-11-16T09:00", "--unit", "H15.12.01"], "2026-11-17T11:30"),
            (["--procedure", "1.001193", "--received", "2026-11-20T15:01"], "2026-11-23T17:00"),
            (["--procedure", "1.004859", "--case", "Bổ sung thông tin hộ tịch", "--received", "2026-11-20T14:00"], "2026-11-20T17:00"),
            (["--procedure", "1.001193", "--channel", "online", "--received", "2026-11-20T20:00"], "2026-11-23T17:00"),
        })
        {
            var spoken = new Spoken();
            Assert.Equal(0, await spoken.Run(["due", .. words, "--json", "--data", _folder["data"]]));
            Assert.Equal(due, JsonDocument.Parse(spoken.Out.ToString()).RootElement.GetProperty("due").GetString());
        }
    }

    [Fact]
    public async Task The_document_has_exactly_what_the_contract_names()
    {
        var spoken = new Spoken();
        await spoken.Run("due", "--limit", "7.5 ngày làm việc", "--received", "2026-02-13T16:40", "--json", "--data", _folder["data"]);
        var told = JsonDocument.Parse(spoken.Out.ToString()).RootElement;
        Assert.Equal(["due", "account"], told.EnumerateObject().Select(p => p.Name));
        var lines = told.GetProperty("account").EnumerateArray().ToList();
        Assert.All(lines, l => Assert.Equal(["from", "to", "counts", "unit", "reason", "law", "verified"], l.EnumerateObject().Select(p => p.Name)));
        Assert.Equal("2026-02-13", lines[0].GetProperty("from").GetString());
        Assert.Equal(7.5m, lines.Sum(l => l.GetProperty("counts").GetDecimal()));
        foreach (var (a, b) in lines.Zip(lines.Skip(1)))
            Assert.Equal(DateOnly.Parse(a.GetProperty("to").GetString()!, null).AddDays(1), DateOnly.Parse(b.GetProperty("from").GetString()!, null));
    }

    [Fact]
    public async Task People_read_the_account_in_words()
    {
        var spoken = new Spoken();
        await spoken.Run("due", "--limit", "3 ngày làm việc", "--received", "2026-08-21T09:00", "--data", _folder["data"]);
        Assert.Contains("Hẹn trả: Thứ Ba 25/08/2026, 17:00", spoken.Out.ToString());
        Assert.Contains("Ngày làm việc bù cho 31/8/2026 (Công văn 9859/VPCP-KGVX", spoken.Out.ToString());
        Assert.Contains("= 3 ngày làm việc", spoken.Out.ToString());
    }

    [Fact]
    public async Task A_batch_answers_line_by_line_in_order_also_where_one_is_bad()
    {
        var file = _folder["câu hỏi.jsonl"];
        File.WriteAllLines(file,
        [
            """{"limit":"10 ngày làm việc","received":"2021-12-13T09:02"}""",
            "không phải JSON",
            "",
            """{"limit":"10 lần","received":"2021-12-13T09:02"}""",
            """{"limit":"5 ngày làm việc","received":"2026-11-13T09:00","pause":[["2026-11-17T17:00","2026-11-19T17:00"]]}""",
            """{"limit":"5 ngày làm việc","received":"2026-11-13T09:00","unit":null,"pauses":[["2026-11-17T17:00","2026-11-19T17:00"]],"id":7}""",
            """{"limit":"5 ngày làm việc","received":"2026-11-13T09:00","supplement":["2026-11-17T08:00","2026-11-19T10:00"]}""",
            """{"limit":"5 ngày làm việc","received":"2026-11-13T09:00","pauses":[["2026-11-17T17:00",null]]}""",
        ]);
        foreach (var spoken in new[] { new Spoken(), new Spoken(File.ReadAllText(file)) })
        {
            Assert.Equal(1, await spoken.Run("due", "--batch", spoken.Streams.In.Peek() < 0 ? file : "-", "--json", "--data", _folder["data"]));
            var lines = spoken.Out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.Equal(
                ["2021-12-27T17:00", "Dòng 2", "Dòng 4", "Dòng 5", "2026-11-24T17:00", "2026-11-26T17:00", "Dòng 8"],
                lines.Select(l => l.TryGetProperty("due", out var due) ? due.GetString() : l.GetProperty("error").GetString()![..6]));
            Assert.Contains("4 dòng không tính được", spoken.Error.ToString());
        }
    }

    [Theory]
    [InlineData(2, "--received", "2026-11-13T09:00")]
    [InlineData(2, "--limit", "5 ngày")]
    [InlineData(2, "--limit", "5 ngày", "--procedure", "1.001193", "--received", "2026-11-13T09:00")]
    [InlineData(2, "--limit", "5 ngày", "--channel", "online", "--received", "2026-11-13T09:00")]
    [InlineData(2, "--limit", "5 ngày", "--received", "hôm qua")]
    [InlineData(2, "--limit", "5 ngày", "--received", "2026-11-13T09:00", "--pause", "2026-11-14T09:00")]
    [InlineData(2, "--procedure", "1.001193", "--channel", "fax", "--received", "2026-11-13T09:00")]
    [InlineData(2, "--batch", "a.jsonl", "--limit", "5 ngày")]
    [InlineData(1, "--batch", "không-có.jsonl")]
    [InlineData(1, "--limit", "năm ngày", "--received", "2026-11-13T09:00")]
    [InlineData(1, "--limit", "5 ngày", "--received", "2026-11-13T09:00", "--unit", "H99")]
    [InlineData(1, "--procedure", "9.999999", "--received", "2026-11-13T09:00")]
    [InlineData(1, "--procedure", "1.004859", "--received", "2026-11-13T09:00")]
    [InlineData(1, "--procedure", "1.004859", "--case", "Khác", "--received", "2026-11-13T09:00")]
    [InlineData(1, "--limit", "5 ngày", "--received", "2026-11-13T09:00", "--pause", "2026-11-15T09:00..2026-11-14T09:00")]
    [InlineData(1, "--limit", "5 ngày", "--received", "2026-11-13T09:00", "--pause", "2026-11-14T09:00..")]
    [InlineData(1, "--limit", "5 ngày", "--received", "2026-11-13T09:00", "--supplement", "2026-11-12T09:00..2026-11-14T09:00")]
    [InlineData(1, "--limit", "trong ngày", "--received", "2010-11-13T09:00")]
    public async Task What_is_wrong_is_said_in_one_sentence(int exit, params string[] words)
    {
        var spoken = new Spoken();
        Assert.Equal(exit, await spoken.Run(["due", .. words, "--data", _folder["data"]]));
        Assert.Empty(spoken.Out.ToString());
        var sentence = spoken.Error.ToString().Split('\n').Single(l => l.Length > 0 && !l.StartsWith("Cách dùng", StringComparison.Ordinal)
            && !l.StartsWith("Đã cập nhật", StringComparison.Ordinal));
        Assert.EndsWith(".", sentence.TrimEnd());
    }
}
