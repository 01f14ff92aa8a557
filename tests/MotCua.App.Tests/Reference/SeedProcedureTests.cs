using System.Globalization;
using System.Text;
using System.Text.Json;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Testing;
using Sylvan.Data.Csv;
using Xunit;

namespace MotCua.App.Tests.Reference;

/// <summary>The procedures of the seed can be received as they stand, and say honestly where they come from.</summary>
public sealed class SeedProcedureTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    public static TheoryData<string> Codes => [.. SeedFiles.Procedures.Where(p => p.To is null).Select(p => p.Code)];

    [Fact]
    public void About_sixty_procedures_of_communes_and_provinces_are_there_without_an_import()
    {
        var now = SeedFiles.Procedures.Where(p => p.From <= Today && p.To is null).ToList();
        Assert.True(now.Count >= 60, $"{now.Count}");
        Assert.True(now.Count(p => p.CompetentLevel == Level.Commune) >= 40 && now.Count(p => p.CompetentLevel == Level.Province) >= 15);
        Assert.True(now.Select(p => p.Sector).Distinct().Count() >= 15);
    }

    [Theory, MemberData(nameof(Codes))]
    public void Each_case_has_papers_and_a_limit_and_every_paper_and_limit_belongs_to_a_case(string code)
    {
        foreach (var p in SeedFiles.Procedures.Where(p => p.Code == code))
        {
            Assert.Equal(p.Papers.Count, p.Papers.Select(x => x.Code).Distinct().Count());
            Assert.Equal(p.Cases.Count, p.Cases.Distinct().Count());
            Assert.All(p.Papers.Select(x => x.Case).Concat(p.Limits.Select(l => l.Case)).OfType<string>(), c => Assert.Contains(c, p.Cases));
            foreach (var caseName in p.Cases.DefaultIfEmpty(null!))
            {
                Assert.NotEmpty(p.PapersFor(caseName));
                Assert.All(Enum.GetValues<Channel>(), channel => Assert.NotNull(p.LimitFor(channel, caseName)));
            }
            Assert.All(p.Papers, x => Assert.True(x.Originals + x.Copies > 0, $"{code} {x.Name}: a note or heading is no paper"));
            Assert.All(p.Papers.Where(x => !x.Required), x => Assert.False(string.IsNullOrWhiteSpace(x.Note), $"{code} {x.Name}: when is it asked for?"));
        }
    }

    [Theory, MemberData(nameof(Codes))]
    public void People_find_it_by_words_of_their_own_written_with_tones(string code)
    {
        var procedure = SeedFiles.Procedures.Single(p => p.Code == code && p.To is null);
        Assert.InRange(procedure.Keywords.Count, 4, 10);
        Assert.Equal(procedure.Keywords.Count, procedure.Keywords.Select(VietnameseText.Fold).Distinct().Count());
        Assert.All(procedure.Keywords, k => Assert.Equal(k.Normalize(NormalizationForm.FormC).Trim(), k));
        Assert.Contains(procedure.Keywords, k => VietnameseText.Fold(k) != k.ToLower(CultureInfo.InvariantCulture));
    }

    [Theory, MemberData(nameof(Codes))]
    public void It_says_from_which_record_it_was_read_and_calls_nothing_verified_for_days_before_that(string code)
    {
        foreach (var p in SeedFiles.Procedures.Where(p => p.Code == code))
        {
            var verified = p.Verified || p.Limits.Any(l => l.Verified) || p.Tariffs.Any(t => t.Verified);
            Assert.True(p.To is null || !verified, $"{code} v{p.Version}");
            if (p.To is null)
                Assert.Contains($"mã {code}", p.Source);
            // What another province announced binds nobody here.
            Assert.False(verified && p.Source.Contains("dữ liệu trình diễn cho Đắk Lắk"), code);
            Assert.All(p.Tariffs.Where(t => t.Verified), t => Assert.DoesNotContain("nghị quyết chưa đọc", t.LegalBasis));
            // An amount that lost its thousands.
            Assert.All(p.Tariffs, t => Assert.True(t.Amount.Amount is 0 or >= 1000, $"{code} {t.Name}"));
        }
    }

    [Fact]
    public void The_department_of_each_procedure_is_one_unit_at_every_commune_or_in_the_province()
    {
        var agencies = new AgencyDirectory(JsonSerializer.Deserialize<List<Agency>>(File.ReadAllText(Repository.Path("data", "agencies.json")), Json.Stored)!);
        foreach (var p in SeedFiles.Procedures.Where(p => p.To is null && p.CompetentLevel == Level.Province))
        {
            var unit = Assert.Single(agencies.All, a => a.Function == p.Department && agencies.Find(a.Parent ?? default)?.Level == Level.Province
                && a.Place == (p.Department == "land-registry" ? "Buôn Ma Thuột" : "Đắk Lắk"));
            Assert.Equal(AgencyKind.Department, agencies.Find(unit.Parent!.Value)!.Kind);
        }
        foreach (var committee in agencies.All.Where(a => a is { Kind: AgencyKind.Committee, Level: Level.Commune, Id.Value: < 100 }))
            foreach (var p in SeedFiles.Procedures.Where(p => p.To is null && p.CompetentLevel == Level.Commune))
                Assert.NotEqual(committee.Id, agencies.Department(committee.Id, p.Department));
    }

    [Fact]
    public void Life_events_name_procedures_of_the_seed_and_of_the_country()
    {
        var rows = Events();
        Assert.True(rows.Count >= 30);
        Assert.Equal(rows.Count, rows.Select(r => VietnameseText.Fold(r.Event)).Distinct().Count());
        Assert.All(rows, r => Assert.True(r.Words.Length >= 2 && r.Procedures.Length >= 1 && r.Procedures.Distinct().Count() == r.Procedures.Length, r.Event));
        var seed = SeedFiles.Procedures.Select(p => p.Code).ToHashSet();
        Assert.True(rows.SelectMany(r => r.Procedures).Where(seed.Contains).Distinct().Count() >= 60, "Nearly all of the seed belongs to an event.");
        foreach (var needed in new[] { "sinh con", "cưới", "xây nhà", "mở hộ kinh doanh", "có người mất", "chuyển trường", "nhập ngũ", "vay vốn" })
            Assert.Contains(rows, r => r.Words.Contains(needed));
    }

    [Fact]
    public void Every_code_that_is_named_stands_in_the_catalogue_of_the_country()
    {
        var catalogue = Repository.Path("..", "shared", "data", "procedures", "catalog.jsonl");
        if (!File.Exists(catalogue))
            Assert.Skip("no ../shared: the catalogue of procedures is not beside the project");
        var known = new[] { catalogue, Repository.Path("..", "shared", "data", "procedures", "procedures_detail.jsonl") }.SelectMany(File.ReadLines)
            .Select(l => JsonDocument.Parse(l)).Select(d => d.RootElement.GetProperty("code").GetString()!.Trim()).ToHashSet();
        Assert.All(Events().SelectMany(r => r.Procedures).Concat(SeedFiles.Procedures.Select(p => p.Code))
            // The code of this group is from memory, which its source says.
            .Where(c => c != "2.002622").Distinct(), c => Assert.Contains(c, known));
    }

    private static List<(string Event, string[] Words, string[] Procedures)> Events()
    {
        using var csv = CsvDataReader.Create(Repository.Path("data", "law", "life-events.csv"));
        var rows = new List<(string, string[], string[])>();
        while (csv.Read())
            rows.Add((csv.GetString(csv.GetOrdinal("event")), csv.GetString(csv.GetOrdinal("words")).Split('|'),
                csv.GetString(csv.GetOrdinal("procedures")).Split('|')));
        return rows;
    }
}
