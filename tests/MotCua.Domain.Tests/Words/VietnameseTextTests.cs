using CsCheck;
using MotCua.Domain.Words;
using Xunit;

namespace MotCua.Domain.Tests.Words;

public sealed class VietnameseTextTests
{
    // Letters, marks, apostrophes, blanks, invisible characters and half surrogates, so that they meet often.
    private static readonly Gen<string> Anything = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["aAeEoOuUdDđĐÐnNiyHhsằếộƯơƀČñŭĭ\u0300\u0301\u0302\u0303\u0306\u0309\u030C\u031B\u0323\u0335\u0340" +
            " \t\n\u00A0\u200B\uFEFF\0'’ʼ-.–1\uD83D\uDE00ßœ"]]);

    [Fact]
    public void These_tests_run_without_globalization_as_the_product_does() =>
        Assert.True(AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on);

    [Fact]
    public void Every_vowel_is_composed_from_its_parts_in_any_order()
    {
        foreach (var (plain, shape, tone, composed) in Syllables.Letters())
        {
            Assert.Equal($"{composed}", VietnameseText.Nfc($"{plain}{shape}{tone}"));
            Assert.Equal($"{composed}", VietnameseText.Nfc($"{plain}{tone}{shape}"));
            Assert.Equal($"{composed}", VietnameseText.Nfc(VietnameseText.Nfc($"{plain}{shape}") + tone));
            Assert.Equal($"{composed}", VietnameseText.Nfc(VietnameseText.Nfc($"{plain}{tone}") + shape));
        }
    }

    [Fact]
    public void Every_syllable_taken_apart_is_composed_to_itself()
    {
        var count = 0;
        foreach (var syllable in Syllables.All())
        {
            Assert.Equal(syllable, VietnameseText.Nfc(Syllables.Apart(syllable, toneFirst: false)));
            Assert.Equal(syllable, VietnameseText.Nfc(Syllables.Apart(syllable, toneFirst: true)));
            Assert.Equal(syllable, VietnameseText.Nfc(syllable));
            count++;
        }
        Assert.True(count > 30_000, $"only {count} syllables");
    }

    [Theory]
    [InlineData("u\u0306", "ŭ")]
    [InlineData("I\u0306", "Ĭ")]
    [InlineData("c\u030C", "č")]
    [InlineData("b\u0335", "ƀ")]
    [InlineData("o\u0306", "ŏ")]
    [InlineData("e\u0306", "ĕ")]
    [InlineData("N\u0303", "Ñ")]
    [InlineData("e\u0302\u0306", "ê\u0306")]
    [InlineData("e\u0306\u0302", "ê\u0306")]
    [InlineData("o\u0306\u031B", "ơ\u0306")]
    [InlineData("a\u0306\u0323", "ặ")]
    [InlineData("a\u0340\u0302", "ầ")]
    [InlineData("Mu\u0308ller", "Müller")]
    public void Letters_of_the_highlands_and_of_neighbours_are_composed_too(string apart, string composed) =>
        Assert.Equal(composed, VietnameseText.Nfc(apart));

    [Fact]
    public void Composing_twice_changes_nothing() =>
        Anything.Sample(text => VietnameseText.Nfc(VietnameseText.Nfc(text)) == VietnameseText.Nfc(text));

    [Theory]
    [InlineData("Nguyễn Thị Hòa", "nguyen thi hoa")]
    [InlineData("NGUYỄN THỊ HOÀ", "nguyen thi hoa")]
    [InlineData("Đặng  Thuỳ\tTrâm ", "dang thuy tram")]
    [InlineData("Ðặng Thuỳ Trâm", "dang thuy tram")]
    [InlineData("H'Ngát Byă", "hngat bya")]
    [InlineData("H’ Ngát\u00A0Byă", "hngat bya")]
    [InlineData("chị H' Ngát", "chi hngat")]
    [InlineData("Rah' Lan", "rah lan")]
    [InlineData("Y Moan Êñuôl", "y moan enuol")]
    [InlineData("Buôn Kƀu, Čư Êbur, Ŭn, Ĭch, Ŏm", "buon kbu, cu ebur, un, ich, om")]
    [InlineData("Krông Pač – ê\u0306 Ơ\u0306", "krong pac - e o")]
    [InlineData("H15.12.01-261122-0003", "h15.12.01-261122-0003")]
    [InlineData("Jørgen Weiß", "jorgen weiss")]
    [InlineData("", "")]
    public void Folding_drops_case_tones_marks_and_apostrophes(string text, string folded) => Assert.Equal(folded, VietnameseText.Fold(text));

    [Fact]
    public void Every_syllable_folds_to_plain_letters_whether_composed_or_not()
    {
        foreach (var syllable in Syllables.All())
        {
            var folded = VietnameseText.Fold(syllable);
            Assert.True(folded.All(char.IsAsciiLetterLower), syllable);
            Assert.Equal(folded, VietnameseText.Fold(Syllables.Apart(syllable, toneFirst: false)));
            Assert.Equal(folded, VietnameseText.Fold(syllable.ToUpperInvariant()));
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing() =>
        Anything.Sample(text => VietnameseText.Fold(VietnameseText.Fold(text)) == VietnameseText.Fold(text));

    [Fact]
    public void Cleaning_does_not_change_what_is_found() =>
        Anything.Sample(text => VietnameseText.Fold(VietnameseText.Clean(text) ?? "") == VietnameseText.Fold(WithoutHalves(text)));

    [Theory]
    [InlineData("  Nguyễn \t Văn\r\n An ", "Nguyễn Văn An")]
    [InlineData("Nguye\u0302\u0303n\u200B An\u0000", "Nguyễn An")]
    [InlineData("Ðinh Núp", "Đinh Núp")]
    [InlineData("\u200F \uFEFF", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Clean_text_is_composed_and_has_no_waste(string? typed, string? clean) => Assert.Equal(clean, VietnameseText.Clean(typed));

    [Fact]
    public void Half_a_surrogate_pair_is_dropped_and_a_whole_one_stays()
    {
        Assert.Equal("ab", VietnameseText.Clean("a" + '\uD83D' + "b"));
        Assert.Equal("a😀b", VietnameseText.Clean("a😀b"));
    }

    [Fact]
    public void Clean_text_stays_clean() => Anything.Sample(text =>
    {
        var clean = VietnameseText.Clean(text);
        return clean is null || (clean.Length > 0 && clean.Trim() == clean && !clean.Contains("  ") && !clean.Any(char.IsControl)
            && VietnameseText.Clean(clean) == clean && WithoutHalves(clean) == clean);
    });

    [Theory]
    [InlineData("Nguyễn Văn An", true)]
    [InlineData("H'Ngát Byă", true)]
    [InlineData("H’Ngát Niê Kđăm", true)]
    [InlineData("Y Čôn Kƀuôr", true)]
    [InlineData("Ê\u0306 Ơ\u0306", true)]
    [InlineData("Jean-Pierre St. Clair", true)]
    [InlineData("สมชาย", true)]
    [InlineData("An", true)]
    [InlineData("Nguyễn Văn 2", false)]
    [InlineData("'An", false)]
    [InlineData("Nguyễn <b>An</b>", false)]
    [InlineData("...", false)]
    [InlineData(" ", false)]
    [InlineData(null, false)]
    public void A_name_has_letters_and_what_stands_between_them(string? text, bool isName) => Assert.Equal(isName, VietnameseText.IsName(text));

    private static string WithoutHalves(string text)
    {
        var kept = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogatePair(text, i))
                kept.Append(text[i]).Append(text[++i]);
            else if (!char.IsSurrogate(text[i]))
                kept.Append(text[i]);
        return kept.ToString();
    }
}
