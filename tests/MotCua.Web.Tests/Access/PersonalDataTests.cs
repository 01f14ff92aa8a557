using System.Net;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Privacy;
using MotCua.App.Reception;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Access;

/// <summary>Data of persons is put right or erased on request, and the log stays whole.</summary>
public sealed class PersonalDataTests
{
    private const string Name = "Nguyễn Thị Ngọc Ưởng";

    [Fact]
    [Requirement("R-SEC-05")]
    public async Task A_correction_changes_dossier_and_search_and_records_which_fields_but_not_what_they_held()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        var head = await office.Of(await Head(office));
        var form = await head.Get($"/ho-so/{code}/du-lieu-ca-nhan");
        var wrong = await form.Send(("Birth", "31/02/1990"), ("Basis", "Đơn ngày 17/11/2026"));
        Assert.Contains("Ngày sinh chưa đúng", wrong.Words);
        Assert.Equal("31/02/1990", wrong.Typed("Birth"));
        Assert.Contains("Chưa ghi căn cứ", (await form.Send(("Name", "Nguyễn Thị Ngọc Ước"))).Words);

        var page = await form.Send(("Name", "Nguyễn Thị Ngọc Ước"), ("Basis", "Đơn ngày 17/11/2026 của chủ hồ sơ"));

        Assert.Contains("Nguyễn Thị Ngọc Ước", page.Words);
        await using var db = office.House.Db();
        Assert.Equal("Nguyễn Thị Ngọc Ước", (await db.Set<DossierSearchRow>().SingleAsync()).OwnerName);
        var change = await db.Set<PartyChangeRow>().SingleAsync();
        Assert.Equal("họ và tên", change.Fields);
        Assert.DoesNotContain("Ưởng", change.Basis + change.Fields);
        Assert.Equal("24133", (await db.Set<PartyRow>().AsNoTracking().SingleAsync()).Commune);
        form = await head.Get($"/ho-so/{code}/du-lieu-ca-nhan");
        await form.Send(("Address", "Thôn 1, xã Ea Kar, tỉnh Đắk Lắk"), ("Basis", "Đơn ngày 17/11/2026 của chủ hồ sơ"));
        Assert.Equal(("24373", "Thôn 1"), await db.Set<PartyRow>().Select(p => ValueTuple.Create(p.Commune, p.AddressDetail)).SingleAsync());
        Assert.Empty((await office.House.Verify()).Broken);
    }

    [Fact]
    [Requirement("R-SEC-05")]
    public async Task Erasing_waits_for_the_end_of_the_dossier_then_leaves_nothing_of_the_person_and_a_whole_record()
    {
        await using var office = await Office.Open();
        var (id, code, _) = await office.At(StepKind.Return);
        var head = await office.Of(await Head(office));
        var form = await head.Get($"/ho-so/{code}/du-lieu-ca-nhan");
        Assert.Contains("Hồ sơ chưa giải quyết xong", (await Erase(form)).Words);

        await office.Life.Ended(id);
        await using (var before = office.House.Db())
        {
            before.Add(new DossierDeclaredRow { DossierId = id.Value, Name = "noi-kcb", Label = "Nơi khám chữa bệnh", Value = "Trạm y tế phường" });
            await before.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var page = await Erase(await head.Get($"/ho-so/{code}/du-lieu-ca-nhan"));

        Assert.DoesNotContain(Name, page.Words);
        Assert.DoesNotContain("066190004812", page.Words);
        await using var db = office.House.Db();
        Assert.Equal(("", null, "", null), await db.Set<PartyRow>().Select(p => ValueTuple.Create(p.Name, p.Number, p.Address, p.Phone)).SingleAsync());
        Assert.Equal((null, null, null, null), await db.Set<PartyRow>()
            .Select(p => ValueTuple.Create(p.Province, p.Commune, p.AddressDetail, p.FormerAddress)).SingleAsync());
        Assert.DoesNotContain("Ưởng", (await db.Set<AttemptRow>().SingleAsync()).Typed);
        Assert.DoesNotContain("uong", (await db.Set<DossierSearchRow>().SingleAsync()).Folded);
        Assert.Null((await db.Set<DossierDeclaredRow>().SingleAsync()).Value);
        Assert.Empty((await office.House.Verify()).Broken);

        static Task<Sheet> Erase(Sheet form)
        {
            form.Document.QuerySelector("main form")!.SetAttribute("action", form.Path + "?handler=Erase");
            return form.Send(("Basis", "Đơn ngày 17/11/2026 của chủ hồ sơ"));
        }
    }

    [Fact]
    public async Task Only_the_head_of_the_receiving_one_stop_unit_may()
    {
        await using var office = await Office.Open();
        var (_, code) = await office.Received();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.Of("hanh.tn")).Get($"/ho-so/{code}/du-lieu-ca-nhan")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.Of("blim.h")).Get($"/ho-so/{code}")).Status);
    }

    private static async Task<string> Head(Office office)
    {
        await using var db = office.House.Db();
        var unit = await office.Life.UnitId();
        var officer = await office.House.OfficerWith(Domain.Agencies.Duty.HeadOneStop, unit);
        return await db.Set<App.Agencies.OfficerRow>().Where(o => o.Id == officer.Value).Select(o => o.UserName).SingleAsync();
    }
}
