using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.App.Work;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;

namespace MotCua.App.Warnings;

/// <summary>A dossier whose clock runs, as warnings see it.</summary>
internal sealed class RunningDossier
{
    public required Guid Id { get; init; }
    public required string Code { get; init; }
    public required string Procedure { get; init; }
    public required int Competent { get; init; }
    public required int Reception { get; init; }
    public required DateTimeOffset Received { get; init; }
    public required DateTimeOffset Due { get; init; }
}

/// <summary>An attempt that was filed online and has no answer yet.</summary>
internal sealed record UnansweredAttempt(Guid Id, int Unit, int Officer, DateTimeOffset Filed);

/// <summary>Something that another was to do and has not done in time.</summary>
/// <param name="Officer">Who is to do it; null for whoever does it at the unit.</param>
/// <param name="Asker">Who waits for it.</param>
internal sealed record LateTask(Guid Dossier, WarningKind Kind, int Number, int Unit, int? Officer, int? Asker, DateTimeOffset Due)
{
    /// <summary>The threshold that is stored of it.</summary>
    public string Threshold => ThresholdOf(Kind, Number);

    /// <summary>"opinion:1", "instruction:2".</summary>
    public static string ThresholdOf(WarningKind kind, int number) =>
        FormattableString.Invariant($"{(kind == WarningKind.Opinion ? "opinion" : "instruction")}:{number}");
}

/// <summary>A dossier that a morning's digest may count, once for each open step.</summary>
internal sealed record DigestStep(
    Guid Dossier, StepKind Kind, int Unit, int? Officer, int Reception, DateTimeOffset Due, bool Paused, bool Waiting);

/// <summary>Reads what there is to warn of; it writes nothing.</summary>
internal sealed class WarningScan(MotCuaDb db)
{
    /// <summary>Dossiers read at once.</summary>
    public const int AtOnce = 500;

    // Enough of the log to know when a limit began anew, without the rest of it.
    private static readonly string Restart = EventFormat.NameOf<Domain.Dossiers.Processing.SupplementAccepted>();

    private static readonly Keyset<RunningDossier> Order = new Keyset<RunningDossier>().By(d => d.Due).By(d => d.Code);

    /// <summary>Dossiers whose clock runs and that have thresholds left for their due date, in its order, some at a time.</summary>
    /// <param name="before">Due before this moment; null for all.</param>
    public async IAsyncEnumerable<IReadOnlyList<RunningDossier>> Running(
        DateTimeOffset? before, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var warnings = db.Set<WarningRow>();
        var rows = Clocks().Where(d => !warnings.Any(w => w.SubjectId == d.Id && w.Due == d.Due && w.Last));
        if (before is { } end)
            rows = rows.Where(d => d.Due < end);
        var found = rows.Select(d => new RunningDossier
        {
            Id = d.Id, Code = d.Code, Procedure = d.Procedure, Competent = d.CompetentId, Reception = d.ReceptionId, Received = d.Received, Due = d.Due,
        });
        for (string? place = null; ;)
        {
            var page = await Order.Order(Order.Beyond(found, place)).Take(AtOnce).ToListAsync(cancel);
            if (page.Count > 0)
                yield return page;
            if (page.Count < AtOnce)
                yield break;
            place = Order.PlaceOf(page[^1]);
        }
    }

    /// <summary>The thresholds of which anybody was told already, by dossier and due date.</summary>
    public async Task<ISet<(Guid, DateTimeOffset, string)>> Told(IReadOnlyList<Guid> subjects, CancellationToken cancel) =>
        (await db.Set<WarningRow>().AsNoTracking().Where(w => subjects.Contains(w.SubjectId)).Select(w => new { w.SubjectId, w.Due, w.Threshold })
            .Distinct().ToListAsync(cancel)).Select(w => (w.SubjectId, w.Due, w.Threshold)).ToHashSet();

    /// <summary>When the limits of some dossiers last began anew; those that never did are left out.</summary>
    public async Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Restarts(IReadOnlyList<Guid> dossiers, CancellationToken cancel) =>
        await db.Set<DossierEventRow>().AsNoTracking().Where(e => dossiers.Contains(e.DossierId) && e.Kind == Restart)
            .GroupBy(e => e.DossierId).Select(g => new { g.Key, At = g.Max(e => e.At) }).ToDictionaryAsync(g => g.Key, g => g.At, cancel);

