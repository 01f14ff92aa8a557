using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Time;
using Xunit;

namespace MotCua.Domain.Tests.Catalogue;

public sealed class ComparisonTests
{
    private static readonly string[] NotCompared = ["Code", "Version", "From", "To", "Source", "Verified", "Terms"];

    private static readonly Dictionary<string, (CatalogueField Field, ProcedureVersion Other)> Changes = new()
    {
        ["Name"] = (CatalogueField.Name, Written.Version with { Name = "Khai sinh" }),
        ["Sector"] = (CatalogueField.Sector, Written.Version with { Sector = "Tư pháp" }),
        ["CompetentLevel"] = (CatalogueField.Levels, Written.Version with { CompetentLevel = Level.Province }),
        ["Levels"] = (CatalogueField.Levels, Written.Version with { Levels = [Level.Commune] }),
        ["Department"] = (CatalogueField.Process, Written.Version with { Department = "economy" }),
        ["Process"] = (CatalogueField.Process, Written.Version with { Process = "" }),
        ["Scope"] = (CatalogueField.Scope, Written.Version with { Scope = BoundaryScope.Nation }),
        ["ScopeBasis"] = (CatalogueField.Scope, Written.Version with { ScopeBasis = null }),
        ["PaperAllowed"] = (CatalogueField.Paper, Written.Version with { PaperAllowed = false }),
        ["PaperBasis"] = (CatalogueField.Paper, Written.Version with { PaperBasis = "CT 24/CT-TTg" }),
        ["Immediate"] = (CatalogueField.Result, Written.Version with { Immediate = true }),
        ["ResultName"] = (CatalogueField.Result, Written.Version with { ResultName = "Bản sao" }),
        ["ResultCode"] = (CatalogueField.Result, Written.Version with { ResultCode = "" }),
        ["Cases"] = (CatalogueField.Papers, Written.Version with { Cases = ["Ở nước ngoài", "Trong nước"] }),
        ["Papers"] = (CatalogueField.Papers, Written.Version with { Papers = [Written.Paper] }),
        ["Limits"] = (CatalogueField.Limits, Written.Version with { Limits = [Written.Limit] }),
        ["Tariffs"] = (CatalogueField.Tariffs, Written.Version with { Tariffs = [] }),
        ["LegalBases"] = (CatalogueField.LegalBases, Written.Version with { LegalBases = ["Luật Hộ tịch", "NĐ 123"] }),
        ["Keywords"] = (CatalogueField.Keywords, Written.Version with { Keywords = ["sinh con", "khai sinh"] }),
        ["Decision"] = (CatalogueField.Decision, Written.Version with { Decision = "164/QĐ-BTP" }),
        ["Online"] = (CatalogueField.Online, Written.Version with { Online = OnlineLevel.Full }),
        ["OnlineReason"] = (CatalogueField.Online, Written.Version with { OnlineReason = "Khác" }),
        ["Routing"] = (CatalogueField.Routing, Written.Version with { Routing = Routing.Ministry }),
        ["Details"] = (CatalogueField.Details, Written.Version with { Details = null }),
    };

    private static readonly RequiredPaper[] Papers =
    [
        Written.Paper with { Name = "Đơn" }, Written.Paper with { Originals = 2 }, Written.Paper with { Copies = 0 }, Written.Paper with { Required = false },
        Written.Paper with { Case = null }, Written.Paper with { Form = null }, Written.Paper with { ShowOnly = true }, Written.Paper with { Note = null },
        Written.Paper with { NationalCode = null }, Written.Paper with { ReplacedBy = [] }, Written.Paper with { Forms = [] },
            Written.Paper with { Code = "3" },
        Written.Paper with { Forms = [new FormFile("Tờ khai.docx")] },
    ];

    private static readonly ChannelLimit[] Limits =
    [
        Written.Limit with { Channel = Channel.Postal }, Written.Limit with { Case = "Ở nước ngoài" }, Written.Limit with { LegalBasis = "" },
        Written.Limit with { Verified = false }, Written.Limit with { Limit = new TimeLimit(3.5m, LimitUnit.WorkingDay) },
        Written.Limit with { Limit = new TimeLimit(3, LimitUnit.CalendarDay) },
    ];

    private static readonly Tariff[] Tariffs =
    [
        Written.Tariff with { Name = "Phí" }, Written.Tariff with { Kind = TariffKind.Charge }, Written.Tariff with { Amount = new Dong(8) },
        Written.Tariff with { Per = "bản" }, Written.Tariff with { Channel = null }, Written.Tariff with { LegalBasis = "NQ 2" },
        Written.Tariff with { From = Written.Day.AddDays(1) }, Written.Tariff with { To = Written.Day }, Written.Tariff with { Verified = false },
    ];

