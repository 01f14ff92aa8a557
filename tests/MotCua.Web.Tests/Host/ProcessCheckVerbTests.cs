using System.Text.Json;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class ProcessCheckVerbTests
{
    private const string Runs = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x"><process id="p"><startEvent id="s"/><task id="a"/>
        <endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/></process></definitions>
        """;

    [Fact]
    public async Task Json_holds_one_line_a_file_as_given_and_a_file_that_cannot_run_ends_with_1()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder["a.bpmn"], Runs, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["b.bpmn"], Runs.Replace("<task id=\"a\"/>", "<scriptTask id=\"a\" name=\"Tính\"/>", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, folder["b.bpmn"]);
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("process", "check", folder["a.bpmn"], relative, folder["gone.bpmn"], "--json"));
        var files = JsonDocument.Parse(spoken.Out.ToString()).RootElement.EnumerateArray().ToList();
        Assert.Equal([folder["a.bpmn"], relative, folder["gone.bpmn"]], files.Select(f => f.GetProperty("file").GetString()));
        Assert.All(files, f => Assert.Equal(["file", "ok", "executable", "tasks", "gateways", "events", "problems"], f.EnumerateObject().Select(p => p.Name)));
        Assert.Equal([(true, true, 1, 0, 2), (true, false, 1, 0, 2), (false, false, 0, 0, 0)], files.Select(f => (
            f.GetProperty("ok").GetBoolean(), f.GetProperty("executable").GetBoolean(), f.GetProperty("tasks").GetInt32(),
            f.GetProperty("gateways").GetInt32(), f.GetProperty("events").GetInt32())));
        Assert.Equal(0, files[0].GetProperty("problems").GetArrayLength());
        var problem = files[1].GetProperty("problems").EnumerateArray().Single();
        Assert.Equal(["element", "name", "reason"], problem.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("a", "Tính"), (problem.GetProperty("element").GetString(), problem.GetProperty("name").GetString()));
        Assert.Contains("Không mở được tệp", files[2].GetProperty("problems").EnumerateArray().Single().GetProperty("reason").GetString());
        Assert.Equal("2 trong 3 tệp chưa chạy được; hãy sửa các chỗ đã nêu.", spoken.Error.ToString().Trim());
    }

    [Fact]
    public async Task People_read_a_line_a_file_and_a_line_a_problem_and_a_file_that_runs_ends_with_0()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(folder["a.bpmn"], Runs, TestContext.Current.CancellationToken);
        var spoken = new Spoken();
        Assert.Equal(0, await spoken.Run("process", "check", folder["a.bpmn"]));
        Assert.Equal($"{folder["a.bpmn"]}: chạy được; 1 bước, 0 điểm rẽ, 2 sự kiện.", spoken.Out.ToString().Trim());
        Assert.Equal("", spoken.Error.ToString());
        Assert.Equal(2, await new Spoken().Run("process", "check"));
    }

    // No array holds three gigabytes: a verb that loaded the file could not say how large it is.
    [Fact]
    public async Task A_file_larger_than_the_bound_is_not_loaded()
    {
        using var folder = new Folder();
        await using (var large = File.Create(folder["large.bpmn"]))
            large.SetLength(3L << 30);
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("process", "check", folder["large.bpmn"]));
        Assert.Contains("Tệp lớn hơn 5 MB", spoken.Out.ToString());
    }
}
