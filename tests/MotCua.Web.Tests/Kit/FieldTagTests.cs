using Microsoft.AspNetCore.Html;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>A field wires its label, hint, warning and error, keeps what was typed, and lets nothing through as markup.</summary>
public sealed class FieldTagTests
{
    private const string Evil = "\"><script>alert(1)</script>";

    [Fact]
    public async Task Label_hint_warning_source_and_error_are_wired_to_the_control()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Input.Name", "Hãy nhập tên.");
        var field = await Render.Element(
            new FieldTag { For = Render.For("Input.Name", "An"), Label = "Tên", Hint = "Như trên thẻ", Warn = "Lạ", Source = "CSDL", ViewContext = view },
            "m-field");
        var control = field.QuerySelector("input")!;
        Assert.Equal(control.Id, field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        var said = control.GetAttribute("aria-describedby")!.Split(' ').Select(id => field.QuerySelector("#" + id)!.TextContent);
        Assert.Equal(["Như trên thẻ", "Lỗi: Hãy nhập tên.", "Lạ", "CSDL"], said);
        Assert.Contains("bad", field.ClassList);
    }

    [Fact]
    public async Task A_field_without_remarks_points_at_nothing()
    {
        var field = await Render.Element(new FieldTag { Name = "q", Label = "Tìm", ViewContext = Render.View() }, "m-field");
        Assert.False(field.QuerySelector("input")!.HasAttribute("aria-describedby"));
        Assert.False(field.QuerySelector("input")!.HasAttribute("aria-invalid"));
    }

    [Fact]
    public async Task What_was_typed_stays_even_when_it_could_not_be_read()
    {
        var view = Render.View();
        view.ViewData.ModelState.SetModelValue("Born", "31/02/2026", "31/02/2026");
        view.ViewData.ModelState.AddModelError("Born", "Ngày chưa đúng.");
        var field = await Render.Element(new FieldTag { For = Render.For<DateOnly?>("Born", null), Label = "Ngày sinh", ViewContext = view }, "m-field");
        Assert.Equal("31/02/2026", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(FieldKind.Text)]
    [InlineData(FieldKind.Area)]
    [InlineData(FieldKind.Select)]
    [InlineData(FieldKind.Radio)]
    [InlineData(FieldKind.Segment)]
    [InlineData(FieldKind.Check)]
    public async Task Nothing_comes_through_as_markup(FieldKind kind)
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Name", Evil);
        var helper = new FieldTag
        {
            For = Render.For("Name", Evil), Kind = kind, Label = Evil, Hint = Evil, Warn = Evil, Source = Evil, NeededWhen = Evil, Unit = Evil,
            Options = [new Choice(Evil, Evil, Evil)], ViewContext = view,
        };
        var html = await Render.Html(helper, "m-field", null, ("data-note", Evil), ("id", Evil));
        Assert.DoesNotContain("<script", html);
        var field = await Render.Element(helper, "m-field", null, ("data-note", Evil));
        Assert.Equal(Evil, field.QuerySelector("[name=Name]")!.GetAttribute("data-note"));
    }

