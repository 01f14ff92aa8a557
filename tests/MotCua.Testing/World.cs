using System.Text.Json;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Processes;
using MotCua.Domain.Time;

namespace MotCua.Testing;

/// <summary>A small world without a database: one ward, one procedure with two parallel steps, one officer who may do everything.</summary>
public sealed class World
{
    /// <summary>The competent agency.</summary>
    public static readonly AgencyId Ward = new(1);
    /// <summary>Its one-stop unit.</summary>
    public static readonly AgencyId OneStop = new(2);
    /// <summary>The department that handles the procedure.</summary>
    public static readonly AgencyId Economy = new(3);
    /// <summary>The branch of the land registry, which handles the other parallel step.</summary>
    public static readonly AgencyId Land = new(4);
    /// <summary>Another ward, which could be competent as well.</summary>
    public static readonly AgencyId Other = new(11);
    /// <summary>The one-stop unit of the other ward.</summary>
    public static readonly AgencyId OtherOneStop = new(12);
    /// <summary>The department of the other ward.</summary>
    public static readonly AgencyId OtherEconomy = new(13);
    /// <summary>The province, its department, its one-stop unit.</summary>
    public static readonly AgencyId Province = new(14), Department = new(15), Centre = new(16);
    /// <summary>The officer who may do everything.</summary>
    public static readonly OfficerId All = new(7);

    private static readonly DateOnly Begin = new(2018, 1, 1);

    private static readonly AgencyDirectory Directory = new(
    [
        Agency(Ward, "H15.12", AgencyKind.Committee, null, null), Agency(OneStop, "H15.12.01", AgencyKind.OneStop, Ward, null),
        Agency(Economy, "H15.12.02", AgencyKind.Department, Ward, "economy"), Agency(Land, "H15.50.01", AgencyKind.Branch, null, "land-registry"),
        Agency(Other, "H15.13", AgencyKind.Committee, null, null), Agency(OtherOneStop, "H15.13.01", AgencyKind.OneStop, Other, null),
        Agency(OtherEconomy, "H15.13.02", AgencyKind.Department, Other, "economy"),
        Agency(Province, "H15", AgencyKind.Committee, null, null) with { Level = Level.Province },
        Agency(Department, "H15.60", AgencyKind.Department, Province, "health") with { Level = Level.Province },
        Agency(Centre, "H15.01.01", AgencyKind.OneStop, Province, null) with { Level = Level.Province },
    ]);

    private static readonly RuleBook Rows = new(
    [
        Rule("code.pattern", "{old}-{yyMMdd}-{n}", Begin, new DateOnly(2025, 6, 30), Binds.Reception),
        Rule("code.pattern", "{code}-{yyMMdd}-{n}", new DateOnly(2025, 7, 1), null, Binds.Reception),
        Rule("paper.cut-off", "15:00", Begin, null, Binds.Act), Rule("supplement.notice.working-days", "3", Begin, null, Binds.Reception),
        Rule("apology.before-days", "1", Begin, null, Binds.Reception), Rule("reappointment.max", "1", Begin, null, Binds.Reception),
        Rule("supplement.restarts", "true", Begin, null, Binds.Reception),
    ],
    [new Regime("R4", "Từ 1/7/2026", Begin, null, "NĐ 224/2026/NĐ-CP")]);

    /// <summary>The usual working week and one holiday.</summary>
    public static readonly WorkCalendar Calendar = new(
        "test", WorkCalendar.DefaultWeek,
        [new CalendarDay(new DateOnly(2026, 9, 2), DayKind.Holiday, "Quốc khánh 2/9", "BLLĐ Đ.112", true, null)], "QĐ 188/1999/QĐ-TTg", true);