    /// <summary>The open steps of some dossiers that wait for the authorities.</summary>
    public async Task<ILookup<Guid, WarnedStep>> Steps(IReadOnlyList<Guid> dossiers, CancellationToken cancel) =>
        (await db.Set<DossierStepRow>().AsNoTracking()
            .Where(s => dossiers.Contains(s.DossierId) && s.WaitsFor == Side.Authority && s.Kind != StepKind.Return)
            .Select(s => new { s.DossierId, s.Kind, s.UnitId, s.OfficerId }).ToListAsync(cancel))
        .ToLookup(s => s.DossierId, s => new WarnedStep(s.DossierId, s.Kind, s.UnitId, s.OfficerId));

    /// <summary>Attempts filed online that nobody has answered; a page that was opened and left as it was is none.</summary>
    public async Task<IReadOnlyList<UnansweredAttempt>> Unanswered(CancellationToken cancel) =>
        await db.Set<AttemptRow>().AsNoTracking().Where(a => a.Channel == Channel.Online && a.State == AttemptState.Draft
                && (a.Version > 1 || a.Files.Count > 0))
            .OrderBy(a => a.Created).Select(a => new UnansweredAttempt(a.Id, a.UnitId, a.OfficerId, a.Created)).ToListAsync(cancel);

    /// <summary>Opinions and instructions whose date has passed; of a closed dossier there are none.</summary>
    public async Task<IReadOnlyList<LateTask>> LateTasks(DateTimeOffset now, CancellationToken cancel)
    {
        var asked = await db.Set<ConsultationRow>().AsNoTracking().Where(c => c.State == ConsultationState.Open && c.Due < now).ToListAsync(cancel);
        var told = await db.Set<InstructionRow>().AsNoTracking().Where(i => i.State == InstructionState.Open && i.Due < now).ToListAsync(cancel);
        return
        [
            .. asked.Select(c => new LateTask(c.DossierId, WarningKind.Opinion, c.Number, c.UnitId, null, c.AskedById, c.Due)),
            .. told.Select(i => new LateTask(i.DossierId, WarningKind.Instruction, i.Number, i.UnitId, i.ToId, i.ById, i.Due)),
        ];
    }

    /// <summary>Warnings that ask for nothing any more, some at a time.</summary>
    public async Task<IReadOnlyList<long>> Gone(CancellationToken cancel)
    {
        var clocks = Clocks();
        var attempts = db.Set<AttemptRow>();
        var (asked, told) = (db.Set<ConsultationRow>(), db.Set<InstructionRow>());
        return await db.Set<WarningRow>().Where(w => w.Settled == null && (w.Kind == WarningKind.Answer
                ? !attempts.Any(a => a.Id == w.SubjectId && a.Channel == Channel.Online && a.State == AttemptState.Draft)
                : w.Kind == WarningKind.Opinion ? !asked.Any(c => c.DossierId == w.SubjectId && c.Due == w.Due && c.State == ConsultationState.Open)
                : w.Kind == WarningKind.Instruction ? !told.Any(i => i.DossierId == w.SubjectId && i.Due == w.Due && i.State == InstructionState.Open)
                : !clocks.Any(d => d.Id == w.SubjectId && d.Due == w.Due)))
            .OrderBy(w => w.Id).Select(w => w.Id).Take(AtOnce).ToListAsync(cancel);
    }

    /// <summary>Open steps of dossiers that are due before a moment, stand still or wait for a supplement.</summary>
    public async Task<IReadOnlyList<DigestStep>> ForDigests(DateTimeOffset before, CancellationToken cancel) => await (
        from s in db.Set<DossierStepRow>().AsNoTracking()
        join d in db.Set<DossierRow>().AsNoTracking() on s.DossierId equals d.Id
        where s.Kind != StepKind.Return && d.Registered == null && (d.Due < before || d.Paused != null || d.Status == DossierStatus.AwaitingSupplement)
            && (d.Status == DossierStatus.Received || d.Status == DossierStatus.InProcess || d.Status == DossierStatus.AwaitingSupplement
                || d.Status == DossierStatus.WithdrawalRequested)
        select new DigestStep(
            d.Id, s.Kind, s.UnitId, s.OfficerId, d.ReceptionId, d.Due, d.Paused != null, d.Status == DossierStatus.AwaitingSupplement))
        .ToListAsync(cancel);

    /// <summary>Dossiers whose limit runs now.</summary>
    private IQueryable<DossierRow> Clocks() => db.Set<DossierRow>().AsNoTracking().Where(d => d.Registered == null && d.Paused == null
        && (d.Status == DossierStatus.Received || d.Status == DossierStatus.InProcess || d.Status == DossierStatus.WithdrawalRequested));
}
