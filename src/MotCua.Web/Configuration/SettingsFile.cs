using System.Text.Json;
using MotCua.Domain.Law;

namespace MotCua.Web.Configuration;

/// <summary>Reads motcua.json: one JSON object of plain values; comments and trailing commas are welcome.</summary>
public static class SettingsFile
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    /// <summary>The values by key as text, or the refusal.</summary>
    public static (IReadOnlyList<KeyValuePair<string, string>> Values, Refusal? Refused) Parse(string path)
    {
        try
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllText(path), Lenient);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return ([], new("settings.not-an-object", $"Tệp {path} phải là một đối tượng JSON dạng {{ \"khóa\": giá trị }}."));
            var values = document.RootElement.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)
                .Select(p => (p.Name, Value: Text(p.Value))).ToList();
            return values.FirstOrDefault(v => v.Value is null) is { Name: { } wrong }
                ? ([], new("settings.bad-value", $"Khóa “{wrong}” trong {path} phải là chữ, số, true/false hoặc danh sách chữ.", Field: wrong))
                : ([.. values.Select(v => new KeyValuePair<string, string>(v.Name, v.Value!))], null);
        }
        catch (JsonException e)
        {
            return ([], new("settings.not-json",
                $"Tệp {path} không phải JSON đúng ở dòng {e.LineNumber.GetValueOrDefault() + 1}; hãy sửa dòng đó."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], new("settings.unreadable", $"Không đọc được tệp {path}; hãy kiểm tra quyền đọc của tài khoản chạy phần mềm."));
        }
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array when value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String) =>
            string.Join(';', value.EnumerateArray().Select(v => v.GetString())),
        _ => null,
    };
}
