using MotCua.App.Papers.Forms;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

public sealed class FormTemplatesTests
{
    private const string Good = """
        {
          "key": "refusal/2031", "title": "Phiếu", "number": "Mẫu số 03", "law": "Thông tư giả định", "paper": "A5",
          "verified": false, "caution": "chưa xác minh",
          "blocks": [
            { "kind": "heading", "parent": "{parentAgency}", "unit": "{unit}", "number": "Số: {number}", "placeAndDate": "{place}, {date}" },
            { "kind": "title", "text": "PHIẾU" },
            { "kind": "fields", "fields": [ { "label": "Lý do", "value": "{reason}" } ] },
            { "kind": "table", "name": "components", "columns": [ { "heading": "Tên", "text": "{paperName}", "width": 1 } ] },
            { "kind": "signatures", "signers": [ { "role": "receiver", "heading": "NGƯỜI TIẾP NHẬN", "hint": "(Ký)" } ] }
          ]
        }
        """;

    [Theory]
    [Requirement("R-FORM-01")]
    [Requirement("R-FORM-02")]
    [Requirement("R-FORM-03")]
    [Requirement("R-FORM-26")]
    [InlineData("receipt/2018", "Mẫu số 01", FormPaper.A5, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")]
    [InlineData("supplement/2018", "Mẫu số 02", FormPaper.A5, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")]
    [InlineData("refusal/2018", "Mẫu số 03", FormPaper.A5, "Phiếu từ chối tiếp nhận giải quyết hồ sơ")]
    [InlineData("apology/2018", "Mẫu số 04", FormPaper.A5, "Phiếu xin lỗi và hẹn lại ngày trả kết quả")]
    [InlineData("control-slip/2018", "Mẫu số 05", FormPaper.A5, "Phiếu kiểm soát quá trình giải quyết hồ sơ")]
    [InlineData("follow-up-book/2018", "Mẫu số 06", FormPaper.A4Landscape, "Sổ theo dõi hồ sơ")]
    [InlineData("receipt/2025", "Mẫu số 01", FormPaper.A5, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")]
    [InlineData("supplement/2025", "Mẫu số 02", FormPaper.A5, "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")]
    [InlineData("refusal/2025", "Mẫu số 03", FormPaper.A5, "Phiếu từ chối tiếp nhận giải quyết hồ sơ")]
    [InlineData("apology/2025", "Mẫu số 04", FormPaper.A4, "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết")]
    [InlineData("stop/2025", "Mẫu số 05", FormPaper.A4, "Thông báo dừng giải quyết hồ sơ")]
    [InlineData("control-slip/2025", "Mẫu số 06", FormPaper.A5, "Phiếu kiểm soát quá trình giải quyết hồ sơ")]
    [InlineData("follow-up-book/2025", "Mẫu số 07", FormPaper.A4Landscape, "Sổ theo dõi hồ sơ")]
    public void Each_form_is_found_by_type_and_set_and_says_that_its_annex_was_not_compared(string key, string number, FormPaper paper, string title)
    {
        var template = Papers.Template(key.Split('/')[0], key.Split('/')[1]);

        Assert.Equal((key, number, title, paper), (template.Key, template.Number, template.Title, template.Paper));
        Assert.False(template.Verified);
        Assert.Contains("chưa xác minh với phụ lục gốc", template.Source);
    }

    [Fact]
    [Requirement("R-FORM-01")]
    public void The_set_of_2018_has_six_forms_and_no_stop_notice()
    {
        Assert.Equal(6, Papers.Shipped.All.Count(t => t.Regime == "2018"));
        Assert.Equal(7, Papers.Shipped.All.Count(t => t.Regime == "2025" && FormTypes.All.Contains(t.Type)));
        Assert.Null(Papers.Shipped.Find("stop", "2018"));
    }

    [Theory]
    [Requirement("R-FORM-26")]
    [InlineData("receipt/2018", "{appointment}", "{receivedAt}", "thiếu nội dung bắt buộc “appointment” (Thời gian trả kết quả giải quyết hồ sơ)")]
    [InlineData("receipt/2018", "\"A5\"", "\"A4\"", "khổ giấy phải là A5 (TT 01/2018/TT-VPCP Đ.9.2)")]
    [InlineData("control-slip/2025", "{taker}", "{giver}", "thiếu cột bắt buộc “taker”")]
    [InlineData("supplement/2025", "\"guide\"", "\"receiver\"", "thiếu người ký bắt buộc “guide”")]
    [InlineData("apology/2025", "\"size\": 13", "\"size\": 12, \"caution2\": 1", "khóa này không có")]
    [InlineData("stop/2025", "\"smallestSize\": 12", "\"smallestSize\": 11", "cỡ chữ phải từ 12 đến 14")]
    public void A_template_that_lacks_what_the_law_asks_is_told_so_in_words(string key, string from, string to, string says)
    {
        var text = Papers.Shipped.Text(Papers.Template(key.Split('/')[0], key.Split('/')[1]));
        Assert.Contains(from, text);

        Assert.Contains(says, string.Join("; ", Problems(key, text.Replace(from, to))));
        Assert.Empty(Problems(key, text));

        static IReadOnlyList<string> Problems(string key, string text)
        {
            try
            {
                return Papers.Shipped.Lacking(FormTemplates.Read(FormTemplates.FileOf(key), text));
            }
            catch (FormTemplateException e)
            {
                return [e.Message];
            }
        }
    }

    [Fact]
    public void An_administrators_template_is_read_without_a_programmer() =>
        Assert.Equal("2031", FormTemplates.Read("refusal-2031.json", Good).Regime);

    [Theory]
    [InlineData("\"number\": \"Mẫu số 03\"", "\"nomber\": \"Mẫu số 03\"", "khóa này không có", "$.nomber")]
    [InlineData("\"number\": \"Mẫu số 03\", ", "", "thiếu khóa bắt buộc", "“number”")]
    [InlineData("\"paper\": \"A5\"", "\"paper\": \"A3\"", "không đúng kiểu", "$.paper")]
    [InlineData("\"paper\": \"A5\"", "\"paper\": \"A5\", \"paper\": \"A4\"", "lặp lại", "")]
    [InlineData("\"kind\": \"fields\"", "\"kind\": \"felds\"", "kind", "blocks[2]")]
    [InlineData("\"title\": \"Phiếu\"", "\"title\": null", "không đúng kiểu", "")]
    [InlineData("{reason}", "{raeson}", "“raeson”", "README")]
    [InlineData("{reason}", "{reason", "ngoặc nhọn", "")]
    [InlineData("{reason}", "a } b", "ngoặc nhọn", "")]
    [InlineData("{paperName}", "{applicantName}", "“applicantName”", "")]
    [InlineData("\"name\": \"components\"", "\"name\": \"parts\"", "không có bảng “parts”", "components")]
    [InlineData("\"role\": \"receiver\"", "\"role\": \"mayor\"", "không có người ký “mayor”", "receiver")]
    [InlineData("refusal/2031", "refusal/2032", "refusal-2032.json", "")]
    [InlineData("refusal/2031", "refusal", "loại/chế độ", "")]
    [InlineData("\"caution\": \"chưa xác minh\",", "", "caution", "")]
    [InlineData("\"kind\": \"heading\"", "\"kind\": \"note\"", "", "")]
    [InlineData("\"width\": 1", "\"width\": 0", "width", "")]
    [InlineData("\"paper\": \"A5\"", "\"paper\": \"A5\", \"size\": 40", "size", "")]
    [InlineData("\"paper\": \"A5\"", "\"paper\": \"A5\", \"smallestSize\": 12", "smallestSize", "")]
    [InlineData("\"verified\": false,", "\"verified\": false", "JSON", "dòng 3")]
    public void A_template_that_cannot_be_used_is_refused_with_the_place(string from, string to, string says, string alsoSays)
    {
        Assert.Contains(from, Good);

        var refused = Assert.Throws<FormTemplateException>(() => FormTemplates.Read("refusal-2031.json", Good.Replace(from, to)));

        Assert.StartsWith("Tệp mẫu giấy refusal-2031.json", refused.Message);
        Assert.Contains(says, refused.Message);
        Assert.Contains(alsoSays, refused.Message);
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            Assert.Contains("không có tệp .json nào", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder.FullName)).Message);
        }
        finally
        {
            folder.Delete();
        }
        Assert.Contains("Không có thư mục", Assert.Throws<FormTemplateException>(() => FormTemplates.Load(folder.FullName)).Message);
    }

    [Fact]
    public void Every_value_key_is_described_in_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Papers.Folder, "README.md"));

        Assert.All(
            FormKeys.Values.Concat(FormKeys.Lists).Concat(FormKeys.Roles).Concat(FormKeys.Tables.Keys).Concat(FormKeys.Tables.Values.SelectMany(k => k)),
            key => Assert.Contains($"`{key}`", readme));
    }
}
