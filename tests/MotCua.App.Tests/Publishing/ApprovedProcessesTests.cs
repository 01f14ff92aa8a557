using System.Text.Json;
using MotCua.App;
using MotCua.App.Catalogue.Editing;
using MotCua.App.Catalogue;
using MotCua.App.Agencies;
using MotCua.App.Processing;
using MotCua.App.Publishing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Publishing;

/// <summary>Two processes as provinces published them: typed as tables, published, and walked by a dossier each.</summary>
public sealed class ApprovedProcessesTests
{
    private const string Short = "1.000689", Long = "2.001955";

    [Fact]
    [Requirement("R-WF-01"), Requirement("R-WF-02")]
    public async Task The_process_of_a_commune_in_six_steps_and_three_working_days_runs_as_published()
    {
        var (steps, decision) = Approved(0);
        Assert.Equal((6, 24m), (steps.Count, steps.Sum(s => Hours(s))));
        await using var house = await TestHouse.Open();
        var (bureau, life) = (new Bureau(house), new Life(house));
        (StepKind Kind, StepPlace Place)[] kinds =
        [
            (StepKind.HandOver, StepPlace.Reception), (StepKind.Handle, StepPlace.Department), (StepKind.Handle, StepPlace.Department),
            (StepKind.Approve, StepPlace.Competent), (StepKind.Register, StepPlace.Competent), (StepKind.Return, StepPlace.Reception),
        ];
        var lines = steps.Select((s, i) => new StepLine($"b{i + 1}", Work(s), kinds[i].Kind, kinds[i].Place, null, Hours(s))).ToList();
        var row = await bureau.Published(bureau.Says("Cai nghiện tự nguyện", Short) with { Decision = decision }, Bureau.Line(lines));
        Assert.Equal(24, ProcessChecks.Compile(DraftProcess.DrawingOf(row), ProcessChecks.HeadOf(row)).Process!.Longest());
        var dossier = await life.Received(Short);
        Assert.Equal(row.Code, (await life.Now(dossier)).Case.Process);
        Assert.Equal(lines.Select(l => l.Id), await Walk(house, life, dossier));
    }

    [Fact]
    [Requirement("R-WF-01"), Requirement("R-WF-02")]
    public async Task The_process_over_a_department_and_the_office_of_the_province_goes_back_a_step_and_shares_a_time_as_published()
    {
        var (steps, decision) = Approved(1);
        Assert.Equal(17, steps.Count);
        await using var house = await TestHouse.Open();
        var (bureau, life) = (new Bureau(house), new Life(house));
        await Prepare(house, bureau);
        var lines = Lines(steps);
        var row = await bureau.Published(bureau.Says("Thay đổi trụ sở", Long) with { Decision = decision }, Bureau.Line(lines));
        var made = ProcessChecks.Compile(DraftProcess.DrawingOf(row), ProcessChecks.HeadOf(row)).Process!;
        Assert.Equal((240m, 240m), (made.Sum(), made.Longest()));
        Assert.Equal(lines, StepLines.Of(made)!);

        var dossier = await life.Received(Long, unit: "H15.01.01");
        var limit = (await life.Now(dossier)).Case.Due;
        await Until(house, life, dossier, "4");
        var back = await Disagree(house, dossier, await life.Step(dossier, StepKind.Handle));
        Assert.Equal("3", Assert.Single(back.Open.Steps).Element);
        Assert.Equal(limit, back.Case.Due);
        await Until(house, life, dossier, "5");
        Assert.Equal("4", Assert.Single((await Disagree(house, dossier, await life.Step(dossier, StepKind.Handle))).Open.Steps).Element);
        await Until(house, life, dossier, "6");
        var shared = (await life.Now(dossier)).Open.Steps[0].Due;
        house.Clock.Advance(TimeSpan.FromDays(2));
        await Until(house, life, dossier, "13");
        Assert.Equal(shared, (await life.Now(dossier)).Open.Steps[0].Due);
        Assert.Equal(["13", "14", "15"], await Walk(house, life, dossier));
    }

