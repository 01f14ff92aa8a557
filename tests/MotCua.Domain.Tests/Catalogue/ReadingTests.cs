using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Fees;
using MotCua.Domain.Time;
using MotCua.Testing;
using Xunit;

namespace MotCua.Domain.Tests.Catalogue;

/// <summary>What the national database writes is read, or said to be unreadable; never guessed.</summary>
public sealed class ReadingTests
{
    [Theory]
    [Requirement("R-TIME-01")]
    [InlineData("10 ngày làm việc", 10, LimitUnit.WorkingDay)]
    [InlineData("  05  Ngày   làm việc ", 5, LimitUnit.WorkingDay)]
    [InlineData("15 ngày", 15, LimitUnit.CalendarDay)]
    [InlineData("8 giờ làm việc", 8, LimitUnit.WorkingHour)]
    [InlineData("2 tháng", 2, LimitUnit.Month)]
    [InlineData("Trong ngày", 1, LimitUnit.SameDay)]
    [InlineData("1/2 ngày làm việc", 0.5, LimitUnit.WorkingDay)]
    [InlineData("1/2 ngày", 0.5, LimitUnit.CalendarDay)]
    [InlineData("Nửa ngày làm việc", 0.5, LimitUnit.WorkingDay)]
    [InlineData("3/2 tháng", 1.5, LimitUnit.Month)]
    [InlineData("7,5 ngày làm việc", 7.5, LimitUnit.WorkingDay)]
    public void A_whole_limit_is_read_as_people_write_it(string words, double amount, LimitUnit unit)
    {
        Assert.Equal(new TimeLimit((decimal)amount, unit), LimitReading.ReadWhole(words).Limit);
        Assert.Equal(new TimeLimit((decimal)amount, unit), LimitReading.ReadWhole(words.Normalize(System.Text.NormalizationForm.FormD)).Limit);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("10")]
    [InlineData("0 ngày")]
    [InlineData("1/0 ngày")]
    [InlineData("1/3 ngày làm việc")]
    [InlineData("-5 ngày")]
    [InlineData("99999 ngày")]
    [InlineData("3 lần")]
    [InlineData("từ 5 đến 10 ngày làm việc")]
    public void What_is_no_whole_limit_is_not_read(string? words) => Assert.Null(LimitReading.ReadWhole(words).Limit);

    [Theory]
    [Requirement("R-ADM-16")]
    [InlineData("10", "WORKING_DAY", "", 10, LimitUnit.WorkingDay)]
    [InlineData("7.5", "WORKING_DAY", "", 7.5, LimitUnit.WorkingDay)]
    [InlineData("7,5", "Ngày làm việc", "", 7.5, LimitUnit.WorkingDay)]
    [InlineData("20", "DAY", "kể từ ngày nhận đủ hồ sơ", 20, LimitUnit.CalendarDay)]
    [InlineData("4", "Giờ", "", 4, LimitUnit.WorkingHour)]
    [InlineData("2", "MONTH", "", 2, LimitUnit.Month)]
    [InlineData("10 ngày làm việc", "", "", 10, LimitUnit.WorkingDay)]
    [InlineData("3", "working_day", null, 3, LimitUnit.WorkingDay)]
    public void A_number_with_a_unit_is_a_limit(string number, string unit, string? note, double amount, LimitUnit read)
    {
        Assert.Equal(new ReadLimit(new TimeLimit((decimal)amount, read), LimitState.Parsed, null), LimitReading.Read(number, unit, note));
    }

