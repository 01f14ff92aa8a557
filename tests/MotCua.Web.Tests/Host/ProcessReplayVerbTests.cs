using System.Text.Json;
using Microsoft.Data.Sqlite;
using Xunit;

namespace MotCua.Web.Tests.Host;

/// <summary>Past dossiers through a drawn version, from the command line.</summary>
public sealed class ProcessReplayVerbTests : IDisposable
{
    private const string Drawing = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:x"><process id="p"><startEvent id="s"/>
        <userTask id="a" name="Giải quyết"/><endEvent id="e"/>
        <sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/>
        </process></definitions>
        """;

    private static readonly string[] Names = ["dossiers", "changedDue", "deadEnds", "load"];

    private readonly Folder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_past_dossier_is_led_through_a_plain_drawing_and_nothing_is_stored()
    {
        await File.WriteAllTextAsync(_folder["new.bpmn"], Drawing, TestContext.Current.CancellationToken);
        var walk = new Spoken();
        Assert.True(await walk.Run("walk", "--procedure", "1.001193", "--data", _folder["data"]) == 0, walk.Error.ToString());
        var (_, first) = await Replay(1, "1.001193");
        var (told, again) = await Replay(1, "1.001193");
        Assert.Equal(first, again);
        Assert.Equal(1, told.GetProperty("dossiers").GetInt32());
        // It was approved, and nobody approves there.
        Assert.Contains("phê duyệt", Assert.Single(told.GetProperty("deadEnds").EnumerateArray().ToList()).GetProperty("reason").GetString());
        var load = Assert.Single(told.GetProperty("load").EnumerateArray().ToList());
        Assert.Equal(["unit", "steps", "hours"], load.EnumerateObject().Select(p => p.Name));
        Assert.Equal(1, load.GetProperty("steps").GetInt32());
        var none = (await Replay(0, "1.001193", "--from", "2020-01-01", "--to", "2020-01-31")).Told;
        Assert.Equal(0, none.GetProperty("dossiers").GetInt32());
    }

    [Fact]
    public async Task A_refusal_prints_a_whole_document_and_one_sentence()
    {
        await File.WriteAllTextAsync(_folder["new.bpmn"], Drawing, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Replay(1, "9.999999")).Told.GetProperty("dossiers").GetInt32());
        await File.WriteAllTextAsync(
            _folder["new.bpmn"], Drawing.Replace("userTask", "scriptTask", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Empty((await Replay(1, "1.001193")).Told.GetProperty("load").EnumerateArray());
    }

    private async Task<(JsonElement Told, string Text)> Replay(int status, string procedure, params string[] more)
    {
        var spoken = new Spoken();
        Assert.Equal(status, await spoken.Run(
            ["process", "replay", _folder["new.bpmn"], "--procedure", procedure, "--data", _folder["data"], "--json", .. more]));
        Assert.Equal(status == 0, !spoken.Error.ToString().Contains("hãy ", StringComparison.Ordinal));
        var told = JsonDocument.Parse(spoken.Out.ToString()).RootElement;
        Assert.Equal(Names, told.EnumerateObject().Select(p => p.Name));
        return (told, spoken.Out.ToString());
    }
}