    /// <summary>Hand over, two parallel steps, approve, register, return.</summary>
    public static readonly ProcessDefinition Process = new(
        "p", 1, "Quy trình", "QĐ 1", Begin, null, true,
        [
            Node("start", ElementKind.Start), Task("hand-over", StepKind.HandOver, StepPlace.Reception, null), Node("fork", ElementKind.Fork),
            Task("appraise", StepKind.Handle, StepPlace.Department, null), Task("land", StepKind.Handle, StepPlace.Department, "land-registry"),
            Node("join", ElementKind.Join), Task("approve", StepKind.Approve, StepPlace.Competent, null),
            Task("register", StepKind.Register, StepPlace.Competent, null), Task("return", StepKind.Return, StepPlace.Reception, null),
            Node("end", ElementKind.End),
        ],
        [
            new("start", "hand-over"), new("hand-over", "fork"), new("fork", "appraise"), new("fork", "land"), new("appraise", "join"),
            new("land", "join"), new("join", "approve"), new("approve", "register"), new("register", "return"), new("return", "end"),
        ]);

    /// <summary>A procedure of eight working days with one required component.</summary>
    public static readonly ProcedureVersion Procedure = new(
        "1.115320", 1, "Đính chính Giấy chứng nhận", "Đất đai", Level.Commune, "economy", BoundaryScope.Province, true, false, [],
        [new("1", "Đơn", 1, 0, true, null, null, false, null), new("2", "Giấy chứng nhận", 1, 0, false, null, null, false, null)],
        [new(null, null, new TimeLimit(8, LimitUnit.WorkingDay), "QĐ 1", true)], [], "Giấy chứng nhận", "KQ", "p", [], [], "QĐ 1", Begin, null, "", true);

    private readonly Dictionary<string, long> counters = [];

    private static readonly AgencyId[] Units = [Ward, OneStop, Economy, Land, Other, OtherOneStop, OtherEconomy, Department, Centre];

    /// <summary>The moment at which the next act is done, Vietnam time.</summary>
    public DateTime At { get; set; } = new(2026, 11, 17, 9, 10, 0);

    /// <summary>Who does the next act.</summary>
    public OfficerId By { get; set; } = All;

    /// <summary>The reasons of dated lists; every code stands in every list unless a test says otherwise.</summary>
    public Func<string, string, LegalReason?> Reasons { get; set; } = (_, code) => code.Length > 0 ? LegalReason.Plain(code) : null;

    /// <summary>The process that dossiers run through; a test may take another.</summary>
    public ProcessDefinition Runs { get; set; } = Process;

    /// <summary>What the applicant declared; nothing unless a test says otherwise.</summary>
    public Func<string, Domain.Processes.DataValue?> Declared { get; set; } = _ => null;

    /// <summary>The rules in force; a test may take others.</summary>
    public RuleBook Rules { get; set; } = Rows;

    /// <summary>The duties of the officer; all of them everywhere unless a test takes some away.</summary>
    public IReadOnlyList<DutyGrant> Duties { get; set; } =
        [.. from d in Enum.GetValues<Duty>() from u in Units select new DutyGrant(All, d, u, Begin, null, "QĐ")];

    /// <summary>The duties of the others; two colleagues who hold all.</summary>
    public IReadOnlyList<DutyGrant> Colleagues { get; set; } = [];

    /// <summary>The next acts are another officer's: he holds what <see cref="All"/> holds, and so do his colleagues.</summary>
    public void Act(OfficerId by)
    {
        var all = Duties.Concat(Colleagues).ToList();
        if (all.TrueForAll(g => g.Officer == All))
            all = [.. all, .. all.Select(g => g with { Officer = new OfficerId(8) }), .. all.Select(g => g with { Officer = new OfficerId(9) })];
        (By, Duties, Colleagues) = (by, [.. all.Where(g => g.Officer == by)], [.. all.Where(g => g.Officer != by)]);
    }

