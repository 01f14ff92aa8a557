using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Web.Kit;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>What the Kit shows: states, deadlines, days, money, codes, tables, pages, keys.</summary>
public sealed class ShowTagTests
{
    private static readonly DateTimeOffset Now = Vietnam.Instant(new DateTime(2026, 11, 23, 9, 42, 0));

    [Theory]
    [InlineData("2026-12-01T17:00", 6, "far", "Còn 6 ngày làm việc")]
    [InlineData("2026-12-01T17:00", null, "far", "Còn 8 ngày")]
    [InlineData("2026-11-24T17:00", 1, "near", "Còn 1 ngày làm việc")]
    [InlineData("2026-11-23T16:30", null, "today", "Hạn hôm nay 16:30")]
    [InlineData("2026-11-23T09:00", null, "late", "Quá hạn từ 09:00")]
    [InlineData("2026-11-20T17:00", null, "late", "Quá hạn 3 ngày")]
    public async Task A_deadline_says_how_it_stands(string due, int? working, string css, string words)
    {
        var shown = await Render.Element(
            new DeadlineTag { Due = Vietnam.Instant(DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), Now = Now, WorkingDays = working },
            "m-deadline");
        var deadline = shown.QuerySelector(".deadline")!;
        Assert.Contains(css, deadline.ClassList);
        Assert.Equal(words, deadline.TextContent);
        Assert.NotNull(deadline.QuerySelector("svg[aria-hidden=true] path"));
        Assert.StartsWith(due, shown.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task The_last_minute_before_midnight_in_Vietnam_is_still_today()
    {
        var due = Vietnam.Instant(new DateTime(2026, 11, 23, 23, 59, 0));
        var shown = await Render.Element(new DeadlineTag { Due = due, Now = Now }, "m-deadline");
        Assert.NotNull(shown.QuerySelector(".today"));
        var tomorrow = await Render.Element(new DeadlineTag { Due = due.AddMinutes(1), Now = Now }, "m-deadline");
        Assert.NotNull(tomorrow.QuerySelector(".near"));
    }

    [Fact]
    public async Task A_pause_needs_no_date()
    {
        var shown = await Render.Element(new DeadlineTag { Now = Now, State = DeadlineState.Hold, Text = "Tạm dừng từ 20/11" }, "m-deadline");
        Assert.Equal("Tạm dừng từ 20/11", shown.TextContent);
        Assert.Null(shown.QuerySelector("time"));
    }

    [Fact]
    public async Task Status_says_its_word_with_a_shape()
    {
        var shown = await Render.Element(new StatusTag { Tone = Tone.Hold }, "m-status", "Chờ &amp; xem", ("bare", null));
        Assert.Equal("Chờ & xem", shown.TextContent);
        Assert.Equal("status hold bare", shown.ClassName);
        Assert.NotNull(shown.QuerySelector("svg.shape"));
    }

    [Fact]
    public async Task Money_days_and_codes_are_written_as_people_read_them()
    {
        Assert.Equal("1.234.000 đồng", (await Render.Element(new MoneyTag { Amount = new Dong(1_234_000) }, "m-money")).TextContent);
        Assert.Equal("41.600", (await Render.Element(new MoneyTag { Amount = 41_600L }, "m-money", null, ("bare", null))).TextContent);
        Assert.Equal("Không thu", (await Render.Element(new MoneyTag { Amount = Dong.Zero, Zero = "Không thu" }, "m-money")).TextContent);
        Assert.Equal("–", (await Render.Element(new MoneyTag(), "m-money")).TextContent);
        var day = await Render.Element(new DayTag { Value = Now }, "m-day");
        Assert.Equal("Thứ Hai 23/11/2026, 09:42", day.TextContent);
        Assert.Equal("2026-11-23T09:42:00+07:00", day.GetAttribute("datetime"));
        Assert.Equal("–", (await Render.Element(new DayTag(), "m-day")).TextContent);
        var code = await Render.Element(new CodeTag { Value = "H15.112-261113-0027", Href = "/ho-so/7" }, "m-code");
        Assert.Equal("H15.112-261113-0027", code.TextContent);
        Assert.Equal("0027", code.QuerySelector("b")!.TextContent);
    }

    [Fact]
    public async Task A_line_of_the_course_says_what_when_and_who()
    {
        var line = await Render.Element(
            new LineTag { State = LineState.Now, Title = "Thẩm định <b>", At = Now, By = "H’Linh Niê" }, "m-line", "<p>thêm</p>");
        Assert.Equal("Đang làm: Thẩm định <b>", line.QuerySelector(".what")!.TextContent);
        Assert.Equal("Thứ Hai 23/11/2026, 09:42 · H’Linh Niê", line.QuerySelector(".tiny")!.TextContent);
        Assert.Equal("thêm", line.QuerySelector(".more p")!.TextContent);
    }

    [Fact]
    public async Task A_table_is_named_and_an_empty_one_says_what_to_expect()
    {
        var table = await Render.Element(new GridTag { Caption = "Hồ sơ", Count = 1, Empty = "Không có." }, "m-grid", "<tbody><tr><td>x</td></tr></tbody>");
        Assert.Equal("Hồ sơ", table.GetAttribute("aria-label"));
        Assert.Equal("x", table.QuerySelector("table.grid.cards td")!.TextContent);
        var none = await Render.Element(new GridTag { Caption = "Hồ sơ", Count = 0, Empty = "Không còn hồ sơ nào chờ bạn." }, "m-grid", "<tbody></tbody>");
        Assert.Equal("Không còn hồ sơ nào chờ bạn.", none.TextContent);
        Assert.Null(none.QuerySelector("table"));
    }

    [Theory]
    [InlineData(1, 231, "1–20 trong 231 hồ sơ", "1 2 … 12 Sau")]
    [InlineData(5, 231, "81–100 trong 231 hồ sơ", "Trước 1 … 4 5 6 … 12 Sau")]
    [InlineData(12, 231, "221–231 trong 231 hồ sơ", "Trước 1 … 11 12")]
    [InlineData(3, 100, "41–60 trong 100 hồ sơ", "Trước 1 2 3 4 5 Sau")]
    [InlineData(99, 31, "21–31 trong 31 hồ sơ", "Trước 1 2")]
    [InlineData(1, 0, "0–0 trong 0 hồ sơ", "")]
    public async Task Pages_are_counted_and_the_query_stays(int page, int total, string words, string links)
    {
        var pager = await Render.Element(
            new PagerTag { Page = page, Total = total, Unit = "hồ sơ", ViewContext = Render.View("/viec", "?q=%C4%91%E1%BA%A5t&trang=9") }, "m-pager");
        Assert.Equal(words, pager.QuerySelector("p")!.TextContent);
        Assert.Equal(links, string.Join(' ', pager.QuerySelectorAll("li").Select(l => l.TextContent)));
        foreach (var link in pager.QuerySelectorAll("a"))
            Assert.Matches(@"^/viec\?q=%C4%91%E1%BA%A5t&trang=\d+$", link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("F9", "F9")]
    [InlineData("Shift F9", "Shift+F9")]
    [InlineData("Ctrl F9", "Control+F9")]
    [InlineData("Ctrl Enter", "Control+Enter")]
    public async Task A_key_is_printed_on_its_button_and_told_to_those_who_do_not_see_it(string key, string told)
    {
        var button = await Render.Element(new KeyedTag(), "button", null, ("data-key", key));
        Assert.Equal(told, button.GetAttribute("aria-keyshortcuts"));
        Assert.Equal(key, button.QuerySelector("kbd[aria-hidden=true]")!.TextContent);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("7")]
    [InlineData("Ctrl N")]
    [InlineData("F5")]
    [InlineData("Shift Ctrl F9")]
    public async Task Letters_digits_and_keys_of_the_browser_are_no_shortcuts(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Render.Html(new KeyedTag(), "button", null, ("data-key", key)));

    [Fact]
    public async Task A_picker_shows_its_limits_and_its_errors()
    {
        var view = Render.View();
        view.ViewData.ModelState.AddModelError("Files", "Tệp lớn hơn 20 MB.");
        var picker = await Render.Element(
            new UploadTag { Name = "Files", Label = "Giấy tờ", LimitText = "PDF; tối đa 20 MB", Accept = ".pdf", MaxBytes = 20, ViewContext = view },
            "m-upload", null, ("multiple", null));
        var input = picker.QuerySelector("input[type=file][multiple]")!;
        var said = input.GetAttribute("aria-describedby")!.Split(' ').Select(id => picker.QuerySelector("#" + id)!.TextContent);
        Assert.Equal(["PDF; tối đa 20 MB", "Tệp lớn hơn 20 MB."], said);
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task An_icon_is_silent_unless_it_has_a_label()
    {
        Assert.Equal("true", (await Render.Element(new IconTag { Name = "search" }, "m-icon")).GetAttribute("aria-hidden"));
        var told = await Render.Element(new IconTag { Name = "globe", Label = "Nộp trực tuyến" }, "m-icon");
        Assert.Equal("img", told.GetAttribute("role"));
        Assert.Equal("Nộp trực tuyến", told.GetAttribute("aria-label"));
        await Assert.ThrowsAsync<ArgumentException>(() => Render.Html(new IconTag { Name = "no-such" }, "m-icon"));
    }
}
