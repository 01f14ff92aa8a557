using System.Text;
using MotCua.App.Catalogue.Import;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

/// <summary>What a file is, is told by what stands in it.</summary>
public sealed class ImportFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-files-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void One_document_of_many_lines_is_one_record_whatever_its_name()
    {
        var pretty = Sources.Answer("1.970001").Replace(",", ",\n", StringComparison.Ordinal).Replace("{", "{\n", StringComparison.Ordinal);
        Assert.Equal((1, 1), Read("answer.jsonl", pretty));
        Assert.Equal((1, 1), Read("answer.txt", "\uFEFF" + pretty.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_broken_document_of_many_lines_is_one_rejected_record_of_line_1()
    {
        var pretty = Sources.Answer("1.970001").Replace(",", ",\n", StringComparison.Ordinal).Replace("{", "{\n", StringComparison.Ordinal);
        var read = All("answer.txt", pretty[..^20]);
        Assert.Equal((1, 1), (read.Count, Assert.Single(read.Rejected).Line));
    }

    [Theory]
    [InlineData("{\"code\": \"1.97")]
    [InlineData("{")]
    [InlineData("[")]
    [InlineData("không phải JSON")]
    public void Lines_stay_lines_when_the_first_is_broken_whatever_the_name(string broken)
    {
        var read = All("lines.json", broken + "\r\n\r\n" + Sources.Detail("1.970002") + "\r\n" + Sources.Line("1.970003", "Tên") + "\n");
        Assert.Equal((3, 2), (read.Count, read.Records.Count));
        Assert.Equal(1, Assert.Single(read.Rejected).Line);
        Assert.Equal(["lines.json:3", "lines.json:4"], read.Records.Select(r => r.Origin));
    }

    [Fact]
    public void A_list_of_answers_counts_each()
    {
        Assert.Equal((3, 2), Read("list.json", $"[\n{Sources.Answer("1.970001")},\n{Sources.Detail("1.970002")},\n{{\"code\":\"1.970004\"}}\n]"));
        Assert.Equal((2, 2), Read("line.jsonl", $"[{Sources.Answer("1.970001")},{Sources.Detail("1.970002")}]"));
        Assert.Equal((2, 2), Read("lay.json", """{"error_code":0,"result":[{"MATTHC":"1.1","TENTTHC":"Một"},{"MATTHC":"1.2","TENTTHC":"Hai"}]}"""));
    }

    [Theory]
    [InlineData("""{"error_code":5,"result":[]}""")]
    [InlineData("""{"code":"ERROR","data":null}""")]
    [InlineData("17")]
    [InlineData("null")]
    [InlineData("[]  x")]
    [InlineData("""{"code":"   ","name":"Tên"}""")]
    [InlineData("""{"code":"1.970001","name":" "}""")]
    [InlineData("""{"code":["1.970001"],"name":"Tên"}""")]
    public void What_cannot_be_stored_is_rejected_with_a_sentence(string line)
    {
        var rejected = Assert.Single(All("x.jsonl", line + "\n").Rejected);
        Assert.EndsWith(".", rejected.Reason);
        Assert.Equal(Path.Combine(folder, "x.jsonl"), rejected.File);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_rejected_and_the_next_line_is_read()
    {
        var file = Path.Combine(folder, "bytes.jsonl");
        File.WriteAllBytes(file, [.. "{\"code\":\"1.97\",\"name\":\""u8, 0xC3, 0x28, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(Sources.Detail("1.970002"))]);
        var read = RecordReader.Read([file], new DateOnly(2026, 11, 17), default);
        Assert.Equal((2, 1, 1), (read.Count, read.Records.Count, read.Rejected.Count));
    }

    [Fact]
    public void Lines_longer_than_a_buffer_are_read_whole()
    {
        var names = Enumerable.Range(0, 5).Select(i => $"Thủ tục {i} " + new string('ă', 40_000 + i)).ToList();
        var read = All("long.jsonl", string.Join('\n', names.Select((n, i) => Sources.Line($"1.97000{i}", n))));
        Assert.Equal(names, read.Records.Select(r => r.Record.Name));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task What_no_database_can_hold_is_taken_out_and_letters_are_composed(Engine engine)
    {
        await using var sources = await Sources.Open(engine);
        const string name = @"Thu\u0309 tu\u0323c\u0000 a\ud83d \ud83c\udfe0";
        var imported = await sources.Import(sources.File($$"""{"code":"1.970009","name":"{{name}}","subjects":["x\u0000"],"state":null}"""));
        Assert.Equal((1, 1), (imported.Created, imported.Read));
        Assert.Equal("Thủ tục a\uFFFD 🏠", (await sources.Versions("1.970009"))[0].Name);
    }

    private (int Count, int Records) Read(string name, string text) => All(name, text) is var read ? (read.Count, read.Records.Count) : default;

    private ReadFiles All(string name, string text)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return RecordReader.Read([file], new DateOnly(2026, 11, 17), default);
    }
}
