using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

public sealed class FormTests
{
    [Fact]
    public async Task A_scanned_card_fills_the_person_and_keeps_the_phone()
    {
        await using var counter = await Counter.Open();
        var typed = PartyFields.WithCards((await counter.Life.Typed()).With(
            ("owner.number", "066190004812|240123456|Lê Thị Kim Oanh|14031990|Nữ|Tổ dân phố 5, phường Buôn Ma Thuột, Đắk Lắk|01052022"), ("owner.name", "")));
        Assert.Equal("066190004812", typed["owner.number"]);
        Assert.Equal("Lê Thị Kim Oanh", typed["owner.name"]);
        Assert.Equal("14/03/1990", typed["owner.birth"]);
        Assert.Equal("0901234218", typed["owner.phone"]);
        Assert.Same(typed, PartyFields.WithCards(typed));
    }

    [Theory]
    [InlineData("Person", "CitizenNumber", "066190004812", "")]
    [InlineData("Person", "OldNumber", "240123456", "")]
    [InlineData("Person", "Passport", "P1234567", "LAO")]
    [InlineData("Organisation", "", "0100109106-001", "")]
    [InlineData("StateBody", "", "H15.12.02", "")]
    public async Task Each_kind_of_owner_is_received_by_its_own_number(string kind, string identity, string number, string nationality)
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(
            ("owner.kind", kind), ("owner.identity", identity), ("owner.number", number), ("owner.nationality", nationality));
        var receipt = await counter.Receive(await counter.Begin(typed: typed));
        Assert.Empty(receipt.Refusals);
        var party = await counter.With(db => db.Set<PartyRow>().SingleAsync());
        Assert.Equal((kind, number), (party.Kind.ToString(), party.Number));
    }

    [Fact]
    public async Task A_person_without_a_number_has_the_reason_of_the_list_and_more_words()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("owner.identity", "None"), ("owner.number", "066190004812"), ("owner.no-number", ""));
        var id = await counter.Begin(typed: typed);
        Assert.Equal("owner.no-number", (await counter.Receive(id)).Refusal!.Field);
        await counter.Save(id, typed.With(("owner.no-number", "mat-giay-to"), ("owner.no-number-words", "Đã trình báo ngày 10/11.")));
        Assert.NotNull((await counter.Receive(id)).Dossier);
        var party = await counter.With(db => db.Set<PartyRow>().SingleAsync());
        Assert.Null(party.Number);
        Assert.Equal("Mất giấy tờ tùy thân, chưa được cấp lại và không nhớ số. Đã trình báo ngày 10/11.", party.NoNumberReason);
    }

    [Fact]
    public async Task What_disagrees_with_a_number_warns_and_never_blocks()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("owner.birth", "14/03/1985"), ("owner.sex", "Male"), ("owner.number", "999190004812"));
        var id = await counter.Begin(typed: typed);
        var view = (await counter.View(id))!;
        Assert.Equal(3, view.Form.Warnings.Count(w => w.Who == "owner"));
        Assert.NotNull((await counter.Receive(id)).Dossier);
    }

    [Fact]
    [Requirement("R-REC-19"), Requirement("R-NB-05")]
    public async Task Owner_and_submitter_and_three_organisations_are_kept_apart()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(
            ("submitter.same", "false"), ("submitter.name", "Phạm Khắc Tuệ"), ("submitter.number", "066203999102"), ("submitter.birth", "17/09/2003"),
            ("submitter.sex", "Male"), ("submitter.address", "88 Nguyễn Công Trứ"), ("support", $"{counter.UnitOf("H15.01.01").Value}"),
            ("competent", $"{counter.UnitOf("H15.13").Value}"));
        var id = await counter.Begin(typed: typed);
        Assert.Equal("authorisation", (await counter.Receive(id)).Refusal!.Field);
        await counter.Save(id, typed.With(("authorisation", "Văn bản ủy quyền chứng thực số 12 ngày 02/11/2026")));
        var dossier = Assert.IsType<Performed.Done>((await counter.Receive(id)).Performed).After;
        Assert.Equal("H15.01.01 H15.12.01 H15.13", string.Join(' ', new[] { dossier.Case.Support, dossier.Case.Reception, dossier.Case.Competent }
            .Select(u => new[] { "H15.01.01", "H15.12.01", "H15.13" }.Single(c => counter.UnitOf(c) == u))));
        Assert.NotEqual(dossier.Case.Owner, dossier.Case.Submitter);
        var submitter = await counter.With(db => db.Set<PartyRow>().SingleAsync(p => p.Role == "submitter"));
        Assert.Equal("Văn bản ủy quyền chứng thực số 12 ngày 02/11/2026", submitter.Authorisation);
    }

    [Fact]
    [Requirement("R-NB-05")]
    public async Task A_counter_of_the_province_must_say_which_commune_resolves()
    {
        await using var counter = await Counter.Open();
        var officer = await counter.House.Officer("hue.mt");
        var typed = await counter.Life.Typed();
        var id = await counter.Begin(typed: typed, unit: "H15.01.01", officer: officer);
        Assert.Equal("competent", (await counter.Receive(id, officer)).Refusal!.Field);
        Assert.Null((await counter.View(id, officer))!.Outlook.Due);
        await counter.Save(id, typed.With(("competent", $"{counter.UnitOf("H15.13").Value}")), officer: officer);
        Assert.Equal("H15.01.01-261117-0001", Assert.IsType<Performed.Done>((await counter.Receive(id, officer)).Performed).After.Case.Code.Value);
    }

    [Fact]
    [Requirement("R-NB-04")]
    public async Task What_is_received_only_at_its_own_unit_is_sent_there()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed("2.000815")).With(("competent", $"{counter.UnitOf("H15.13").Value}"));
        var refusal = (await counter.Receive(await counter.Begin("2.000815", typed))).Refusal!;
        Assert.Equal(("receive.scope", "competent"), (refusal.Code, refusal.Field));
        Assert.Contains("chuyển hồ sơ đến đó trong ngày", refusal.Sentence);
    }

    [Theory]
    [InlineData("Direct", null)]
    [InlineData("Postal", null)]
    [InlineData("Online", "channel")]
    [Requirement("R-REC-01")]
    public async Task At_a_counter_a_dossier_comes_by_hand_or_by_post(string channel, string? field)
    {
        await using var counter = await Counter.Open();
        var receipt = await counter.Receive(await counter.Begin(typed: (await counter.Life.Typed()).With(("channel", channel))));
        Assert.Equal(field, receipt.Refusal?.Field);
    }

    [Fact]
    public async Task A_notice_by_message_or_mail_needs_somewhere_to_go()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("owner.phone", "02623852123"), ("notice", "sms"));
        var id = await counter.Begin(typed: typed);
        Assert.Equal("owner.phone", (await counter.Receive(id)).Refusal!.Field);
        await counter.Save(id, typed.With(("notice", "email")));
        Assert.Equal("owner.email", (await counter.Receive(id)).Refusal!.Field);
        await counter.Save(id, typed.With(("notice", "")));
        Assert.NotNull((await counter.Receive(id)).Dossier);
    }

    [Fact]
    [Requirement("R-REC-02")]
    public async Task The_address_for_the_post_is_kept_beside_the_log_and_not_in_it()
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("return.channel", "Post"), ("return.address", "Số 9 Hùng Vương, Hà Nội"), ("sets", "2"));
        var id = await counter.Begin(typed: typed);
        var dossier = Assert.IsType<Performed.Done>((await counter.Receive(id)).Performed).After;
        Assert.Equal((ReturnChannel.Post, 2), (dossier.Delivery.Channel, dossier.Case.Sets));
        var text = await counter.With(db => db.Set<TextRow>().SingleAsync(t => t.DossierId == id));
        Assert.Equal((dossier.Delivery.Address!.Value.Value, "return-address", "Số 9 Hùng Vương, Hà Nội"), (text.Id, text.Kind, text.Body));
        var data = await counter.With(db => db.Set<DossierEventRow>().Where(e => e.Kind == "received").Select(e => e.Data).SingleAsync());
        Assert.DoesNotContain("Hùng Vương", data);
    }

    [Theory]
    [InlineData("paper.1.count", "nhiều", "paper.1.count")]
    [InlineData("paper.1.count", "1000", "paper.1.count")]
    [InlineData("fee.0.count", "-1", "fee.0.count")]
    [InlineData("sets", "0", "sets")]
    [InlineData("owner.birth", "31/02/1990", "owner.birth")]
    [InlineData("owner.number", "06619000481", "owner.number")]
    [InlineData("owner.email", "a@b", "owner.email")]
    [InlineData("return.channel", "Pigeon", null)]
    public async Task A_wrong_value_is_told_at_its_field_and_stays_as_typed(string field, string value, string? told)
    {
        await using var counter = await Counter.Open();
        var id = await counter.Begin(typed: (await counter.Life.Typed()).With((field, value)));
        var refusal = (await counter.Receive(id)).Refusal;
        Assert.Equal(told, refusal?.Field);
        if (refusal is not null)
            Assert.Contains("ãy ", refusal.Sentence);
        Assert.Equal(value, (await counter.View(id))!.Typed.Raw(field));
    }

    [Theory]
    [InlineData("2026-11-17T09:10", false, "2026-11-18", "2026-11-17T09:10")]
    [InlineData("2026-11-17T18:30", true, "2026-11-18", "2026-11-17T18:30")]
    [InlineData("2026-11-14T10:00", true, "2026-11-17", "2026-11-16T07:30")]
    public async Task Outside_working_hours_the_page_says_from_which_day_it_counts(string now, bool outside, string first, string acceptedAs)
    {
        await using var counter = await Counter.Open(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        var typed = await counter.Life.Typed("1.001612");
        var id = await counter.Begin("1.001612", typed);
        var look = (await counter.View(id))!.Outlook;
        Assert.Equal(outside, look.Outside);
        Assert.Equal(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), look.FirstDay);
        Assert.Equal(acceptedAs, Domain.Law.Vietnam.Local(look.AcceptedAs).ToString("yyyy-MM-ddTHH:mm", null));
        var dossier = Assert.IsType<Performed.Done>((await counter.Receive(id)).Performed).After;
        Assert.Equal(look.Due, dossier.Case.Due);
    }
}