    [Fact]
    public async Task Text_of_an_attribute_in_the_page_is_not_encoded_twice()
    {
        var field = await Render.Element(
            new FieldTag { Name = "n", Label = "N", ViewContext = Render.View() }, "m-field", null, ("title", new HtmlString("a &amp; b")));
        Assert.Equal("a & b", field.QuerySelector("input")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Other_attributes_go_to_the_control_and_those_of_the_frame_stay()
    {
        var field = await Render.Element(
            new FieldTag { Name = "n", Label = "N", ViewContext = Render.View() }, "m-field", null,
            ("class", "wide"), ("data-shows-when", "K=a"), ("maxlength", "12"), ("readonly", null), ("optional", null));
        Assert.Equal("K=a", field.GetAttribute("data-shows-when"));
        Assert.Contains("wide", field.ClassList);
        Assert.Equal("12", field.QuerySelector("input")!.GetAttribute("maxlength"));
        Assert.True(field.QuerySelector("input")!.HasAttribute("readonly"));
        Assert.Equal("N (không bắt buộc)", field.QuerySelector("label")!.TextContent);
        Assert.False(field.HasAttribute("optional"));
    }

    [Fact]
    public async Task The_kind_follows_the_type()
    {
        Assert.Equal("14/03/1990", await Value(Render.For("D", new DateOnly(1990, 3, 14))));
        Assert.Equal("1.234.000", await Value(Render.For("M", new Dong(1_234_000))));
        Assert.Equal("7", await Value(Render.For("N", 7)));
        var yes = await Render.Element(new FieldTag { For = Render.For("B", true), Label = "B", ViewContext = Render.View() }, "m-field");
        Assert.True(yes.QuerySelector("input[type=checkbox]")!.HasAttribute("checked"));
        Assert.Equal("false", yes.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
        var select = await Render.Element(new FieldTag { For = Render.For("K", TariffKind.Charge), Label = "K", ViewContext = Render.View() }, "m-field");
        Assert.Equal(["Lệ phí", "Phí"], select.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.Equal("Charge", select.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_group_is_named_by_its_legend_and_the_summary_leads_to_its_first_choice()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Papers[0].Passes", "Hãy ghi đạt hay không.");
        Choice[] options = [new("yes", "Đạt"), new("no", "Không đạt")];
        var group = await Render.Element(
            new FieldTag
            {
                For = Render.For<string?>("Papers[0].Passes", "no"), Kind = FieldKind.Radio, Options = options,
                Label = "Giấy tờ 1", ViewContext = view,
            },
            "m-field");
        Assert.Equal("Giấy tờ 1", group.QuerySelector("fieldset[role=radiogroup] > legend")!.TextContent);
        Assert.Equal("no", group.QuerySelector("input[checked]")!.GetAttribute("value"));
        var errors = await Render.Element(new ErrorsTag { ViewContext = view }, "m-errors");
        Assert.Equal("Có 1 chỗ cần sửa", errors.QuerySelector("h2")!.TextContent);
        var target = errors.QuerySelector("a")!.GetAttribute("href")![1..];
        Assert.Equal("yes", group.QuerySelector("#" + target)!.GetAttribute("value"));
    }

    [Fact]
    public async Task Several_boxes_of_one_name_keep_what_was_ticked()
    {
        var view = Render.View();
        view.ViewData.ModelState.SetModelValue("N", new[] { "a", "c" }, "a,c");
        Choice[] options = [new("a", "A"), new("b", "B"), new("c", "C")];
        var group = await Render.Element(
            new FieldTag { For = Render.For<string[]>("N", []), Kind = FieldKind.Check, Options = options, Label = "N", ViewContext = view }, "m-field");
        Assert.Equal(["a", "c"], group.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
    }

    [Fact]
    public async Task A_secret_is_never_shown_again()
    {
        var view = Render.View();
        view.ViewData.ModelState.SetModelValue("P", "bí mật", "bí mật");
        var html = await Render.Html(
            new FieldTag { For = Render.For("P", "bí mật"), Kind = FieldKind.Password, Label = "Mật khẩu", ViewContext = view }, "m-field");
        Assert.DoesNotContain("bí mật", html);
    }

    [Fact]
    public async Task A_refusal_stands_at_its_field_with_its_article()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddRefusal(new Refusal("x", "Quá hạn.", "NĐ 61/2018/NĐ-CP Đ.17", "Day"), "Input");
        view.ViewData.ModelState.AddRefusal(new Refusal("y", "Không được."), "Input");
        var errors = await Render.Element(new ErrorsTag { ViewContext = view }, "m-errors");
        Assert.Equal("alert", errors.GetAttribute("role"));
        Assert.Equal("Quá hạn. (Căn cứ: NĐ 61/2018/NĐ-CP Đ.17)", errors.QuerySelector("a[href='#Input_Day']")!.TextContent);
        Assert.Equal("Không được.", errors.QuerySelector("li > span")!.TextContent);
    }

    [Fact]
    public async Task A_form_in_order_has_no_summary() =>
        Assert.Equal("", await Render.Html(new ErrorsTag { ViewContext = Render.View() }, "m-errors"));

    private static async Task<string?> Value(Microsoft.AspNetCore.Mvc.ViewFeatures.ModelExpression expression) =>
        (await Render.Element(new FieldTag { For = expression, Label = "L", ViewContext = Render.View() }, "m-field"))
            .QuerySelector("input")!.GetAttribute("value");
}