    private static readonly ProcedureDetails[] Details =
    [
        Written.Details with { Agency = null }, Written.Details with { Subjects = [] }, Written.Details with { Executing = [] },
        Written.Details with { Authority = [new NamedAgency(null, "Ủy ban nhân dân cấp xã")] }, Written.Details with { Coordinating = "" },
        Written.Details with { ReceivingAddress = "Quầy 2" }, Written.Details with { Steps = [new WrittenStep("Bước một", "Nộp")] },
        Written.Details with { Ways = [Written.Details.Ways[0] with { LimitText = "ba" }] },
        Written.Details with { Ways = [Written.Details.Ways[0] with { Channel = null }] },
        Written.Details with { Ways = [Written.Details.Ways[0] with { Note = "" }] }, Written.Details with { Ways = [Written.Details.Ways[0] with { Limit =
            null }] },
        Written.Details with { Ways = [Written.Details.Ways[0] with { Fees = [new WrittenFee("Lệ phí", 20_000, "VND", "20")] }] },
        Written.Details with { Results = [] }, Written.Details with { LegalTexts = [new LegalText("60/2014/QH13", null)] },
        Written.Details with { Conditions = "" }, Written.Details with { Related = "" }, Written.Details with { Events = [] },
            Written.Details with { Type = "" },
        Written.Details with { State = "UPDATED" }, Written.Details with { Address = "" },
    ];

    public static TheoryData<string> Properties => [.. typeof(ProcedureVersion).GetProperties().Where(p => p.CanWrite).Select(p => p.Name).Except(NotCompared)];

    [Fact]
    public void A_version_compared_with_itself_is_equal_in_every_part()
    {
        var comparison = Comparison.Of(Written.Version, Written.Version with { Version = 7, From = Written.Day.AddDays(9), Source = "khác", Verified = false });
        Assert.Empty(comparison.Changed);
        Assert.Equal(Enum.GetValues<CatalogueField>(), comparison.Fields.Select(f => f.Field));
        Assert.All(comparison.Fields, f => Assert.NotEmpty(f.Lines));
    }

    [Theory, MemberData(nameof(Properties))]
    public void A_change_of_a_property_is_found_in_its_part_and_nowhere_else(string property)
    {
        var (field, other) = Changes[property];
        Assert.Equal([field], Comparison.Of(Written.Version, other).Changed);
        Assert.Equal([field], Comparison.Of(other, Written.Version).Changed);
    }

    [Fact]
    public void Whatever_changes_in_a_row_is_found()
    {
        Assert.All(Papers, p => Assert.Equal(
            [CatalogueField.Papers], Comparison.Of(Written.Version, Written.Version with { Papers = [p, Written.Version.Papers[1]] }).Changed));
        Assert.All(Limits, l => Assert.Equal(
            [CatalogueField.Limits], Comparison.Of(Written.Version, Written.Version with { Limits = [l, Written.Version.Limits[1]] }).Changed));
        Assert.All(Tariffs, t => Assert.Equal([CatalogueField.Tariffs], Comparison.Of(Written.Version, Written.Version with { Tariffs = [t] }).Changed));
        Assert.All(Details, d => Assert.Equal([CatalogueField.Details], Comparison.Of(Written.Version, Written.Version with { Details = d }).Changed));
    }

    [Fact]
    public void Lines_that_belong_together_stand_beside_each_other_and_those_that_went_stay_where_they_stood()
    {
        var first = Written.Version with { Cases = [], Papers = [.. "abcd".Select(c => Of(c, "cũ"))] };
        var second = first with { Papers = [Of('a', "cũ"), Of('c', "mới"), Of('e', "mới"), Of('d', "cũ")] };
        var lines = Comparison.Of(first, second).Fields.Single(f => f.Field == CatalogueField.Papers).Lines;
        Assert.Equal(
            [LineChange.Same, LineChange.Removed, LineChange.Changed, LineChange.Added, LineChange.Same], lines.Select(l => l.Change));
        Assert.Equal(["a", "b", "c", "e", "d"], lines.Select(l => (l.After ?? l.Before)![..1]));
        Assert.StartsWith("c. cũ", lines[2].Before);

        static RequiredPaper Of(char code, string name) => new($"{code}", name, 1, 0, true, null, null, false, null);
    }

    [Fact]
    public void Another_order_alone_is_a_change_that_says_so()
    {
        var lines = Comparison.Of(Written.Version, Written.Version with { Keywords = ["sinh con", "khai sinh"] })
            .Fields.Single(f => f.Field == CatalogueField.Keywords).Lines;
        Assert.Equal(("Thứ tự: khai sinh → sinh con", "Thứ tự: sinh con → khai sinh"), (lines[^1].Before, lines[^1].After));
    }

    [Fact]
    public void Rows_with_the_same_key_are_told_apart()
    {
        var twice = Written.Version with { Tariffs = [Written.Tariff, Written.Tariff with { Amount = new Dong(5000) }] };
        var once = Written.Version with { Tariffs = [Written.Tariff] };
        var lines = Comparison.Of(twice, once).Fields.Single(f => f.Field == CatalogueField.Tariffs).Lines;
        Assert.Equal([LineChange.Same, LineChange.Removed], lines.Select(l => l.Change));
        Assert.Contains("5.000 đồng", lines[1].Before);
    }
}
