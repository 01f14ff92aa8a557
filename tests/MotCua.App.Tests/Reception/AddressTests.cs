using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Reception;

/// <summary>Addresses at the counter: two levels of today, three of before, and text that nobody recognizes.
/// None of them keeps a dossier from being received.</summary>
public sealed class AddressTests
{
    private const string Card = "066190004812|240123456|Lê Thị Kim Oanh|14031990|Nữ|Thôn 3, Ea Tiêu, Cư Kuin, Đắk Lắk|01052022";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_card_of_three_levels_fills_all_and_says_which_commune_it_is_now(Engine engine)
    {
        await using var counter = await Counter.Open(engine: engine);
        var typed = PartyFields.WithCards((await counter.Life.Typed()).With(
            ("owner.number", Card), ("owner.commune", "Xã Ea Kar, tỉnh Đắk Lắk"), ("owner.commune-code", "24373")));
        Assert.Equal(("Thôn 3, Ea Tiêu, Cư Kuin, Đắk Lắk", null, ""), (typed["owner.address"], typed["owner.commune"], typed.Raw("owner.commune-code")));
        var id = await counter.Begin(typed: typed);
        Assert.NotNull((await counter.Receive(id)).Dossier);
        var row = await counter.With(db => db.Set<PartyRow>().SingleAsync());
        Assert.Equal(("66", "24544", "Thôn 3", "Thôn 3, Ea Tiêu, Cư Kuin, Đắk Lắk"), (row.Province, row.Commune, row.AddressDetail, row.FormerAddress));
        Assert.Equal("Thôn 3, Ea Tiêu, Cư Kuin, Đắk Lắk (nay là xã Ea Ktur, tỉnh Đắk Lắk)", row.Address);

        // What was printed once and is taken over again comes out the same.
        var again = await Read(counter, [.. PartyFields.Written("owner", row.ToParty())]);
        Assert.Equal((row.Address, row.ToParty().Residence), (again.Text, again.Residence));
    }

    [Fact]
    public async Task A_split_commune_is_offered_never_guessed_and_the_officers_choice_is_kept()
    {
        await using var counter = await Counter.Open();
        const string old = "Buôn Ly, xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên";
        var read = await Read(counter, ("owner.address", old));
        Assert.Equal((null, old, 2), (read.Residence?.Commune, read.Text, read.Reading.Candidates.Count));
        Assert.Equal("Xã Ea Bar, huyện Sông Hinh, tỉnh Phú Yên nay thuộc nhiều xã, phường. Hãy hỏi thôn, buôn rồi chọn.", read.Warning);
        var chosen = read.Reading.Candidates.Single(c => c.Proper == "Ea Ly");
        var units = await Units(counter);
        read = await Read(counter, [("owner.address", old), .. TypedAddress.Chosen("owner", chosen.Code, units, new DateOnly(2026, 11, 17))]);
        Assert.Equal((chosen.Code, old, $"{old} (nay là xã Ea Ly, tỉnh Đắk Lắk)", null),
            (read.Residence?.Commune, read.Residence?.Former, read.Text, read.Warning));
        read = await Read(counter, ("owner.address", old), ("owner.commune", "Ea Kar"));
        Assert.Equal("Theo địa chỉ cũ thì không phải xã Ea Kar. Hãy đối chiếu với giấy tờ.", read.Warning);
    }

    [Theory]
    [InlineData("12 Lê Lợi", "Ea Kar, Đắk Lắk", "", "12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", null)]
    [InlineData("12 Lê Lợi", "Xã Ea Kar, tỉnh Đắk Lắk", "24373", "12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", null)]
    [InlineData("12 Lê Lợi", "Ea Kar", "24538", "12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", null)]
    [InlineData("Thôn 1", "thị trấn Ea Kar", "", "Thôn 1, xã Ea Kar, tỉnh Đắk Lắk", "Thôn 1, thị trấn Ea Kar, huyện Ea Kar, tỉnh Đắk Lắk")]
    [InlineData("", "ea kar", "", "xã Ea Kar, tỉnh Đắk Lắk", null)]
    [InlineData("12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", "", "", "12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk", null)]
    public async Task House_and_commune_may_be_typed_apart_or_in_one_and_a_code_counts_only_with_its_text(
        string address, string commune, string code, string text, string? former)
    {
        await using var counter = await Counter.Open();
        var read = await Read(counter, ("owner.address", address), ("owner.commune", commune), ("owner.commune-code", code));
        Assert.Equal((text, "24373", "66", former, null), (read.Text, read.Residence?.Commune, read.Residence?.Province, read.Residence?.Former, read.Warning));
    }

    [Theory]
    [InlineData("Bản Xa, muang Không Rõ, Lào", "", null)]
    [InlineData("12 Lê Lợi", "Xã Không Có", null)]
    [InlineData("Xóm 4, xã Nam Đàn, tỉnh Nghệ An", "", "40")]
    public async Task What_is_not_recognized_stays_text_and_is_received(string address, string commune, string? province)
    {
        await using var counter = await Counter.Open();
        var typed = (await counter.Life.Typed()).With(("owner.address", address), ("owner.commune", commune));
        Assert.NotNull((await counter.Receive(await counter.Begin(typed: typed))).Dossier);
        var row = await counter.With(db => db.Set<PartyRow>().SingleAsync());
        Assert.Equal((string.Join(", ", new[] { address, commune }.Where(t => t.Length > 0)), province, null), (row.Address, row.Province, row.Commune));
        Assert.Equal(province is null, (await Read(counter, ("owner.address", address), ("owner.commune", commune))).Warning is not null);
    }

    [Fact]
    public async Task Two_communes_in_two_fields_are_pointed_out()
    {
        await using var counter = await Counter.Open();
        var read = await Read(counter, ("owner.address", "12 Lê Lợi, xã Ea Kar, tỉnh Đắk Lắk"), ("owner.commune", "Buôn Ma Thuột"));
        Assert.StartsWith("Địa chỉ ghi xã Ea Kar nhưng ô Xã, phường ghi phường Buôn Ma Thuột.", read.Warning);
    }

    private static async Task<UnitBook> Units(Counter counter) =>
        await counter.With(async db => (await counter.House.References.Get(db, CancellationToken.None)).Units);

    private static async Task<TypedAddress> Read(Counter counter, params (string, string)[] fields) => await counter.With(async db => TypedAddress.Read(
        TypedForm.Empty.With(fields), "owner", await counter.House.References.Get(db, CancellationToken.None),
        counter.UnitOf(Life.Unit), new DateOnly(2026, 11, 17)));
}
