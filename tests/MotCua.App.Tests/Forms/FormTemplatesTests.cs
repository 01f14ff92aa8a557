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
    [Requirement("R-FORM-26")]
    [InlineData("receipt", "Mẫu số 01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả")]
    [InlineData("supplement", "Mẫu số 02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ")]
    [InlineData("refusal", "Mẫu số 03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ")]
    [InlineData("control-slip", "Mẫu số 06", "Phiếu kiểm soát quá trình giải quyết hồ sơ")]
    public void The_set_of_2025_is_found_by_type_and_regime(string type, string number, string title)
    {
        var template = Papers.Shipped.Find(type, "2025");

        Assert.NotNull(template);
        Assert.Equal((type, "2025", number, title), (template.Type, template.Regime, template.Number, template.Title));
        Assert.False(template.Verified);
        Assert.Contains("chưa xác minh với phụ lục gốc", template.Source);
    }

    [Fact]
    public void A_type_or_regime_that_is_not_there_is_not_found() => Assert.Null(Papers.Shipped.Find("receipt", "2018"));

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
