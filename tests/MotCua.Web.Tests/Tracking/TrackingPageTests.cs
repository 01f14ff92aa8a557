using MotCua.App.Papers;
using MotCua.App.Tracking;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Configuration;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Tracking;

/// <summary>Tracking without signing in.</summary>
public sealed class TrackingPageTests
{
    [Fact]
    [Requirement("R-ADM-13")]
    public async Task By_the_code_alone_anyone_learns_the_stage_and_nothing_else()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        foreach (var (until, stage) in new (StepKind? Until, string Stage)[]
        {
            (StepKind.HandOver, "Giai đoạn 1 trên 4"), (StepKind.Handle, "Giai đoạn 2 trên 4"), (StepKind.Return, "Giai đoạn 3 trên 4"), (null,
                "Giai đoạn 4 trên 4"),
        })
        {
            if (until is { } kind)
                await office.Life.Until(id, kind);
            else
                await office.Life.Ended(id);
            var page = await Ask(office, code.ToLowerInvariant(), "");
            Assert.Contains(stage, page.Words);
            Assert.DoesNotContain("khai sinh", page.Words);
            Assert.DoesNotContain("Ưởng", page.Words);
            Assert.DoesNotContain("2026", page.WordsOf("section.sheet .pad"));
        }
    }

    [Fact]
    [Requirement("R-ADM-13")]
    public async Task With_the_factor_on_the_receipt_the_applicant_learns_whose_turn_it_is_why_what_next_and_when()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received("1.115320");
        var factor = await Factor(office, id);
        var page = await Ask(office, code, factor.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Assert.Contains("Cơ quan nhà nước", page.Words);
        Assert.Contains("đang chuyển hồ sơ đến cơ quan giải quyết", page.Words);
        Assert.Contains("Hẹn trả kết quả", page.Words);
        Assert.DoesNotContain("Ưởng", page.Words);
        Assert.DoesNotContain("Trần Ngọc Hạnh", page.Words);
        await office.Life.Until(id, StepKind.Return);
        Assert.Contains("Ông (bà)", (await Ask(office, code, factor)).Words);
        await office.Life.Ended(id);
        var done = await Ask(office, code, factor);
        Assert.Contains("Không chờ ai", done.Words);
        Assert.DoesNotContain("Hẹn trả kết quả", done.Words);
    }

    [Fact]
    [Requirement("R-ADM-13")]
    public async Task An_unknown_code_a_wrong_factor_and_somebody_elses_dossier_answer_alike()
    {
        await using var office = await Office.Open();
        var (mine, _) = await office.Received();
        var (_, theirs) = await office.Received();
        var factor = await Factor(office, mine);
        var answers = new List<string>();
        foreach (var (code, typed) in new[] { ("H15.12.01-261117-9999", factor), (theirs, "AAAA-AAAA"), (theirs, factor) })
            answers.Add((await Ask(office, code, typed)).Words);
        Assert.Single(answers.Distinct());
        Assert.Contains("không khớp với hồ sơ nào", answers[0]);
    }

    [Fact]
    [Requirement("R-ADM-13")]
    public async Task After_five_tries_in_an_hour_even_the_right_factor_waits_and_other_dossiers_do_not()
    {
        await using var office = await Office.Open();
        var (id, code) = await office.Received();
        var (other, otherCode) = await office.Received();
        var (factor, otherFactor) = (await Factor(office, id), await Factor(office, other));
        for (var i = 0; i < TrackDossier.MostTries; i++)
            Assert.Contains("không khớp", (await Ask(office, code, "AAAA-AAAA")).Words);
        Assert.Contains("thử quá nhiều lần", (await Ask(office, code, factor)).Words);
        Assert.Contains("Đang chờ", (await Ask(office, otherCode, otherFactor)).Words);
        office.House.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("Đang chờ", (await Ask(office, code, factor)).Words);
    }

    private static async Task<Sheet> Ask(Office office, string code, string factor) =>
        await (await office.Anyone().Get("/tra-cuu")).Send(("ma", code), ("ma-tra-cuu", factor));

    private static async Task<string> Factor(Office office, DossierId id)
    {
        await using var db = office.House.Db();
        return await new TrackingFactors(db, KeySeal.Of(Path.Combine(office.House.Folder, "keys"))).Of(id);
    }
}