    [Theory]
    [InlineData("1", null, "", DefectKind.TimeWithoutUnit)]
    [InlineData("1", "OTHER", "", DefectKind.TimeWithoutUnit)]
    [InlineData("0", null, "", DefectKind.TimeWithoutUnit)]
    [InlineData("2", "Tuần", "", DefectKind.TimeWithoutUnit)]
    [InlineData("0", "HOUR", "", DefectKind.TimeOdd)]
    [InlineData("-3", "DAY", "", DefectKind.TimeOdd)]
    [InlineData("99999", "DAY", "", DefectKind.TimeOdd)]
    [InlineData(null, null, "Trong thời hạn 05 ngày làm việc", DefectKind.TimeInProse)]
    [InlineData(null, null, "Đổi ngay", DefectKind.TimeInProse)]
    [InlineData(null, null, "Thẻ có giá trị 05 năm", DefectKind.TimeInProse)]
    [InlineData("Không quá 10 ngày làm việc.", "OTHER", "", DefectKind.TimeInProse)]
    [InlineData("10 hoặc 15 ngày", "", "", DefectKind.TimeInProse)]
    [InlineData(null, null, "Nộp hồ sơ tại trụ sở cơ quan.", null)]
    [InlineData(null, null, "Tại cơ quan đại diện của Việt Nam: 10 USD/bản.", null)]
    [InlineData(null, null, "Hướng dẫn tại Thông tư số 36/2021/TT-BGTVT ngày 22/12/2021", null)]
    [InlineData(null, null, "Nghị định số 55/2015/NĐ-CP ngày 09 tháng 6 năm 2015", null)]
    [InlineData(null, "OTHER", null, null)]
    [InlineData(null, null, null, null)]
    public void Whatever_lacks_a_number_or_a_unit_is_no_limit(string? number, string? unit, string? note, DefectKind? defect)
    {
        Assert.Equal(new ReadLimit(null, defect is null ? LimitState.Absent : LimitState.Flagged, defect), LimitReading.Read(number, unit, note));
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
    [InlineData("TEXT", null, "", "Không có", null, null)]
    [InlineData("NONE", 0, "VND", "Không quy định.", null, null)]
    [InlineData("NONE", 0, "VND", "Mức thu theo Biểu phí kèm theo Thông tư", null, DefectKind.FeeInProse)]
    [InlineData("FEE", 0, "VND", "Nghị quyết số 09/2025/NQ-HĐND ngày 27/10/2025", null, DefectKind.FeeInProse)]
    [InlineData("FEE", 0, "VND", "Miễn lệ phí cho hộ nghèo", null, DefectKind.FeeInProse)]
    [InlineData("FEE", 2000000, "VND", "02 triệu đồng/lần cấp", 2000000, null)]
    [InlineData("FEE", 2000000, "VND", "1,5 triệu đồng/lần cấp", null, DefectKind.FeeInProse)]
    [InlineData("FEE", 28000, "Đồng/hồ sơ", "", 28000, null)]
    [InlineData("FEE", 28000, "đ", "", 28000, null)]
    public void A_fee_is_an_amount_only_where_number_and_words_agree(
        string kind, int? amount, string currency, string text, int? read, DefectKind? defect)
    {
        var (dong, found) = FeeReading.Read(new WrittenFee(kind, amount, currency, text));
        Assert.Equal(read, (int?)dong?.Amount);
        Assert.Equal(defect, found);
    }

    [Theory]
    [InlineData("SERVICE_FEE", "", TariffKind.Fee)]
    [InlineData("CHARGE", "Lệ phí: 03 USD/Giấy phép", TariffKind.Fee)]
    [InlineData("FEE", "Phí thẩm định hồ sơ", TariffKind.Charge)]
    [InlineData("UNSPECIFIED", "- Mức phí khai thác tài liệu", TariffKind.Charge)]
    [InlineData("UNSPECIFIED", "Mức thu lệ phí", TariffKind.Fee)]
    [InlineData("LP01", "", TariffKind.Fee)]
    [InlineData("UNSPECIFIED", "10USD/giấy", null)]
    [InlineData("UNSPECIFIED", "Phí, lệ phí theo biểu", null)]
    [InlineData("PRICE_LEVEL", "Giá dịch vụ", null)]
    [InlineData("SERVICE_FEE", "Phí thẩm định", null)]
    public void Fee_and_charge_are_told_apart_only_where_kind_and_words_do(string kind, string text, TariffKind? read) =>
        Assert.Equal(read, FeeReading.KindOf(new WrittenFee(kind, 5000, "VND", text)));

    [Theory]
    [InlineData("20.000 đồng/tờ khai", "tờ khai")]
    [InlineData("250.000đ/ 01 môn thi.", "môn thi")]
    [InlineData("Mức thu 20.000 đồng", "hồ sơ")]
    public void What_one_unit_costs_is_named_after_the_amount(string text, string per) =>
        Assert.Equal(per, FeeReading.PerOf(new WrittenFee("FEE", 20000, "VND", text)));

    [Theory]
    [InlineData(" 1.014325", "1.014325")]
    [InlineData("\u200b1.014325\u00a0", "1.014325")]
    [InlineData(" \t ", null)]
    [InlineData(null, null)]
    public void A_code_loses_the_blanks_around_it_and_nothing_else(string? written, string? code) => Assert.Equal(code, CodeReading.Trim(written));

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
