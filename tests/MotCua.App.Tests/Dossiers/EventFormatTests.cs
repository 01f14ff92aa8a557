using System.Text.Json;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

public sealed class EventFormatTests
{
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

    private static DossierEventRow Row() => new()
    {
        DossierId = new Guid(1, 0, 0, new byte[8]), Version = 2, Kind = "approved", Data = """{"token":1}""",
        At = new DateTimeOffset(2026, 11, 17, 2, 10, 0, TimeSpan.Zero), Actor = ActorKind.Officer, OfficerId = 7, Door = "test", Act = "approve", Hash = "",
    };
}
