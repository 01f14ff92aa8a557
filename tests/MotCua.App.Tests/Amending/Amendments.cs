using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Amending;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;

namespace MotCua.App.Tests.Amending;

/// <summary>The province's administrator at work, and the job that follows.</summary>
internal sealed class Amendments(TestHouse house) : IDisposable
{
    public const string Administrator = "vu.lq";

    /// <summary>24 November becomes a holiday.</summary>
    public static readonly SetDay CultureDay = new(
        new DateOnly(2026, 11, 24), DayKind.Holiday, "Ngày Văn hóa Việt Nam 24/11", "Luật thử nghiệm số 1/2026", true, null, "nation");

    private readonly RecomputeBell bell = new();

    public Task<(AmendmentPreview? Preview, Refusal? No)> Preview(Amendment amendment, string by = Administrator) =>
        With(by, (amend, officer) => amend.Preview(amendment, officer));

    public Task<(int? Run, Refusal? No)> Do(Amendment amendment, string by = Administrator) => With(by, (amend, officer) => amend.Do(amendment, officer));

    public Task<(int? Run, Refusal? No)> RecomputeAll(string basis) => With(Administrator, (amend, officer) => amend.RecomputeAll(basis, officer));

    /// <summary>One part of the job, as by a program that was just started.</summary>
    public async Task<bool> Step(Action<RecomputeFault>? fault = null)
    {
        await using var db = house.Db();
        return await new Recompute(db, house.Desk(db), new OpenDossiers(db), house.Clock).Step(fault);
    }

    /// <summary>The job until there is nothing to do.</summary>
    public async Task<RecomputeRunRow> Finish()
    {
        while (await Step())
        {
        }
        await using var db = house.Db();
        return await db.Set<RecomputeRunRow>().OrderByDescending(r => r.Id).FirstAsync();
    }

    /// <summary>What was written to a dossier by the job.</summary>
    public async Task<List<DossierEventRow>> Acts(DossierId id)
    {
        await using var db = house.Db();
        return await db.Set<DossierEventRow>().AsNoTracking().Where(e => e.DossierId == id.Value && e.Act == "recompute-due").ToListAsync();
    }

    public void Dispose() => bell.Dispose();

    private async Task<T> With<T>(string by, Func<Amend, OfficerId, Task<T>> work)
    {
        var officer = await house.Officer(by);
        await using var db = house.Db();
        return await work(
            new Amend(db, new LawRights(db, new Duties(db, house.Clock)), house.Desk(db), new OpenDossiers(db), bell, house.Clock), officer);
    }
}
