using Microsoft.EntityFrameworkCore;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Integrations.Codes;
using MotCua.Testing;
using OtpNet;
using Xunit;

namespace MotCua.App.Tests.Access;

public sealed class SecondFactorTests
{
    private static readonly PhoneCodes Phone = new();
    private static readonly Origin Here = new("10.0.0.1");

    [Theory]
    [InlineData(59, "287082", 1)]
    [InlineData(1111111109, "081804", 37037036)]
    [InlineData(2000000000, "279037", 66666666)]
    public void The_codes_are_those_of_RFC_6238(long second, string code, long step) =>
        Assert.Equal(step, Phone.StepOf(Base32Encoding.ToString("12345678901234567890"u8.ToArray()), code, DateTimeOffset.FromUnixTimeSeconds(second)));

    [Fact]
    public void A_phone_may_be_half_a_minute_off_and_no_more()
    {
        var secret = Phone.NewSecret();
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        foreach (var (seconds, taken) in new[] { (-60, false), (-30, true), (0, true), (30, true), (60, false) })
            Assert.Equal((seconds, taken), (seconds, Phone.StepOf(secret, CodeAt(secret, now.AddSeconds(seconds)), now) is not null));
        Assert.Contains("otpauth://totp/", Phone.AddressOf(secret, "hanh.tn", "MotCua"));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_code_works_once_also_for_two_at_the_same_moment(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (officer, secret, _) = await Enrolled(house, "khoi.nd");
        var enrolled = CodeAt(secret, house.Clock.GetUtcNow());
        Assert.Equal(CodeVerdict.Wrong, await Check(house, officer, enrolled));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = CodeAt(secret, house.Clock.GetUtcNow());
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => Check(house, officer, code))));
        Assert.Single(verdicts, CodeVerdict.Phone);
        Assert.Equal(4, verdicts.Count(v => v == CodeVerdict.Wrong));
        Assert.Equal(CodeVerdict.Wrong, await Check(house, officer, CodeAt(secret, house.Clock.GetUtcNow().AddSeconds(-30))));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_recovery_code_works_once_and_not_after_new_ones_were_made(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var (officer, _, codes) = await Enrolled(house, "khoi.nd");
        Assert.Equal(10, codes.Distinct().Count());
        var verdicts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Check(house, officer, $" {codes[3].ToUpperInvariant()} "))));
        Assert.Single(verdicts, CodeVerdict.Recovery);
        await using var db = house.Db();
        var factors = Factors(house, db);
        Assert.Equal(9, (await factors.Of(officer, default))!.CodesLeft);
        Assert.DoesNotContain(await db.Set<RecoveryCodeRow>().Select(c => c.Hash).ToListAsync(), h => codes.Any(c => h.Contains(c.Replace("-", ""))));
        var fresh = await factors.Renew(officer, Here, default);
        Assert.Equal(CodeVerdict.Wrong, await Check(house, officer, codes[4]));
        Assert.Equal(CodeVerdict.Recovery, await Check(house, officer, fresh[4].Replace("-", "")));
        Assert.Equal(CodeVerdict.Wrong, await Check(house, officer, "abcd-efgh"));
    }

    [Fact]
    public async Task The_secret_is_stored_sealed_for_its_officer_and_only_one_can_be_set_up()
    {
        await using var house = await TestHouse.Open();
        var (officer, secret, _) = await Enrolled(house, "khoi.nd");
        await using var db = house.Db();
        Assert.DoesNotContain(secret, (await db.Set<SecondFactorRow>().AsNoTracking().SingleAsync()).Secret);
        var second = Phone.NewSecret();
        var (codes, refused) = await Factors(house, db).Enrol(officer, second, CodeAt(second, house.Clock.GetUtcNow()), Here, default);
        Assert.Equal(("factor.there", 0), (refused?.Code, codes.Count));

        await db.Set<SecondFactorRow>().ExecuteUpdateAsync(f => f.SetProperty(x => x.OfficerId, 1));
        house.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(CodeVerdict.Wrong, await Check(house, new OfficerId(1), CodeAt(secret, house.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task An_administrator_of_the_unit_or_above_resets_it_and_nobody_else_nor_for_himself()
    {
        await using var house = await TestHouse.Open();
        var (officer, _, _) = await Enrolled(house, "khoi.nd");
        await using var db = house.Db();
        var (factors, sessions) = (Factors(house, db), SessionsOf(house, db));
        var agencies = (await house.References.Get(db, default)).Agencies;
        var (_, key) = await sessions.Begin(officer, "Firefox trên Linux", "10.0.0.1", signIn: true, default);
        var admin = await house.Officer("vu.lq");
        foreach (var (actor, target, code) in new[]
        {
            (await house.Officer("hanh.tn"), officer, "factor.reach"), (officer, officer, "factor.own"), (admin, await house.Officer("hanh.tn"), "factor.none"),
        })
            Assert.Equal(code, (await factors.Reset(actor, target, agencies, Here, default))?.Code);

        // An administrator of another commune does not reach him, one of his own does.
        var stamp = await db.Set<OfficerRow>().Where(o => o.Id == officer.Value).Select(o => o.SecurityStamp).SingleAsync();
        await db.Set<DutyGrantRow>().Where(g => g.OfficerId == admin.Value).ExecuteUpdateAsync(g => g.SetProperty(x => x.UnitId, 20));
        Assert.Equal("factor.reach", (await factors.Reset(admin, officer, agencies, Here, default))?.Code);
        Assert.NotNull(await sessions.Find(officer, stamp, key, default));
        await db.Set<DutyGrantRow>().Where(g => g.OfficerId == admin.Value).ExecuteUpdateAsync(g => g.SetProperty(x => x.UnitId, 10));
        Assert.Null(await factors.Reset(admin, officer, agencies, Here, default));
        Assert.Null(await factors.Of(officer, default));
        Assert.Null(await sessions.Find(officer, stamp, key, default));
        var line = await db.Set<SecurityEventRow>().AsNoTracking().SingleAsync(e => e.Kind == SecurityEventKind.FactorReset);
        Assert.Equal((officer.Value, admin.Value, "10.0.0.1"), (line.OfficerId, line.ById, line.Address));
    }

    [Fact]
    public async Task The_row_asks_signers_administrators_and_auditors_from_its_day_on_and_says_what_it_rests_on()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var rules = (await house.References.Get(db, default)).Rules;
        var day = new DateOnly(2026, 7, 1);
        var rule = RequiredFactor.On(day, rules)!;
        Assert.Equal([Duty.Sign, Duty.Administer, Duty.Audit], RequiredFactor.Duties(rule));
        Assert.False(rule.Verified);
        Assert.Contains("TCVN 11930", rule.LegalBasis);
        foreach (var duty in Enum.GetValues<Duty>())
        {
            DutyGrant[] grants = [new(new OfficerId(1), duty, new AgencyId(1), DateOnly.MinValue, null, "x")];
            Assert.Equal((duty, duty is Duty.Sign or Duty.Administer or Duty.Audit), (duty, RequiredFactor.For(grants, day, rules)));
            Assert.False(RequiredFactor.For(grants, day.AddDays(-1), rules));
        }
    }

    private static string CodeAt(string secret, DateTimeOffset at) => new Totp(Base32Encoding.ToBytes(secret)).ComputeTotp(at.UtcDateTime);

    private static async Task<(OfficerId Officer, string Secret, IReadOnlyList<string> Codes)> Enrolled(TestHouse house, string userName)
    {
        await using var db = house.Db();
        var (officer, secret) = (await house.Officer(userName), Phone.NewSecret());
        var (codes, refused) = await Factors(house, db).Enrol(officer, secret, CodeAt(secret, house.Clock.GetUtcNow()), Here, default);
        Assert.Null(refused);
        return (officer, secret, codes);
    }

    private static async Task<CodeVerdict> Check(TestHouse house, OfficerId officer, string typed)
    {
        await using var db = house.Db();
        return await Factors(house, db).Check(officer, typed, Here, default);
    }

    private static Sessions SessionsOf(TestHouse house, MotCuaDb db) =>
        new(db, new SessionLimits(TimeSpan.FromHours(1), TimeSpan.FromHours(12)), new SecurityLog(db, house.Clock), house.Clock);

    private static SecondFactors Factors(TestHouse house, MotCuaDb db) =>
        new(db, Phone, new TurnedRound(), SessionsOf(house, db), new SecurityLog(db, house.Clock), new Duties(db, house.Clock), house.Clock);

    /// <summary>A seal that anybody could break, but that keeps purposes apart.</summary>
    private sealed class TurnedRound : ISecretSeal
    {
        public string Seal(string purpose, string text) => purpose + "|" + new string([.. text.Reverse()]);

        public string? Open(string purpose, string sealedText) =>
            sealedText.StartsWith(purpose + "|", StringComparison.Ordinal) ? new string([.. sealedText[(purpose.Length + 1)..].Reverse()]) : null;
    }
}
