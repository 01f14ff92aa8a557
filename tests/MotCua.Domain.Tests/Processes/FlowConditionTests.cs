using MotCua.Domain.Processes;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>The language of conditions: closed, and exact about where a text leaves it.</summary>
public sealed class FlowConditionTests
{
    private static readonly Dictionary<string, DataValue> Data = new()
    {
        ["form.area"] = new(Number: 120.5m), ["dossier.channel"] = new(Text: "online"), ["form.born"] = new(Day: new DateOnly(2026, 3, 31)),
        ["form.married"] = new(Truth: true), ["step.check.outcome"] = new(Text: "đạt"),
    };

    [Theory]
    [InlineData("form.area > 120", true)]
    [InlineData("form.area >= 120.5 and form.area <= 120.5", true)]
    [InlineData("form.area < 120.5", false)]
    [InlineData("form.area != 1", true)]
    [InlineData("dossier.channel = \"online\"", true)]
    [InlineData("dossier.channel == 'direct'", false)]
    [InlineData("dossier.channel in ['direct', 'online']", true)]
    [InlineData("dossier.channel not in ['direct', 'online']", false)]
    [InlineData("not dossier.channel = 'direct'", true)]
    [InlineData("form.born < 2026-04-01", true)]
    [InlineData("form.married = true and step.check.outcome = 'đạt'", true)]
    [InlineData("form.area < 0 and form.area < 0 or form.married = true", true)]
    [InlineData("form.area < 0 and (form.area < 0 or form.married = true)", false)]
    [InlineData("not (form.area < 0 or form.married = false)", true)]
    [InlineData("form.area > -1", true)]
    public void A_condition_holds_or_not(string text, bool holds)
    {
        var read = ConditionParser.Read(text);
        Assert.Equal("", read.Fault);
        Assert.Equal(holds, read.Condition!.Holds(n => Data.GetValueOrDefault(n)));
    }

    [Theory]
    [InlineData("form.gone = 1")]
    [InlineData("form.gone in [1, 2]")]
    [InlineData("form.gone < 1")]
    [InlineData("form.area = '120.5'")]
    [InlineData("form.area >= true")]
    public void What_is_not_there_or_of_another_kind_compares_with_nothing(string text) =>
        Assert.False(ConditionParser.Read(text).Condition!.Holds(n => Data.GetValueOrDefault(n)));

    [Theory]
    [InlineData("${approved}", 1, "không dùng được ký tự “$”")]
    [InlineData("= approved", 1, "cần tên dữ liệu bắt đầu bằng dossier., form., step.; gặp “=”")]
    [InlineData("approved", 1, "cần tên dữ liệu bắt đầu bằng dossier., form., step.; gặp “approved”")]
    [InlineData("form.approved", 14, "cần phép so sánh (=, !=, <, <=, >, >=, in), gặp “hết điều kiện”")]
    [InlineData("form = 1", 6, "cần tên trường sau “form”, như form.ten")]
    [InlineData("form.a = form.b", 10, "cần một giá trị (chuỗi trong ngoặc kép, số, ngày, true, false), gặp “form”")]
    [InlineData("form.a = 'x", 10, "thiếu dấu đóng của chuỗi")]
    [InlineData("form.a = 2026-02-30", 10, "“2026-02-30” không phải số (12.5) hay ngày (2026-03-31)")]
    [InlineData("form.a in 1", 11, "cần danh sách “[ … ]” sau “in”, gặp “1”")]
    [InlineData("form.a in [1; 2]", 13, "không dùng được ký tự “;”")]
    [InlineData("form.a = 1 form.b = 2", 12, "thừa “form”")]
    [InlineData("(form.a = 1", 12, "cần dấu “)”, gặp “hết điều kiện”")]
    [InlineData("form.a = 1 and", 15, "cần tên dữ liệu bắt đầu bằng dossier., form., step.; gặp “hết điều kiện”")]
    [InlineData("system('rm')", 1, "cần tên dữ liệu bắt đầu bằng dossier., form., step.; gặp “system”")]
    [InlineData("", 1, "cần tên dữ liệu bắt đầu bằng dossier., form., step.; gặp “hết điều kiện”")]
    public void Another_language_is_a_fault_with_its_place(string text, int at, string fault) =>
        Assert.Equal(new ConditionReading(null, at, fault), ConditionParser.Read(text));

    [Fact]
    public void Endless_nesting_and_length_are_faults()
    {
        Assert.Equal("lồng nhau quá sâu", ConditionParser.Read(new string('(', 1000) + "form.a = 1").Fault);
        Assert.Equal("dài hơn 2000 ký tự", ConditionParser.Read("form.a = 1" + new string(' ', 2000)).Fault);
    }
}