    /// <summary>The circumstances of the officer at the moment.</summary>
    public Circumstances Now(ProcedureVersion? procedure = null) => new(
        Vietnam.Instant(At), Actor.Of(By), Duties, procedure ?? Procedure, Runs, Rules, Directory, _ => Calendar, new Dictionary<Counter, long>())
    {
        FindReason = Reasons, VersionsOf = _ => [Process, Process with { Version = 2 }], Declared = Declared, DutiesOfOthers = Colleagues,
    };

    /// <summary>Decides as the desk does: numbers are drawn first.</summary>
    public Decision Decide(Dossier dossier, DossierAct act, ProcedureVersion? procedure = null)
    {
        var now = Now(procedure);
        var numbers = new Dictionary<Counter, long>();
        foreach (var c in act.Draws(dossier, now))
            numbers[c] = counters[c.ToString()] = counters.GetValueOrDefault(c.ToString()) + 1;
        return act.Decide(dossier, now with { Numbers = numbers });
    }

    /// <summary>The dossier after an act that must succeed.</summary>
    public Dossier Do(Dossier dossier, DossierAct act)
    {
        var decision = Decide(dossier, act);
        return decision.Refusal is { } no ? throw new InvalidOperationException(no.Code) : dossier.After(decision.Events);
    }

    /// <summary>A reception at the ward's counter for the other ward.</summary>
    public static Receive ReceiveForOther(long charged = 0) => Receive(0, charged) with { Competent = Other };

    /// <summary>A complete reception.</summary>
    public static Receive Receive(int giveBack = 0, long charged = 0, bool receipt = true) => new(
        Guid.Empty, OneStop, OneStop, Ward, Channel.Direct, null, new PartyId(new Guid(1, 0, 0, new byte[8])), new PartyId(new Guid(1, 0, 0, new byte[8])),
        [new TakenPaper("1", PaperForm.Original, 1, true, giveBack > 0, []), new TakenPaper("2", PaperForm.Original, 1, true, giveBack > 1, [])],
        new Dong(charged), ReturnChannel.AtUnit, OneStop, ["sms"], receipt);

    /// <summary>A dossier that was just received.</summary>
    public Dossier Received(int giveBack = 0, long charged = 0, bool receipt = true) =>
        Do(Dossier.Unborn(new DossierId(Guid.Empty)), Receive(giveBack, charged, receipt));

    /// <summary>A dossier led on until a step of a kind is open.</summary>
    public Dossier Until(StepKind kind, Dossier? from = null)
    {
        var dossier = from ?? Received();
        while (!dossier.Open.Steps.Exists(s => s.Kind == kind))
            dossier = Do(dossier, Usual(dossier.Open.Steps[0]));
        return dossier;
    }

    /// <summary>The usual act that ends a step.</summary>
    public StepAct Usual(OpenStep step) => step.Kind switch
    {
        StepKind.HandOver => new HandOver(step.Token),
        StepKind.Handle => new CompleteStep(step.Token, Outcome.Granted, null),
        StepKind.Approve => new Approve(step.Token),
        StepKind.Register => new RegisterResult(step.Token, "15/KQ", DateOnly.FromDateTime(At), new string('a', 64)),
        _ => new HandOverResult(step.Token, Collector.Applicant, Proof.Receipt, null, null, true),
    };

    /// <summary>A dossier as text, to compare two of them.</summary>
    public static string Text(Dossier dossier) => JsonSerializer.Serialize(dossier);

    private static Agency Agency(AgencyId id, string code, AgencyKind kind, AgencyId? parent, string? function) => new(
        id, code, code, code, kind, Level.Commune, parent, function, "Buôn Ma Thuột", "", Begin, null, false);

    private static Rule Rule(string key, string value, DateOnly from, DateOnly? to, Binds binds) =>
        new(key, "nation", value, "NĐ 61/2018/NĐ-CP", from, to, binds, true);

    private static ProcessElement Node(string id, ElementKind kind) => new(id, kind, id, null, null, null, null, null);

    private static ProcessElement Task(string id, StepKind step, StepPlace place, string? function) =>
        new(id, ElementKind.Task, id, step, place, null, 4, function);
}
