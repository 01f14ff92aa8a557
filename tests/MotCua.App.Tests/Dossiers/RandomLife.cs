using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Demonstration;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Processing;
using MotCua.App.Reception;
using MotCua.App.Returning;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Dossiers.Processing;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Dossiers.Returning;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Papers;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Dossiers;

/// <summary>Leads dossiers through lives that nobody planned: usual acts, unusual ones, refused ones, at odd moments.
/// The same seed makes the same life.</summary>
internal sealed class RandomLife(TestHouse house, int seed)
{
    /// <summary>Everything that is typed in somebody's own words holds this.</summary>
    public const string Secret = "Bà Hứa Thị Kín ở hẻm 9 Bạch Đằng";

    private readonly Random random = new(seed);
    private readonly DemoPeople people = DemoPeople.Load(Repository.Path("data"));

    /// <summary>How many acts were done.</summary>
    public int Done { get; private set; }

    /// <summary>How many acts were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Receives a dossier and does something to it, again and again.</summary>
    public async Task<DossierId> Live(int acts)
    {
        var id = await Receive();
        for (var (i, afterEnd) = (0, 0); i < acts && afterEnd < 4; i++)
        {
            // Ticks below the millisecond: no database may lose or keep what the other does not.
            house.Clock.Advance(TimeSpan.FromTicks(random.NextInt64(1, TimeSpan.TicksPerHour * 5)));
            var before = await house.Stage.Look(id);
            var performed = await Act(id, before);
            var after = await house.Stage.Look(id);
            Assert.Equal(performed is Performed.Done done ? done.After.Version : Assert.IsType<Performed.Refused>(performed).Dossier.Version, after.Version);
            Assert.True(performed is Performed.Done || after.Version == before.Version || after.Money.Paid != before.Money.Paid);
            _ = performed is Performed.Done ? Done++ : Refused++;
            afterEnd += after.IsClosed ? 1 : 0;
        }
        return id;
    }

    private async Task<DossierId> Receive()
    {
        var reference = await house.Stage.Reference();
        var procedures = reference.Procedures
            .Where(p => p.To is null && p.Levels[0] == Level.Commune && reference.Groups.All(g => g.Procedure != p.Code)).ToList();
        var procedure = (await house.Stage.Procedure(procedures[random.Next(procedures.Count)].Code))!;
        var unit = reference.Agencies.Find(Life.Unit)!.Id;
        var typed = Stage.Complete(procedure, people.Owner(random.Next(1000), personsOnly: false)).With(
            ("authorisation", Secret), ("return.channel", "Post"), ("return.address", Secret),
            ("submitter.same", random.Next(2) == 0 ? "true" : "false"), ("receipt", random.Next(2) == 0 ? "true" : "false"));
        typed = typed.With(people.Owner(random.Next(1000), personsOnly: true).Values.Select(v => (v.Key.Replace("owner.", "submitter."), v.Value[0])));
        typed = typed.With(procedure.Papers.Select(p => ($"paper.{p.Code}.give-back", random.Next(2) == 0 ? "true" : "false")));
        var officer = await house.Stage.OfficerWith(Duty.Receive, unit);
        var attempt = (await house.Stage.Attempt(procedure.Code, unit, typed, officer)).Attempt!;
        await using var db = house.Db();
        var file = await File();
        Assert.Null(await house.Attempts(db).Attach(attempt.Id, [new AttemptFileRow
        {
            Component = procedure.Papers[0].Code, Digest = file.Digest, FileName = file.FileName, MediaType = file.MediaType, Size = file.Size,
        }], officer));
        var receipt = await house.Receive(db).Do(attempt.Id, officer, "test");
        return receipt.Dossier ?? throw new InvalidOperationException(receipt.Refusal?.Sentence);
    }

    private async Task<Performed> Act(DossierId id, Dossier dossier)
    {
        var step = dossier.Open.Steps is { Count: > 0 } open ? open[random.Next(open.Count)] : null;
        var token = step?.Token ?? new Token(random.Next(1, 9));
        var atReception = await By(Duty.Receive, dossier.Case.Reception);
        var atStep = step is null ? atReception : await By(HandleDossier.DutyOf(step.Kind), step.Unit, step.Officer);
        var wayOut = dossier.Case.Status switch
        {
            DossierStatus.AwaitingSupplement => 1,
            DossierStatus.WithdrawalRequested => dossier.Case.Decided is null ? 6 : 7,
            _ when dossier.Case.Clock.Standing is not null => 15,
            _ => 99,
        };
        return (random.Next(3) == 0 ? wayOut : random.Next(30)) switch
        {
            0 => await Handle(h => h.RequestSupplement(id, token, ["thieu-giay-to"], Words(), atStep)),
            1 or 2 => await AcceptSupplement(id, dossier, atReception),
            3 => await Handle(h => h.SendBack(id, token, "tham-dinh-chua-du", Words(), atStep)),
            4 => await Handle(h => h.Refuse(id, token, "khong-du-dieu-kien", Words(), Words(), atStep)),
            5 => await Handle(h => h.RequestWithdrawal(id, Channel.Direct, Words(), atReception)),
            6 => await Stop(id, atReception),
            7 => await Handle(h => h.DeclineStop(id, Words(), atReception)),
            8 => await Handle(h => h.Claim(id, token, atStep)),
            9 => await Assign(id, dossier, step, token),
            10 => await With(r => r.ReturnOriginals(id, atReception)),
            11 => await With(r => r.Pay(id, new Dong(random.Next(1, 5000)), PaymentMethod.Transfer, "BL-1", atReception)),
            12 => await Handle(h => h.IssueReceipt(id, atReception)),
            13 => await With(r => r.HandOver(id, token, Proxy(dossier), atStep)),
            14 => await Time(t => t.Pause(id, token, "y-kien-co-quan-khac", "Luật Đất đai 2024 Đ.10", Words(), atStep)),
            15 => await Time(t => t.Resume(id, token, Words(), atStep)),
            16 => await TimeByHead(id, dossier, atStep, token),
            _ when step is not null && wayOut == 99 => await house.Stage.End(id, step, random.Next(6) == 0 ? Outcome.Refused : Outcome.Granted),
            _ => await Handle(h => h.HandOver(id, token, atStep)),
        };
    }

