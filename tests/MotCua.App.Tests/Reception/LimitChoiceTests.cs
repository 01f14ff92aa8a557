using MotCua.App.Catalogue;
using MotCua.App.Law;
using MotCua.App.Dossiers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

/// <summary>The limit at the counter: the usual one, one of several, or the officer's own.</summary>
public sealed class LimitChoiceTests
{
    private static readonly TimeLimit Three = new(3, LimitUnit.WorkingDay), Ten = new(10, LimitUnit.WorkingDay);

    [Fact]
    public async Task Without_a_limit_the_form_asks_for_day_and_basis_and_the_dossier_keeps_both()
    {
        await using var counter = await Counter.Open(new DateTime(2026, 11, 17, 9, 10, 0));
        var id = await Begin(counter, []);
        Assert.Equal(("receive.no-limit", "limit.due"), Only(await counter.Receive(id)));
        Assert.Null((await counter.View(id))!.Outlook.Due);

        await Type(counter, id, ("limit.due", "30.2.2026"), ("limit.basis", ""));
        Assert.Equal(("form.limit.due", "limit.due"), Only(await counter.Receive(id)));
        await Type(counter, id, ("limit.due", "30/11/2026"));
        Assert.Equal(("receive.limit.basis", "limit.basis"), Only(await counter.Receive(id)));
        await Type(counter, id, ("limit.basis", "Luật Hộ tịch Đ.15"));
        Assert.Equal(new DateTime(2026, 11, 30, 17, 0, 0), Vietnam.Local((await counter.View(id))!.Outlook.Due!.Due));

        var dossier = Assert.IsType<Performed.Done>((await counter.Receive(id)).Performed).After;
        Assert.Equal(new DateTime(2026, 11, 30, 17, 0, 0), Vietnam.Local(dossier.Case.Due.Due));
        var stored = await counter.Life.Now(dossier.Id);
        Assert.Equal("Luật Hộ tịch Đ.15", stored.Case.Limit.SetOn);
        Assert.Contains(stored.Case.Due.Lines, l => l.Reason.StartsWith("Do cán bộ xác định", StringComparison.Ordinal) && l.Law == "Luật Hộ tịch Đ.15");
        Assert.Empty((await counter.House.Verify()).Broken);
    }

    [Fact]
    public async Task Of_several_limits_the_chosen_one_is_counted()
    {
        await using var counter = await Counter.Open(new DateTime(2026, 11, 17, 9, 10, 0));
        var id = await Begin(counter, [new(null, null, Three, "QĐ 1", true), new(null, null, Ten, "QĐ 2", true)]);
        Assert.Equal(Three, (await counter.View(id))!.Outlook.Due!.Limit);
        await Type(counter, id, ("limit", ReceptionForm.Named(Ten)), ("limit.due", "1/1/2030"));
        Assert.Equal(Ten, Assert.IsType<Performed.Done>((await counter.Receive(id)).Performed).After.Case.Limit);
    }

    private static (string, string?) Only(Receipt receipt)
    {
        var refusal = Assert.Single(receipt.Refusals);
        return (refusal.Code, refusal.Field);
    }

    private static async Task Type(Counter counter, Guid id, params (string, string)[] changes)
    {
        var typed = (await counter.View(id))!.Typed;
        Assert.Null((await counter.Save(id, typed.With(changes))).Refusal);
    }

    /// <summary>An attempt, complete but for the limit, on a procedure with the limits given.</summary>
    private static async Task<Guid> Begin(Counter counter, IReadOnlyList<ChannelLimit> limits)
    {
        var version = (await counter.House.Stage.Procedure("1.001193"))! with { Code = "1.999001", Version = 1, Limits = limits };
        await counter.With(async db =>
        {
            db.Add(ProcedureRows.Of(version, VersionOrigin.Import));
            await ReferenceStamp.Raise(db, default);
            return await db.SaveChangesAsync();
        });
        return await counter.Begin("1.999001", await counter.Life.Typed("1.999001"));
    }
}
