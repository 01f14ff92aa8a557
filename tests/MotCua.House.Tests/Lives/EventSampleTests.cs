using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MotCua.App.Dossiers;
using MotCua.House.Tests.Guard;
using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Lives;

/// <summary>What was stored must load for ever: one sample of each event, pinned once and never changed.
/// Another shape is another stored name.</summary>
public sealed class EventSampleTests
{
    private const string Folder = "tests/MotCua.House.Tests/Samples";
    private const string List = Folder + "/pinned.csv";

    public static TheoryData<string> Names => [.. EventFormat.Kinds.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void The_stored_names_are_pinned_with_their_samples()
    {
        var pinned = CsvFile.Read(List).ToDictionary(r => r["name"], r => r["sha256"]);
        if (Tool.Write)
            Pin(pinned);
        HouseRule.Holds(Breaches(pinned, EventFormat.Kinds.Keys, Directory.GetFiles(Repository.Path(Folder.Split('/')), "*.json")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f), f => Digest(File.ReadAllText(f)))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_sample_loads_and_is_written_alike(string name)
    {
        var sample = File.ReadAllText(FileOf(name)).Trim();
        var loaded = EventFormat.Read(name, sample);
        Assert.Equal(name, EventFormat.NameOf(loaded));
        Assert.Equal(sample, EventFormat.Write(loaded));
        Assert.Equal(
            loaded.GetType().GetConstructors()[0].GetParameters().Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name!)).Order(StringComparer.Ordinal),
            JsonDocument.Parse(sample).RootElement.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Planted_changes_of_what_is_stored_are_seen()
    {
        var pinned = new Dictionary<string, string> { ["paid"] = "1", ["received"] = "2", ["stopped"] = "3" };
        HouseRule.Reports(
            Breaches(pinned, ["paid", "received", "new-name"], new Dictionary<string, string> { ["paid"] = "changed", ["received"] = "2" }),
            "new-name", "paid", "stopped");
        Assert.ThrowsAny<JsonException>(() => EventFormat.Read("paid", """{"amount":1,"method":"Cash","receipt":"BL-1","gone":2}"""));
    }

    private static IEnumerable<Breach> Breaches(
        IReadOnlyDictionary<string, string> pinned, IEnumerable<string> kinds, IReadOnlyDictionary<string, string> samples)
    {
        foreach (var name in kinds.Except(pinned.Keys))
            yield return new Breach(name, "is a stored name without a pinned sample: run ./test --write");
        foreach (var name in pinned.Keys.Except(kinds))
            yield return new Breach(name, "was stored once and cannot be read any more");
        foreach (var (name, digest) in pinned)
            if (samples.GetValueOrDefault(name) != digest)
                yield return new Breach(name, "has another sample than the one that was pinned");
        foreach (var name in samples.Keys.Except(pinned.Keys))
            yield return new Breach(name, "has a sample that is not pinned");
    }

    /// <summary>Adds what is missing; what is there stays.</summary>
    private static void Pin(Dictionary<string, string> pinned)
    {
        foreach (var (name, type) in EventFormat.Kinds.Where(k => !pinned.ContainsKey(k.Key)))
        {
            if (!File.Exists(FileOf(name)))
                File.WriteAllText(FileOf(name), EventFormat.Write(SampleEvents.Make(type)) + "\n");
            pinned[name] = Digest(File.ReadAllText(FileOf(name)));
        }
        var lines = pinned.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key},{p.Value}\n");
        File.WriteAllText(Repository.Path(List.Split('/')), "name,sha256\n" + string.Concat(lines));
    }

    private static string FileOf(string name) => Repository.Path([.. Folder.Split('/'), $"{name}.json"]);

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
