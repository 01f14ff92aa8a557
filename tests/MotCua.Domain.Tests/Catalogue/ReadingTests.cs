using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Catalogue;

/// <summary>What the national database writes is read, or said to be unreadable; never guessed.</summary>
public sealed class ReadingTests
{
    [Theory]
    [Requirement("R-ADM-16")]
    [InlineData("10", "WORKING_DAY", "", 10, LimitUnit.WorkingDay)]
    [InlineData("7.5", "WORKING_DAY", "", 7.5, LimitUnit.WorkingDay)]
    [InlineData("7,5", "Ngày làm việc", "", 7.5, LimitUnit.WorkingDay)]
    [InlineData("20", "DAY", "kể từ ngày nhận đủ hồ sơ", 20, LimitUnit.CalendarDay)]
    [InlineData("4", "Giờ", "", 4, LimitUnit.WorkingHour)]
    [InlineData("2", "MONTH", "", 2, LimitUnit.Month)]
    public void A_number_with_a_unit_is_a_limit(string number, string unit, string note, double amount, LimitUnit read)
    {
        var (limit, state) = LimitReading.Read(number, unit, note);
        Assert.Equal(new TimeLimit((decimal)amount, read), limit);
        Assert.Equal(LimitState.Parsed, state);
    }

    [Theory]
    [InlineData("1", null, "", LimitState.Flagged)]
    [InlineData("1", "OTHER", "", LimitState.Flagged)]
    [InlineData(null, null, "Trong thời hạn 05 ngày làm việc", LimitState.Flagged)]
    [InlineData("Không quá 10 ngày làm việc.", "OTHER", "", LimitState.Flagged)]
    [InlineData("0", "HOUR", "", LimitState.Absent)]
    [InlineData(null, null, "Nộp hồ sơ tại trụ sở cơ quan.", LimitState.Absent)]
    [InlineData(null, null, null, LimitState.Absent)]
    [InlineData("-3", "DAY", "", LimitState.Absent)]
    public void Whatever_lacks_a_number_or_a_unit_is_no_limit(string? number, string? unit, string? note, LimitState state)
    {
        Assert.Equal((null, state), LimitReading.Read(number, unit, note));
    }

    [Theory]
    [InlineData("FEE", 30000, "VND", "", 30000, null)]
    [InlineData("FEE", 30000, "VND", "30.000 đồng/hồ sơ", 30000, null)]
    [InlineData("FEE", 0, "VND", "Miễn lệ phí", 0, null)]
    [InlineData("NONE", 0, "VND", "", null, null)]
    [InlineData("FEE", 40, "VND", "40.000đ/giấy thông hành", null, DefectKind.FeeLostThousands)]
    [InlineData("FEE", 200, "VND", "", null, DefectKind.FeeLostThousands)]
    [InlineData("FEE", 20, "USD", "20 USD/giấy", null, DefectKind.FeeForeign)]
    [InlineData("FEE", 50000, "VND", "áp dụng mức phí 25.000 đồng", null, DefectKind.FeeInProse)]
    [InlineData("FEE", 0, "VND", "Mức lệ phí do Hội đồng nhân dân tỉnh quyết định", null, DefectKind.FeeInProse)]
    [InlineData("TEXT", null, "", "Bằng 50% mức thu", null, DefectKind.FeeInProse)]
    public void A_fee_is_an_amount_only_where_number_and_words_agree(
        string kind, int? amount, string currency, string text, int? read, DefectKind? defect)
    {
        var (dong, found) = FeeReading.Read(new WrittenFee(kind, amount, currency, text));
        Assert.Equal(read, (int?)dong?.Amount);
        Assert.Equal(defect, found);
    }

    [Theory]
    [Requirement("R-FORM-19")]
    [InlineData("1.000948", true)]
    [InlineData("3.000527.H61", true)]
    [InlineData("1.001193.000.00.00.H35", true)]
    [InlineData("1.0133611", false)]
    [InlineData("2.009182-Xoa", false)]
    [InlineData("9.000948", false)]
    [InlineData("1.000948.35", false)]
    public void Codes_have_one_form(string code, bool usual) => Assert.Equal(usual, CodeReading.IsUsual(code));

    [Fact]
    public void Every_kind_of_defect_has_a_name_for_programs_that_leads_back()
    {
        Assert.All(Enum.GetValues<DefectKind>(), k => Assert.Equal(k, Defect.Find(Defect.NameOf(k))));
        Assert.Equal("fee-lost-thousands", Defect.NameOf(DefectKind.FeeLostThousands));
    }
}
