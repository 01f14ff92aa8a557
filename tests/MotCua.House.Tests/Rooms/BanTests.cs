using MotCua.House.Tests.Guard;
using MotCua.Planted.Clocks;
using MotCua.Testing;
using Xunit;

namespace MotCua.House.Tests.Rooms;

/// <summary>Clocks, chance, the machine and the outside do not enter the law.</summary>
public sealed class BanTests
{
    // A machine's own zone or clock must never decide anything: the clock is a TimeProvider, the zone is Vietnam's.
    private static readonly string[] MachineClocks =
    [
        "P:System.DateTime.Now", "P:System.DateTime.UtcNow", "P:System.DateTime.Today", "P:System.DateTimeOffset.Now", "P:System.DateTimeOffset.UtcNow",
        "P:System.TimeZoneInfo.Local",
    ];

    private static readonly IReadOnlyList<string> Law = BanRules.Symbols(File.ReadAllText(Repository.Path("src", "MotCua.Domain", "BannedSymbols.txt")));

    [Fact]
    public void The_law_uses_nothing_that_is_banned() => HouseRule.Holds(BanRules.Used(House.Read("MotCua.Domain"), Law));

    [Fact]
    public void No_floor_reads_the_machines_clock() => HouseRule.HoldsBut(
        House.Floors.Keys.SelectMany(f => BanRules.Used(House.Read(f), MachineClocks)), 2,
        "MotCua.Web.Backup.ArchiveWriter", // the moment of a backup, which nothing is decided by
        "MotCua.Web.Watch.JsonLines"); // the moment of a log line

    [Fact]
    public void Planted_uses_are_seen() => HouseRule.Reports(
        BanRules.Used(AssemblyReading.Of(typeof(ReadsClock).Assembly), Law).Where(b => b.Where.StartsWith("MotCua.Planted.Clocks", StringComparison.Ordinal)),
        [.. new[] { "MakesIds", "ReadsClock", "ReadsClockLater", "ReadsFile", "RollsDice", "TakesClock" }.Select(n => $"MotCua.Planted.Clocks.{n}")]);
}
