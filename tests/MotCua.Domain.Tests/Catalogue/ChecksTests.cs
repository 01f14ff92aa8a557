using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Catalogue;

public sealed class ChecksTests
{
    private static readonly IReadOnlyList<ProcessDefinition> Processes = [Written.Process("usual", 24)];

    /// <summary>What is wrong, its code, its place on the form, whether it is refused.</summary>
    public static TheoryData<string, string?, bool> Wrong => new()
    {
        { "code", null, false }, { "name", "Name", true }, { "sector", "Sector", false }, { "levels", "Levels", true }, { "level", "CompetentLevel", true },
        { "online-reason", "OnlineReason", true }, { "paper-basis", "PaperBasis", true }, { "scope-basis", "ScopeBasis", false },
        { "decision", "Decision", false }, { "result", "ResultName", true }, { "days", "From", true }, { "case-twice", "Cases", true },
        { "paper-code", "Papers[1].Code", true }, { "paper-twice", "Papers[1].Code", true }, { "paper-name", "Papers[0].Name", true },
        { "paper-count", "Papers[0].Originals", true }, { "paper-case", "Papers[0].Case", true }, { "limit-amount", "Limits[0].Amount", true },
        { "limit-basis", "Limits[1].LegalBasis", true }, { "limit-case", "Limits[0].Case", true }, { "limit-twice", "Limits[1].Channel", true },
        { "no-limit", "Limits", false }, { "no-limit-case", "Limits", false }, { "tariff-name", "Tariffs[0].Name", true },
        { "tariff-amount", "Tariffs[0].Amount", true }, { "tariff-basis", "Tariffs[0].LegalBasis", true }, { "tariff-days", "Tariffs[0].To", true },
        { "tariff-channel", "Tariffs[0].Channel", true }, { "no-process", "Process", false }, { "process", "Process", true },
        { "process-long", "Process", false },
    };

    [Fact]
    public void A_proper_version_passes_every_check() => Assert.Empty(Checks.Of(Written.Version, Processes));

    [Theory, MemberData(nameof(Wrong))]
    [Requirement("R-ADM-22"), Requirement("R-NB-04")]
    public void What_is_wrong_is_said_at_its_place(string code, string? place, bool blocks)
    {
        var finding = Assert.Single(Checks.Of(Spoiled(code), Processes), f => f.Said.Code == "procedure." + code);
        Assert.Equal((place, blocks), (finding.Said.Field, finding.Blocks));
    }

    [Theory]
    [InlineData("1.000948", true)]
    [InlineData("1.000948.H15", true)]
    [InlineData("1.000948.000.00.00.H15", true)]
    [InlineData("1.0133611", false)]
    [InlineData(" 1.014325", false)]
    [InlineData("1.000948-Xoa", false)]
    [InlineData("1.000948.H1", false)]
    [InlineData("", false)]
    [Requirement("R-FORM-19")]
    public void A_code_has_the_shape_of_the_catalogue(string code, bool proper) => Assert.Equal(proper, Checks.IsCode(code));

    [Theory]
    [InlineData(10, LimitUnit.WorkingDay, 80)]
    [InlineData(16.5, LimitUnit.WorkingDay, 132)]
    [InlineData(4, LimitUnit.WorkingHour, 4)]
    [InlineData(1, LimitUnit.SameDay, 8)]
    [InlineData(14, LimitUnit.CalendarDay, 80)]
    [InlineData(15, LimitUnit.CalendarDay, 80)]
    [InlineData(1, LimitUnit.CalendarDay, 8)]
    [InlineData(1, LimitUnit.Month, 160)]
    public void A_limit_has_so_many_working_hours(double amount, LimitUnit unit, double hours) =>
        Assert.Equal((decimal)hours, Checks.HoursOf(new TimeLimit((decimal)amount, unit)));

    [Fact]
    public void What_another_system_receives_needs_neither_limit_nor_process()
    {
        var elsewhere = Written.Version with { Routing = Routing.National, Limits = [], Process = "" };
        Assert.Empty(Checks.Of(elsewhere, Processes));
    }

