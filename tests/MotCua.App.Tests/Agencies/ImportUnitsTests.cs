using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Agencies;

/// <summary>The import of administrative units: small files of our own, and the lists of the whole country where they lie beside the project.</summary>
public sealed class ImportUnitsTests : IDisposable
{
    private static readonly string[] Names =
    [
        "mapping_pre2025_to_2025.csv", "2026-07_communes.csv", "pre2025_communes.csv", "2025_provinces.csv", "2025_communes.csv", "pre2025_provinces.csv",
        "2026-07_provinces.csv", "pre2025_districts.csv",
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("motcua-units-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, ClassData(typeof(BothEngines))]
    public async Task The_whole_country_goes_in_and_a_second_time_changes_nothing(Engine engine)
    {
        var files = Country();
        await using var house = await TestHouse.Open(engine);
        var first = await Import(house, files);
        Assert.Equal((34, 3321, 9564, 471), (first.Provinces, first.Communes, first.Mapped, first.Ambiguous));
        Assert.Empty(first.Rejected);
        Assert.Null(first.Refusal);
        var rows = await Rows(house);
        var second = await Import(house, [.. files.Reverse()]);
        Assert.Equal((34, 3321, 9564, 471, 0), (second.Provinces, second.Communes, second.Mapped, second.Ambiguous, second.Changed));
        Assert.Equal(rows, await Rows(house));

        await using var db = house.Db();
        var book = (await house.References.Get(db, CancellationToken.None)).Units;
        var today = new DateOnly(2026, 11, 17);
        Assert.Equal(102, book.Under("66", today).Count());
        Assert.Equal(10035, book.All.Count(u => u.Level == Level.Commune && u.To == new DateOnly(2025, 6, 30)));
        Assert.Equal("Phường Lộc Ninh, thành phố Đồng Nai", book.Label(book.Find("25270", today)!));
        Assert.Equal("Xã Lộc Ninh", book.Find("25270", new DateOnly(2026, 4, 29))!.Name);
        Assert.Equal("06978", book.On(book.Find("06970", new DateOnly(2025, 6, 30))!, today).Now.Single().Code);
        Assert.Equal("Đặc khu Lý Sơn", book.On(book.Find("536", new DateOnly(2025, 6, 30))!, today).Now.Single().Name);
        Assert.All(book.All.Where(u => u.To == new DateOnly(2025, 6, 30) && u.Code != "498"), u => Assert.NotEmpty(book.On(u, today).Now));
        Assert.True(book.Find("24373", today)!.Verified);
        Assert.False(book.Find("00004", today)!.Verified);
    }

    [Fact]
    public async Task Files_one_by_one_in_another_order_reach_the_same_end()
    {
        var files = Country();
        await using var together = await TestHouse.Open();
        await Import(together, files);
        await using var apart = await TestHouse.Open();
        foreach (var file in files)
            await Import(apart, [file]);
        Assert.Equal(await Rows(together), await Rows(apart));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Interrupted_it_has_changed_nothing_and_again_it_reaches_the_same_end(Engine engine)
    {
        var files = Small();
        await using var house = await TestHouse.Open(engine);
        var before = await Rows(house);
        using var stop = new CancellationTokenSource();
        await using (var db = house.Db())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImportUnits(db).Do(files, said =>
            {
                if (said.StartsWith("Đang ghi", StringComparison.Ordinal))
                    stop.Cancel();
            }, stop.Token));
        Assert.Equal(before, await Rows(house));
        await using var other = await TestHouse.Open(engine);
        await Import(other, files);
        Assert.NotEqual(0, (await Import(house, files)).Changed);
        Assert.Equal(await Rows(other), await Rows(house));
    }

    [Theory, ClassData(typeof(BothEngines))]
    public async Task Broken_lines_are_named_with_their_reason_and_the_rest_goes_in(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var communes = Write("2025_communes.csv", "code,name,type,province_code,area_km2,lat,lon",
            "00004,Phường Ba Đình,phuong,01,2.97,21.03,105.8", "4,Phường Ngọc Hà,phuong,01,1,2,3", "00025,\"Phường Giảng Võ,phuong,01,1,2,3",
            "00070,Phường Hoàn Kiếm,phuong,99,1,2,3", "00082,,phuong,01,1,2,3", "00097,Hồng Hà,quan,01,1,2,3", "00103,Phường Tây Hồ", "",
            "00160,Phường Nghĩa Đô,xa,01,1,2,3", "00004,Phường Ba Vì,phuong,01,1,2,3", "00175,Phường Yên H\uFFFDa,phuong,01,1,2,3",
            "00166,PHƯỜNG Cầu Giấy,phuong,01,1,2,3");
        var mapping = Write("mapping.csv", Mapping,
            "01,Hà Nội,001,Ba Đình,00001,Phúc Xá,01,Hà Nội,00097,Hồng Hà,true,true", "01,Hà Nội,001,Ba Đình,00006,Vĩnh Phúc,01,Hà Nội,00008,Ngọc Hà,có lẽ,true",
            "01,Hà Nội,001,Ba Đình,00006,Vĩnh Phúc,01,Hà Nội,00004,Ba Đình,false,true", "01,Hà Nội,001,Ba Đình,00007,,01,Hà Nội,xx,,false,true");
        var done = await Import(house, [mapping, communes]);
        Assert.Equal(
            [
                "mapping.csv 3", "mapping.csv 5", "2025_communes.csv 3", "2025_communes.csv 4", "2025_communes.csv 5", "2025_communes.csv 6",
                "2025_communes.csv 7", "2025_communes.csv 8", "2025_communes.csv 11", "2025_communes.csv 12",
            ],
            done.Rejected.OrderBy(r => r.File == "2025_communes.csv").ThenBy(r => r.Line).Select(r => $"{r.File} {r.Line}"));
        Assert.Equal("đơn vị 00070 thuộc đơn vị cấp trên “99” không có trong danh mục",
            done.Rejected.Single(r => r.Line == 5 && r.File == "2025_communes.csv").Reason);
        Assert.Contains("không đủ 3321", Assert.Single(done.Notes));
        Assert.Equal((34, 105), (done.Provinces, done.Communes));
        await using var db = house.Db();
        Assert.Equal(["Phường Ba Đình", "Phường Cầu Giấy", "Phường Nghĩa Đô"],
            await db.Set<AdministrativeUnitRow>().Where(u => u.Parent == "01").OrderBy(u => u.Code == "00160").ThenBy(u => u.Code)
                .Select(u => u.Name).ToListAsync());
        Assert.Equal(UnitKind.Ward, (await db.Set<AdministrativeUnitRow>().SingleAsync(u => u.Code == "00160")).Kind);
        // 00001 is marked as split: its second line may be among those that are broken.
        Assert.Equal((278 + 1, 8 + 1), (done.Mapped, done.Ambiguous));
    }

    [Theory]
    [InlineData("README.md", "# admin-units\n\nSources")]
    [InlineData("rules.csv", "key,scope,value\na,b,c")]
    [InlineData("empty.csv", "")]
    public async Task A_file_that_is_no_list_is_refused_and_nothing_goes_in(string name, string text)
    {
        await using var house = await TestHouse.Open();
        var before = await Rows(house);
        var path = Path.Combine(folder.FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var done = await Import(house, [.. Small(), path]);
        Assert.StartsWith($"Tệp {name} không phải danh mục đơn vị hành chính", done.Refusal);
        Assert.Equal((34, 102), (done.Provinces, done.Communes));
        Assert.Equal(before, await Rows(house));
        Assert.StartsWith("Không đọc được tệp", (await Import(house, [path + ".none"])).Refusal);
        Assert.StartsWith("Không đọc được tệp", (await Import(house, [folder.FullName])).Refusal);
    }

    [Fact]
    public async Task Provinces_of_before_are_told_from_those_of_today_without_the_files_name()
    {
        await using var house = await TestHouse.Open();
        await Import(house,
        [
            Write("a.csv", "code,name,type", "02,Tỉnh Hà Giang,tinh", "08,Tỉnh Tuyên Quang,tinh"), Write("b.csv", "code,name,type", "08,Tỉnh Tuyên Quang,tinh"),
        ]);
        await using var db = house.Db();
        Assert.Equal(["02 2025-06-30", "08 2025-06-30", "08 "],
            (await db.Set<AdministrativeUnitRow>().Where(u => u.Code == "02" || u.Code == "08").OrderBy(u => u.Code).ThenBy(u => u.From).ToListAsync())
            .Select(u => $"{u.Code} {u.To:yyyy-MM-dd}"));
    }

    [Fact]
    public async Task The_product_knows_the_provinces_and_the_communes_of_its_own_province_without_an_import()
    {
        await using var house = await TestHouse.Open();
        await using var db = house.Db();
        var book = (await house.References.Get(db, CancellationToken.None)).Units;
        var today = new DateOnly(2026, 11, 17);
        Assert.Equal(34, book.All.Count(u => u.Level == Level.Province && u.HoldsOn(today)));
        var own = book.Under("66", today).ToList();
        Assert.Equal((88, 14), (own.Count(u => u.Kind == UnitKind.Commune), own.Count(u => u.Kind == UnitKind.Ward)));
        Assert.All(own, u => Assert.True(u.Verified && u.LegalBasis.StartsWith("NQ 1660/NQ-UBTVQH15 Đ.1.", StringComparison.Ordinal)));
        Assert.Equal(own.Count, own.Count(u => book.Origins(u).Any()));
        var old = book.All.Where(u => u.Level == Level.Commune && u.To is not null).ToList();
        Assert.Equal(286, old.Count);
        Assert.Equal(8, old.Count(u => book.On(u, today).Ambiguous));
    }

    private const string Mapping =
        "old_province_code,old_province,old_district_code,old_district,old_commune_code,old_commune,new_province_code,new_province,"
        + "new_commune_code,new_commune,old_commune_is_split,new_commune_is_merged";

    private string[] Small() =>
    [
        Write("pre2025_communes.csv", "code,name,type,district_code,province_code", "00001,Phường Phúc Xá,phuong,001,01"),
        Write("2026-07_communes.csv", "code,name,name_en,type,province_code", "00097,Phường Hồng Hà,Hong Ha,phuong,01"),
        Write("mapping.csv", Mapping, "01,Hà Nội,001,Ba Đình,00001,Phúc Xá,01,Hà Nội,00097,Hồng Hà,false,true"),
    ];

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, string.Join("\r\n", lines));
        return path;
    }

    /// <summary>The lists of the country, which lie beside the project and not in it.</summary>
    private static string[] Country()
    {
        var shared = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", "admin-units"));
        if (!Directory.Exists(shared))
            Assert.Skip("no ../shared: the lists of units are not beside the project");
        return [.. Names.Select(n => Path.Combine(shared, n))];
    }

    private static async Task<UnitsImported> Import(TestHouse house, string[] files)
    {
        await using var db = house.Db();
        return await new ImportUnits(db).Do(files);
    }

    private static async Task<IReadOnlyList<string>> Rows(TestHouse house)
    {
        await using var db = house.Db();
        var units = await db.Set<AdministrativeUnitRow>().AsNoTracking().ToListAsync();
        var mappings = await db.Set<AdministrativeUnitMappingRow>().AsNoTracking().ToListAsync();
        return [.. units.Select(u => u.ToUnit().ToString()).Concat(mappings.Select(m => m.ToSuccession().ToString())).Order(StringComparer.Ordinal)];
    }
}
