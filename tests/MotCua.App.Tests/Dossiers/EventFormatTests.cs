using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

public sealed class EventFormatTests
{
    private static readonly string Samples = Repository.Path("tests", "MotCua.App.Tests", "Samples", "events.json");

    [Fact]
    public void An_unknown_kind_is_an_error_and_never_skipped() =>
        Assert.Contains("from-the-future", Assert.Throws<InvalidOperationException>(() => EventFormat.Read("from-the-future", "{}")).Message);

    [Fact]
    public void A_field_that_the_program_does_not_know_is_an_error() =>
        Assert.Throws<JsonException>(() => EventFormat.Read("receipt-issued", """{"number":1,"extra":2}"""));

    [Fact]
    [Requirement("R-WF-15")]
    public void The_hash_changes_with_every_column_and_with_the_hash_before()
    {
        Action<DossierEventRow>[] changes =
        [
            r => r.DossierId = new Guid(2, 0, 0, new byte[8]), r => r.Version = 3, r => r.Kind = "approve", r => r.Data = """{"token":2}""",
            r => r.At = r.At.AddMilliseconds(1), r => r.Actor = ActorKind.Job, r => r.OfficerId = 8, r => r.OfficerId = null, r => r.OnBehalfOf = 7,
            r => r.Door = "counter", r => r.Act = "approves",
        ];
        var hashes = changes.Select(change =>
        {
            var row = Row();
            change(row);
            return EventFormat.Hash(row, "");
        }).Append(EventFormat.Hash(Row(), "")).Append(EventFormat.Hash(Row(), "00")).ToList();
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
        Assert.Equal(EventFormat.Hash(Row(), ""), EventFormat.Hash(Row(), ""));
    }

    [Fact]
    public void No_part_of_a_column_passes_for_the_next_one()
    {
        var (one, other) = (Row(), Row());
        (one.Door, one.Act) = ("counter\n7:approve", "x");
        (other.Door, other.Act) = ("counter", "approve\n1:x");
        Assert.NotEqual(EventFormat.Hash(one, ""), EventFormat.Hash(other, ""));
    }

    [Fact]
    public async Task Every_kind_of_event_ever_stored_can_be_read_for_ever()
    {
        if (Tool.Write)
            await AddSamples();
        var samples = JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(await File.ReadAllTextAsync(Samples))!;
        foreach (var (kind, data) in samples)
        {
            var read = EventFormat.Read(kind, data.GetRawText());
            Assert.Equal(kind, EventFormat.NameOf(read));
            Assert.Equal(EventFormat.Write(read), EventFormat.Write(EventFormat.Read(kind, EventFormat.Write(read))));
            var fields = read.GetType().GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name!.ToLowerInvariant());
            Assert.Empty(data.EnumerateObject().Select(p => p.Name.ToLowerInvariant()).Except(fields));
        }
        Assert.Empty(EventFormat.Kinds.Keys.Except(samples.Keys));
    }

    /// <summary>Adds a sample of each kind that has none, out of random lives. A sample that is there is never changed:
    /// a changed shape is a new kind.</summary>
    private static async Task AddSamples()
    {
        var samples = File.Exists(Samples)
            ? JsonSerializer.Deserialize<SortedDictionary<string, JsonElement>>(await File.ReadAllTextAsync(Samples))! : [];
        await using var house = await TestHouse.Open();
        for (var seed = 1; seed < 60 && EventFormat.Kinds.Keys.Except(samples.Keys).Any(); seed++)
        {
            var id = await new RandomLife(house, seed).Live(acts: 30);
            await using var db = house.Db();
            foreach (var row in await db.Set<DossierEventRow>().Where(e => e.DossierId == id.Value).ToListAsync())
                samples.TryAdd(row.Kind, JsonSerializer.Deserialize<JsonElement>(row.Data));
        }
        await File.WriteAllTextAsync(Samples, "{\n" + string.Join(",\n", samples.Select(s => $"  \"{s.Key}\": {s.Value.GetRawText()}")) + "\n}\n");
    }

    private static DossierEventRow Row() => new()
    {
        DossierId = new Guid(1, 0, 0, new byte[8]), Version = 2, Kind = "approved", Data = """{"token":1}""",
        At = new DateTimeOffset(2026, 11, 17, 2, 10, 0, TimeSpan.Zero), Actor = ActorKind.Officer, OfficerId = 7, Door = "test", Act = "approve", Hash = "",
    };
}