    private async Task<Performed> AcceptSupplement(DossierId id, Dossier dossier, Hand hand)
    {
        var component = (await house.Stage.Procedure(dossier)).Papers[0].Code;
        IReadOnlyList<StoredFile> files = random.Next(2) == 0 ? [await File()] : [];
        return await Handle(h => h.AcceptSupplement(
            id, [new SupplementPaper(component, PaperForm.Original, 1, random.Next(4) > 0, random.Next(2) == 0, Words(), files)], hand));
    }

    private async Task<Performed> Stop(DossierId id, Hand hand)
    {
        var reasons = (await house.Stage.Reference()).ReasonsOf("stop", Vietnam.Day(house.Clock.GetUtcNow())).Select(r => r.Code).Append("khong-co").ToList();
        return await Handle(h => h.Stop(id, reasons[random.Next(reasons.Count)], hand));
    }

    private async Task<Performed> Assign(DossierId id, Dossier dossier, OpenStep? step, Token token)
    {
        var lead = await By(Duty.Lead, step?.Unit ?? dossier.Case.Reception);
        var to = step is null ? new OfficerId(1) : (await By(HandleDossier.DutyOf(step.Kind), step.Unit)).By.Officer!.Value;
        return await Handle(h => h.Assign(id, token, to, lead));
    }

    private Collecting Proxy(Dossier dossier) => new(
        Collector.Proxy, dossier.Case.ReceiptNumber is null ? Proof.NoReceipt : Proof.PersonalPaper, Secret, Words(), dossier.Delivery.OriginalsHeld > 0);

    private string? Words() => random.Next(8) == 0 ? null : $"{Secret}\nnói lần {random.Next(100)}: “đúng”, 'sai' & <thiếu> + \0\ud800";

    private async Task<StoredFile> File()
    {
        var (digest, size) = await house.Files.Put(new MemoryStream(BitConverter.GetBytes(random.Next())), default);
        return new StoredFile(digest, $"{Secret}.pdf", "application/pdf", size);
    }

    /// <summary>An officer with the duty, whichever; somebody else where there is none, or now and then.</summary>
    private async Task<Hand> By(Duty duty, AgencyId unit, OfficerId? holder = null)
    {
        await using var db = house.Db();
        var able = await db.Set<DutyGrantRow>().Where(g => g.Duty == duty && g.UnitId == unit.Value)
            .OrderBy(g => g.OfficerId).Select(g => g.OfficerId).ToListAsync();
        var officer = random.Next(12) == 0 || able.Count == 0 ? new OfficerId(random.Next(1, 30)) : holder ?? new OfficerId(able[random.Next(able.Count)]);
        return TestHouse.Hand(officer);
    }

    private async Task<Performed> Handle(Func<HandleDossier, Task<Performed>> act)
    {
        await using var db = house.Db();
        return await act(house.Handle(db));
    }

    /// <summary>A change of the due date is asked for and answered; else an apology, with or without a new appointment.</summary>
    private async Task<Performed> TimeByHead(DossierId id, Dossier dossier, Hand atStep, Token token)
    {
        var day = Vietnam.Day(house.Clock.GetUtcNow()).AddDays(random.Next(1, 40));
        var head = await By(Duty.Sign, dossier.Case.Competent);
        if (dossier.Case.Clock.Change is { } change)
            return await Time(t => random.Next(4) > 0 ? t.ApproveChange(id, change.Due, head) : t.DeclineChange(id, Words(), head));
        return random.Next(3) switch
        {
            0 => await Time(t => t.RequestChange(id, token, day, "NĐ 101/2024/NĐ-CP Đ.22", Words(), atStep)),
            1 => await Time(t => t.Extend(id, day, "can-xac-minh-them", Words(), head)),
            _ => await Time(t => t.Apologise(id, "sai-sot", Words(), head)),
        };
    }

    private async Task<Performed> Time(Func<KeepTime, Task<Performed>> act)
    {
        await using var db = house.Db();
        return await act(house.Time(db));
    }

    private async Task<Performed> With(Func<ReturnResult, Task<Performed>> act)
    {
        await using var db = house.Db();
        return await act(house.Return(db));
    }
}