    /// <summary>The steps of the file as they are typed into the form.</summary>
    private static List<StepLine> Lines(IReadOnlyList<JsonElement> steps) =>
    [
        .. steps.Select(s => (Step: s, No: s.GetProperty("no").GetString()!)).Select(s => new StepLine(
            s.No, Work(s.Step), Kind(s.No), Place(s.No), null, s.Step.TryGetProperty("shared_duration_group", out _) ? 7 * 8 : Hours(s.Step),
            s.Step.TryGetProperty("shared_duration_group", out var group) ? group.GetString() : null)
        {
            Agency = Place(s.No) == StepPlace.Agency ? "H15" : null,
            // "Không đồng ý: chuyển lại bước 3", "chuyển lại bước 4".
            BackTo = s.No switch { "4" => "3", "5" => "4", _ => null },
        }),
    ];

    private static StepKind Kind(string no) => no switch
    {
        "1" or "2a" => StepKind.HandOver,
        "12" => StepKind.Approve,
        "13" => StepKind.Register,
        "15" => StepKind.Return,
        _ => StepKind.Handle,
    };

    private static StepPlace Place(string no) => no switch
    {
        "1" or "2a" or "15" => StepPlace.Reception,
        "2b" or "5" => StepPlace.Competent,
        "6" or "7" or "8" or "9" or "10" or "11" or "12" or "13" => StepPlace.Agency,
        _ => StepPlace.Department,
    };

    /// <summary>A procedure of thirty working days at a department, and officers for every step.</summary>
    private static async Task Prepare(TestHouse house, Bureau bureau)
    {
        foreach (var (who, duty, unit) in new[]
        {
            ("phuong.bm", Duty.Handle, "H15.21"), ("kien.lt", Duty.Handle, "H15"), ("oanh.ck", Duty.Clerk, "H15"),
        })
            await bureau.Grant(who, duty, unit);
        await using var db = house.Db();
        var version = (await house.Stage.Procedure(Long))!;
        var says = version with { Limits = [.. version.Limits.Select(l => l with { Limit = new TimeLimit(30, LimitUnit.WorkingDay) })] };
        var rights = new CatalogueRights(db, new Duties(db, house.Clock));
        var saved = await new EditProcedure(db, rights, house.Clock).Save(
            new ProcedureEdit(says, version.Version, version.Version, bureau.Today, "Thử"), await house.Officer("vu.lq"));
        Assert.Empty(saved.Refusals);
    }

    private static async Task<Dossier> Disagree(TestHouse house, DossierId id, OpenStep step)
    {
        await using var db = house.Db();
        return Life.Expect(await house.Handle(db).Complete(
            id, step.Token, Outcome.Refused, "Chưa đồng ý, hoàn thiện lại.", TestHouse.Hand(await new Life(house).OfficerOf(step))));
    }

    private static async Task Until(TestHouse house, Life life, DossierId id, string element)
    {
        for (var open = (await life.Now(id)).Open.Steps; open[0].Element != element; open = (await life.Now(id)).Open.Steps)
            Life.Expect(await life.End(id, open[0]));
    }

    /// <summary>Ends the dossier; the elements at which it stood.</summary>
    private static async Task<IReadOnlyList<string>> Walk(TestHouse house, Life life, DossierId id)
    {
        var walked = new List<string>();
        for (var now = await life.Now(id); now.Open.Steps.Count > 0; now = Life.Expect(await life.End(id, now.Open.Steps[0])))
            walked.Add(Assert.Single(now.Open.Steps).Element);
        Assert.Equal(DossierStatus.Returned, (await life.Now(id)).Case.Status);
        Assert.Empty((await house.Verify()).Broken);
        return walked;
    }

    private static decimal Hours(JsonElement step) => step.GetProperty("days").GetDecimal() * ProcessTime.HoursOfADay;

    private static string Work(JsonElement step) => step.GetProperty("work").GetString()!;

    private static (IReadOnlyList<JsonElement> Steps, string Decision) Approved(int at)
    {
        var file = Repository.Path("..", "shared", "data", "internal-processes", "internal_processes.json");
        if (!File.Exists(file))
            Assert.Skip("skipped: no ../shared");
        var process = JsonDocument.Parse(File.ReadAllText(file)).RootElement[at];
        return ([.. process.GetProperty("steps").EnumerateArray()], process.GetProperty("decision").GetString()!);
    }
}
