using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace MotCua.App.Papers.Forms;

/// <summary>The templates of a folder, one JSON file "{type}-{regime}.json" each.</summary>
public sealed partial class FormTemplates
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowOutOfOrderMetadataProperties = true,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters =
        {
            new JsonStringEnumConverter<FormPaper>(allowIntegerValues: false),
            new JsonStringEnumConverter<WhenEmpty>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    };

    private readonly Dictionary<string, FormTemplate> byKey;
    private readonly string folder;

    private FormTemplates(IEnumerable<FormTemplate> templates, IReadOnlyList<FormRequirement> requirements, string folder) =>
        (byKey, Requirements, this.folder) = (templates.ToDictionary(t => t.Key), requirements, folder);

    /// <summary>All templates, by key.</summary>
    public IReadOnlyCollection<FormTemplate> All => byKey.Values;

    /// <summary>What the law asks of the forms.</summary>
    public IReadOnlyList<FormRequirement> Requirements { get; }

    /// <summary>Reads and checks every template of the folder; one that cannot be used stops the reading.</summary>
    /// <exception cref="FormTemplateException">The folder is missing or empty, or a file is wrong.</exception>
    public static FormTemplates Load(string folder)
    {
        if (!Directory.Exists(folder))
            throw new FormTemplateException($"Không có thư mục mẫu giấy {folder}; hãy chép thư mục data/forms của bản cài đặt vào đó.");
        var files = Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new FormTemplateException($"Thư mục mẫu giấy {folder} không có tệp .json nào; hãy chép các mẫu giấy vào đó.");
        var required = Path.Combine(folder, FormRequirement.FileName);
        var requirements = File.Exists(required) ? FormRequirement.Read(File.ReadAllLines(required)) : [];
        var all = new FormTemplates(files.Select(f => Read(Path.GetFileName(f), File.ReadAllText(f))).ToList(), requirements, folder);
        foreach (var template in all.All)
            if (all.Lacking(template) is [var first, ..])
                throw new FormTemplateException($"Tệp mẫu giấy {FileOf(template.Key)}: {first}.");
        return all;
    }

    /// <summary>"receipt-2025.json" of "receipt/2025".</summary>
    public static string FileOf(string key) => $"{key.Replace('/', '-')}.json";

    /// <summary>The text of a shipped template, as an administrator takes it to change it.</summary>
    public string Text(FormTemplate template) => File.ReadAllText(Path.Combine(folder, FileOf(template.Key)));

    /// <summary>What the law asks of the form and the template lacks, as parts of Vietnamese sentences.</summary>
    public IReadOnlyList<string> Lacking(FormTemplate template) =>
        [.. Requirements.Where(r => r.Form == template.Key).SelectMany(r => r.Lacking(template, k => LabelOf(template.Key, k)))];

    /// <summary>What a key is called on the shipped form.</summary>
    private string? LabelOf(string form, string key) => byKey.GetValueOrDefault(form)?.Blocks.OfType<FieldsBlock>()
        .SelectMany(b => b.Fields).FirstOrDefault(f => f.Label is not null && f.Value.Contains($"{{{key}}}", StringComparison.Ordinal))?.Label;

    /// <summary>Reads and checks one template.</summary>
    /// <param name="file">The file's name, which must agree with the key: "receipt-2025.json".</param>
    /// <exception cref="FormTemplateException">The text is no template: the message says where.</exception>
    public static FormTemplate Read(string file, string json)
    {
        FormTemplate template;
        try
        {
            template = JsonSerializer.Deserialize<FormTemplate>(json, Json)
                ?? throw new FormTemplateException($"Tệp mẫu giấy {file} rỗng; hãy chép lại tệp gốc.");
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new FormTemplateException(Sentence(file, e), e);
        }
        if (FormTemplateCheck.Problem(file, template) is { } problem)
            throw new FormTemplateException($"Tệp mẫu giấy {file}: {problem}.");
        return template;
    }

    /// <summary>The template of a type under a regime; null where there is none.</summary>
    /// <param name="type">"receipt", "supplement", "refusal", "control-slip".</param>
    /// <param name="regime">"2025".</param>
    public FormTemplate? Find(string type, string regime) => byKey.GetValueOrDefault($"{type}/{regime}");

    private static string Sentence(string file, Exception cause)
    {
        var place = cause is JsonException { LineNumber: { } line } json
            ? $", dòng {line + 1}{(json.Path is null or "" or "$" ? "" : $", tại {json.Path}")}"
            : "";
        return $"Tệp mẫu giấy {file}{place}: {Reason(cause)}; hãy xem data/forms/README.md rồi sửa lại.";
    }

    private static string Reason(Exception cause) => cause.Message switch
    {
        var m when m.Contains("could not be mapped") => "khóa này không có trong cấu trúc mẫu giấy",
        var m when m.Contains("missing required") => "thiếu khóa bắt buộc " + Keys(m[m.IndexOf(':')..]),
        var m when m.Contains("Duplicate property", StringComparison.OrdinalIgnoreCase) => "khóa bị lặp lại",
        var m when m.Contains("discriminator") || cause is NotSupportedException => "khối thiếu “kind” hoặc “kind” không có loại này",
        var m when m.Contains("could not be converted") || m.Contains("doesn't allow") => "giá trị không đúng kiểu hoặc không có trong các giá trị cho phép",
        _ => "không đúng cú pháp JSON",
    };

    private static string Keys(string message) => string.Join(", ", Quoted().Matches(message).Select(q => $"“{q.Groups[1].Value}”"));

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
