using MotCua.Domain.Papers;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.Papers.Documents;
using MotCua.Domain.Papers.Reading;
using MotCua.Domain.People;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Papers;

public class DigitizingTests
{
    private static readonly DocumentFacts Facts = new("KQ1", "Giấy", "1", null, null, null, null, null, null);
    private static readonly DocumentOwner Owner = new(IdentityKind.CitizenNumber, "066195003377", "Phan Thị Bích Ngọc", null);
    private static readonly SignedCopy Copy = new("dd", 1, new DateTimeOffset(2026, 11, 24, 1, 0, 0, TimeSpan.Zero), "01");

    private static DigitizedPaper Paper(params LaidPage[] pages) => new(Guid.Empty, pages, null);

    private static LaidPage Page(int number, bool again = false) => new("ss", number, "pp", 0, again);

    [Fact]
    [Requirement("R-DIG-01")]
    public void A_paper_goes_through_the_four_steps_in_order_and_through_no_other()
    {
        var paper = Paper(Page(1));
        Assert.Equal("digitize.order", paper.Extract(Facts, Owner).No!.Code);
        Assert.Equal("digitize.order", paper.GiveCode("c").No!.Code);
        Assert.Equal("digitize.order", paper.Keep(Guid.Empty).No!.Code);
        paper = paper.Sign(Copy).Paper;
        Assert.Equal(DigitizingStep.Extract, paper.Next);
        Assert.Equal("digitize.signed", paper.Sign(Copy).No!.Code);
        Assert.Equal("digitize.signed", paper.Lay([], null).No!.Code);
        paper = paper.Extract(Facts, Owner).Paper;
        paper = paper.GiveCode("c").Paper;
        Assert.Equal("digitize.done", paper.GiveCode("d").No!.Code);
        paper = paper.Keep(Guid.NewGuid()).Paper;
        Assert.Null(paper.Next);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(1, false)]
    [Requirement("R-DIG-06")]
    public void A_page_with_a_note_has_two_images_and_counts_once(int sides, bool fits)
    {
        var paper = Paper(Page(1), Page(2, again: true), Page(3)).Lay([Page(1), Page(2, again: true), Page(3)], sides).Paper;
        Assert.Equal(fits, paper.Copied is null);
    }

    [Theory]
    [InlineData("{owner}-{type}-{yy}{n}", "066195003377", "066195003377-KQ1-26000007")]
    [InlineData("{owner}-{type}-{yy}{n}", null, "-KQ1-26000007")]
    [InlineData("{agency}_{type}_{n}_V{v}", null, "H15.12_KQ1_000007_V1")]
    [Requirement("R-DIG-10"), Requirement("R-DIG-23")]
    public void Codes_follow_the_pattern_of_the_day(string pattern, string? owner, string code) =>
        Assert.Equal(code, DigitizationCode.Format(pattern, owner, "KQ1", "H15.12", new DateOnly(2026, 11, 24), 7));

    [Theory]
    [InlineData("{owner}-{type}")]
    [InlineData("{owner}-{n}-{x}")]
    [InlineData("{n")]
    [InlineData(null)]
    public void A_pattern_without_its_number_or_with_strange_braces_is_none(string? pattern) => Assert.False(DigitizationCode.IsValid(pattern));

    [Theory]
    [InlineData(PaperForm.Original, "Direct", true, DigitizingScope.Must)]
    [InlineData(PaperForm.Original, "Direct", false, DigitizingScope.OnRequest)]
    [InlineData(PaperForm.Photocopy, "Direct", true, DigitizingScope.Not)]
    [InlineData(PaperForm.Shown, "Direct", true, DigitizingScope.Not)]
    [InlineData(PaperForm.Original, "Online", true, DigitizingScope.Not)]
    [Requirement("R-DIG-03"), Requirement("R-DIG-04"), Requirement("R-DIG-16")]
    public void The_class_and_the_form_of_a_paper_say_whether_it_is_digitized(PaperForm form, string channel, bool isResult, DigitizingScope scope)
    {
        var rules = new ScopeRules(["Photocopy", "CertifiedCopy", "Shown", "Electronic"], ["Online"], [ScopeRules.Result], ["9"]);
        var (found, why) = rules.Of("1", isResult, form, channel);
        Assert.Equal(scope, found);
        Assert.Equal(scope == DigitizingScope.Not, why is not null);
        Assert.Equal("scope.secret", rules.Of("9", isResult, PaperForm.Original, "Direct").Why!.Code);
    }

    [Fact]
    public void Pages_go_where_the_separator_sheet_says_and_else_one_component_after_the_other()
    {
        FedPage[] fed = [new(1, false, null), new(2, false, null), new(3, true, null), new(4, false, null), new(5, false, 3), new(6, false, null)];
        var laid = PageLaying.Propose(fed, ["a", "b", "c"], ["a", "b", "c"]);
        Assert.Equal(["a", "a", null, "b", null, "c"], laid.Select(p => p.Component));
    }

    [Fact]
    public void A_value_is_found_on_the_page_also_where_its_tones_were_misread()
    {
        ReadWord Word(string text, int left) => new(text, left, 100, 50, 20, 1, 1);
        var page = new ReadPage(1, 1000, 1000, [Word("Ho", 0), Word("ten:", 60), Word("Phan", 120), Word("Thi", 180), Word("Bich", 240), Word("Ngọc", 300)])
        {
            Place = PagePlace.Same(1000, 1000),
        };
        var place = FieldPlaces.Find([page], "Phan Thị Bích Ngọc")!.Value;
        Assert.Equal((120, 230), (place.Box.Left, place.Box.Width));
        var dated = page with { Words = [Word("ngày", 0), Word("06", 60), Word("tháng", 120), Word("3", 180), Word("năm", 240), Word("2019", 300)] };
        Assert.Equal(60, FieldPlaces.Find([dated], "2019-03-06")!.Value.Box.Left);
        Assert.Null(FieldPlaces.Find([page], "Nguyễn Văn A"));
    }
}