    [Theory]
    [InlineData(Level.Commune, 12, "commune-usual-7d")]
    [InlineData(Level.Commune, 7, "commune-usual-7d")]
    [InlineData(Level.Commune, 5, "commune-usual-3d")]
    [InlineData(Level.Commune, 2, null)]
    [InlineData(Level.Province, 12, "province-usual-10d")]
    [InlineData(Level.Ministry, 12, null)]
    public void The_longest_usual_process_that_fits_is_proposed(Level level, int days, string? expected)
    {
        ProcessDefinition[] processes =
        [
            Written.Process("commune-usual-3d", 24), Written.Process("commune-usual-7d", 56), Written.Process("commune-usual-17d", 136),
            Written.Process("province-usual-10d", 80), Written.Process("land", 40),
        ];
        var version = Written.Version with
        {
            CompetentLevel = level, Levels = [level],
            Limits = [Written.Limit with { Limit = new TimeLimit(days, LimitUnit.WorkingDay) }, Written.Limit with { Channel = null,
                Limit = new TimeLimit(30, LimitUnit.WorkingDay) }],
        };
        Assert.Equal(expected, ProcessProposal.For(version, processes)?.Code);
        Assert.Null(ProcessProposal.For(version with { Limits = [] }, processes));
    }

    [Fact]
    public void Parallel_branches_take_as_long_as_the_longest()
    {
        var hours = new Dictionary<string, decimal> { ["hand-over"] = 2, ["appraise"] = 8, ["land"] = 20, ["approve"] = 4 };
        var process = World.Process with { Elements = [.. World.Process.Elements.Select(e => e with { Hours = hours.GetValueOrDefault(e.Id) })] };
        Assert.Equal(26, process.Longest());
    }

    private static ProcedureVersion Spoiled(string how)
    {
        var v = Written.Version;
        return how switch
        {
            "code" => v with { Code = "1.0133611" },
            "name" => v with { Name = " " },
            "sector" => v with { Sector = "" },
            "levels" => v with { Levels = [] },
            "level" => v with { CompetentLevel = Level.Ministry },
            "online-reason" => v with { OnlineReason = null },
            "paper-basis" => v with { PaperAllowed = false },
            "scope-basis" => v with { ScopeBasis = "" },
            "decision" => v with { Decision = "" },
            "result" => v with { ResultName = "" },
            "days" => v with { To = v.From.AddDays(-2) },
            "no-limit" => v with { Limits = [] },
            "no-limit-case" => v with { Limits = [Written.Limit] },
            "no-process" => v with { Process = "" },
            "process" => v with { Process = "unknown" },
            "process-long" => v with { Limits = [Written.Limit with { Case = null, Limit = new TimeLimit(2, LimitUnit.WorkingDay) }] },
            _ when how.StartsWith("limit-", StringComparison.Ordinal) => v with { Limits = Limits(how) },
            _ when how.StartsWith("tariff-", StringComparison.Ordinal) => v with { Tariffs = [SpoiledTariff(how)] },
            _ => Papers(v, how),
        };
    }

    private static ProcedureVersion Papers(ProcedureVersion v, string how) => how switch
    {
        "case-twice" => v with { Cases = ["Trong nước", "trong nước"] },
        "paper-code" => v with { Papers = [v.Papers[0], v.Papers[1] with { Code = "2 A" }] },
        "paper-twice" => v with { Papers = [v.Papers[0], v.Papers[1] with { Code = "1" }] },
        "paper-name" => v with { Papers = [v.Papers[0] with { Name = "" }] },
        "paper-count" => v with { Papers = [v.Papers[0] with { Originals = -1 }] },
        _ => v with { Papers = [v.Papers[0] with { Case = "Khác" }] },
    };

    private static IReadOnlyList<ChannelLimit> Limits(string how) => how switch
    {
        "limit-amount" => [Written.Limit with { Limit = new TimeLimit(0, LimitUnit.WorkingDay) }],
        "limit-basis" => [Written.Limit, Written.Limit with { Channel = null, LegalBasis = "" }],
        "limit-case" => [Written.Limit with { Case = "Khác" }],
        _ => [Written.Limit, Written.Limit],
    };

    private static Tariff SpoiledTariff(string how) => how switch
    {
        "tariff-name" => Written.Tariff with { Name = "" },
        "tariff-amount" => Written.Tariff with { Amount = new Dong(-1) },
        "tariff-basis" => Written.Tariff with { LegalBasis = "" },
        "tariff-days" => Written.Tariff with { To = Written.Day.AddDays(-1) },
        _ => Written.Tariff with { Channel = "Fax" },
    };
}
