using Microsoft.Playwright;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>What the scripts add: keys, suggestions, drafts, dependent fields, rows.</summary>
[Collection("kit")]
public sealed class KitScriptTests(KitHost host, Chromium chromium)
{
    private async Task<IPage> Kit(string path = "/kit")
    {
        var page = await chromium.Open();
        await page.GotoAsync(new Uri(host.Root, path).ToString());
        await page.Locator("html.scripted").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return page;
    }

    [Fact]
    public async Task F2_goes_to_the_field_that_the_page_marks_and_F9_presses_its_main_act()
    {
        var page = await Kit();
        await page.Keyboard.PressAsync("F2");
        await Assertions.Expect(page.Locator("#Input_Procedure")).ToBeFocusedAsync();
        await page.Locator("#Input_Number").FillAsync("066190004812");
        await page.GetByText("Không đạt", new() { Exact = true }).ClickAsync();
        await page.Keyboard.PressAsync("F9");
        await Assertions.Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Đã nhận mẫu của Y Moan Byă" })).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task F1_lists_the_keys_of_the_page_and_gives_the_focus_back()
    {
        var page = await Kit();
        await page.Locator("#Input_FullName").FocusAsync();
        await page.Keyboard.PressAsync("F1");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Gửi mẫu và tiếp theo");
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#Input_FullName")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_takes_the_suggestion_and_the_code_is_forgotten_when_the_text_changes()
    {
        var page = await Kit();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Thủ tục" });
        await field.PressSequentiallyAsync("khai sinh");
        await Assertions.Expect(page.Locator("[role=option]")).ToHaveCountAsync(2);
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-expanded", "true");
        await field.PressAsync("ArrowDown");
        await field.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync("Thủ tục đăng ký khai sinh lưu động");
        await Assertions.Expect(page.Locator("#Input_ProcedureCode")).ToHaveValueAsync("1.003583");
        await field.PressAsync("End");
        await field.PressAsync("x");
        await Assertions.Expect(page.Locator("#Input_ProcedureCode")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Escape_closes_suggestions_and_keeps_what_was_typed()
    {
        var page = await Kit();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Thủ tục" });
        await field.PressSequentiallyAsync("khai");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeVisibleAsync();
        await field.PressAsync("Escape");
        await Assertions.Expect(page.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Assertions.Expect(field).ToHaveValueAsync("khai");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("xay d", "Sở Xây dựng", "4")]
    [InlineData("stp", "Sở Tư pháp", "2")]
    [InlineData("công thương", "Sở Công Thương", "6")]
    public async Task A_long_list_is_found_by_typing_and_its_choice_is_what_is_sent(string typed, string name, string value)
    {
        var page = await Kit();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Cơ quan giải quyết" });
        await field.PressSequentiallyAsync(typed);
        await Assertions.Expect(page.Locator("[role=option]").First).ToContainTextAsync(name);
        await field.PressAsync("Enter");
        await Assertions.Expect(field).ToHaveValueAsync(name);
        await Assertions.Expect(page.Locator("select[name=co-quan]")).ToHaveValueAsync(value);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_not_in_a_long_list_is_not_taken_and_an_emptied_field_chooses_nothing()
    {
        var page = await Kit();
        var field = page.GetByRole(AriaRole.Combobox, new() { Name = "Cơ quan giải quyết" });
        await field.FillAsync("Sở Y tế");
        await field.PressAsync("Tab");
        await Assertions.Expect(page.Locator("select[name=co-quan]")).ToHaveValueAsync("5");
        await field.FillAsync("Bộ Không Có");
        await field.PressAsync("Tab");
        await Assertions.Expect(field).ToHaveValueAsync("Sở Y tế");
        await field.FillAsync("");
        await field.PressAsync("Tab");
        await Assertions.Expect(page.Locator("select[name=co-quan]")).ToHaveValueAsync("");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_is_kept_by_itself_and_a_failure_is_loud()
    {
        var page = await Kit();
        var said = page.Locator("[data-saved]");
        await page.Locator("#Input_FullName").FillAsync("Phan Thị Bích Ngọc");
        await Assertions.Expect(said).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Đã lưu nháp \d\d:\d\d:\d\d$"));
        await page.Locator("#Input_FullName").FillAsync("hỏng");
        await Assertions.Expect(said).ToContainTextAsync("CHƯA lưu được – máy chủ báo lỗi 503");
        await Assertions.Expect(said).ToHaveClassAsync("saved lost");
        await Assertions.Expect(page.Locator("#Input_FullName")).ToHaveValueAsync("hỏng");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_dependent_field_follows_its_answer_and_keeps_its_value()
    {
        var page = await Kit();
        await Assertions.Expect(page.Locator("#Input_Nationality")).ToBeHiddenAsync();
        await page.GetByLabel("Hộ chiếu").CheckAsync();
        await page.Locator("#Input_Nationality").FillAsync("Lào");
        await page.GetByLabel("Chưa có giấy tờ", new() { Exact = true }).CheckAsync();
        await Assertions.Expect(page.Locator("#Input_Nationality")).ToBeHiddenAsync();
        await page.GetByLabel("Hộ chiếu").CheckAsync();
        await Assertions.Expect(page.Locator("#Input_Nationality")).ToHaveValueAsync("Lào");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Rows_are_walked_and_chosen_by_keyboard()
    {
        var page = await Kit();
        var bulk = page.Locator("[data-bulk]");
        await Assertions.Expect(bulk).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "H15.112-261110-0031" }).FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Keyboard.PressAsync("Shift+ArrowDown");
        await Assertions.Expect(bulk).ToContainTextAsync("Đã chọn 2");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "H15.112-261118-0018" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(bulk).ToBeHiddenAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Enter_goes_to_the_next_field_where_the_form_says_so_and_a_day_is_tidied()
    {
        var page = await Kit();
        await page.Locator("#Input_Born").FillAsync("02091987");
        await page.Locator("#Input_Born").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#Input_IsOwner")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("#Input_Born")).ToHaveValueAsync("02/09/1987");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_said_at_once()
    {
        var page = await Kit();
        await page.EvaluateAsync("document.querySelector('#Files').dataset.maxBytes = '10'");
        await page.Locator("#Files").SetInputFilesAsync(new FilePayload { Name = "don.pdf", MimeType = "application/pdf", Buffer = new byte[20] });
        await Assertions.Expect(page.Locator("#Files-err")).ToContainTextAsync("don.pdf: lớn hơn");
        await Assertions.Expect(page.Locator("#Files")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task After_errors_the_summary_has_the_focus_and_leads_to_the_field()
    {
        var page = await Kit("/kit?loi=1");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "Có 2 chỗ cần sửa" })).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Số căn cước phải đủ 12 chữ số" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Input_Number")).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }
}
