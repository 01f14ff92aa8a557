using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Law;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Catalogue;

public sealed class SettleDefectsTests
{
    [Theory, ClassData(typeof(BothEngines))]
    public async Task Defects_are_kept_one_after_the_other_and_the_last_one_can_be_taken_back(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var (one, two, three) = (await admin.Defect(), await admin.Defect("no-quantity"), await admin.Defect());
        Assert.Equal([("fee-lost-thousands", 2), ("no-quantity", 1)], (await Kinds(admin)).Select(k => (k.Kind, k.Open)));
        Assert.Equal([one, two, three], await Open(admin, null, 0));
        Assert.Equal([three], await Open(admin, "fee-lost-thousands", one));

        Assert.Null(await Keep(admin, one));
        admin.House.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Keep(admin, two));
        Assert.Equal([three], await Open(admin, null, 0));
        Assert.Equal(two, (await admin.With(db => admin.Defects(db).Undo(admin.Vu)))!.Id);
        Assert.Equal([two, three], await Open(admin, null, 0));
        Assert.Equal(one, (await admin.With(db => admin.Defects(db).Undo(admin.Vu)))!.Id);
        Assert.Null(await admin.With(db => admin.Defects(db).Undo(admin.Vu)));
        Assert.Equal(
            [CatalogueAct.Settled, CatalogueAct.Settled, CatalogueAct.Reopened, CatalogueAct.Reopened], (await admin.Acts()).Select(a => a.Act));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_defect_that_somebody_settled_first_says_who(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var defect = await admin.Defect();
        Assert.Null(await Keep(admin, defect));
        Assert.StartsWith("Lý Quang Vũ đã xử lý", (await Keep(admin, defect))!.Sentence);
        Assert.Equal("defect.unknown", (await Keep(admin, defect + 1000))!.Code);
        Assert.Equal("catalogue.duty", (await admin.With(async db => await admin.Defects(db).Keep(defect, await admin.House.Officer("thinh.nd"))))!.Code);
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Saving_the_version_that_mends_a_defect_settles_it_and_that_is_not_taken_back(Engine engine)
    {
        await using var admin = await Administration.Open(engine);
        var (mended, other) = (await admin.Defect(), await admin.Defect(code: "1.001612"));
        var edit = await admin.Edit(v => v with { Tariffs = [.. v.Tariffs.Select(t => t with { Amount = new Domain.Fees.Dong(8000) })] });
        await admin.Saved(edit with { Defect = mended });
        var again = await admin.Edit(v => v with { Sector = "Khác" });
        await admin.Saved(again with { Defect = other });

        var rows = await admin.With(db => db.Set<ProcedureDefectRow>().OrderBy(d => d.Id).ToListAsync());
        Assert.Equal((SettleDefects.Mended, admin.Vu.Value, true), (rows[0].Settlement, rows[0].OfficerId, rows[0].Settled is not null));
        Assert.Null(rows[1].Settled);
        Assert.Null(await admin.With(db => admin.Defects(db).Undo(admin.Vu)));
        Assert.Equal(mended, Assert.Single((await admin.Sheet())!.Defects).Id);
    }

    private static Task<Refusal?> Keep(Administration admin, int id) => admin.With(db => admin.Defects(db).Keep(id, admin.Vu));

    private static Task<IReadOnlyList<DefectKind>> Kinds(Administration admin) => admin.With(db => admin.Defects(db).Kinds());

    private static Task<List<int>> Open(Administration admin, string? kind, int after) =>
        admin.With(async db => (await admin.Defects(db).Open(kind, after, 9)).Select(d => d.Id).ToList());
}
