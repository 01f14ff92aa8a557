namespace MotCua.App.Papers.Forms;

/// <summary>What the law asks of a form: its paper, its size, what must stand on it.</summary>
/// <param name="Form">Type and set: "receipt/2018".</param>
/// <param name="Kind">"paper", "size" (points, "12-14"), "value", "table", "row", "list", "role".</param>
/// <param name="Names">The names; "a/b" asks for one of them.</param>
/// <param name="Law">The text it rests on.</param>
public sealed record FormRequirement(string Form, string Kind, IReadOnlyList<string> Names, string Law)
{
    /// <summary>Name of the file beside the templates.</summary>
    public const string FileName = "required.csv";

    private static readonly string[] Kinds = ["paper", "size", "value", "table", "row", "list", "role"];

    /// <summary>Reads "form,kind,names,law" lines; the law may hold no comma.</summary>
    /// <exception cref="FormTemplateException">A line is wrong: the message says which.</exception>
    public static IReadOnlyList<FormRequirement> Read(IEnumerable<string> lines) =>
    [
        .. lines.Skip(1).Index().Where(l => l.Item.Length > 0).Select(l => l.Item.Split(',') is [var form, var kind, var names, var law] && Kinds.Contains(kind)
            ? new FormRequirement(form, kind, names.Split('|'), law)
            : throw new FormTemplateException($"Tệp {FileName}, dòng {l.Index + 2}: phải có bốn cột form,kind,names,law; hãy sửa lại dòng này.")),
    ];

    /// <summary>What a template lacks, as parts of Vietnamese sentences.</summary>
    /// <param name="words">What a key is called on paper; null where it has no label.</param>
    public IEnumerable<string> Lacking(FormTemplate template, Func<string, string?> words) => Kind switch
    {
        "paper" => Names[0].Split('/') is var papers && papers.Contains(template.Paper.ToString()) ? []
            : [$"khổ giấy phải là {string.Join(" hoặc ", papers)} ({Law}), không phải {template.Paper}"],
        "size" => SizeIn(template) ? [] : [$"cỡ chữ phải từ {Names[0].Replace("-", " đến ")} ({Law}), không phải {template.Size:0.#}"],
        _ => Names.Where(n => !n.Split('/').Any(Has(template).Contains))
            .Select(n => $"thiếu {What} bắt buộc “{n}”{(words(n.Split('/')[0]) is { } label ? $" ({label})" : "")} theo {Law}"),
    };

    private string What => Kind switch { "table" => "bảng", "row" => "cột", "list" => "danh sách", "role" => "người ký", _ => "nội dung" };

    private bool SizeIn(FormTemplate template)
    {
        var limits = Names[0].Split('-').Select(n => double.Parse(n, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return limits[0] <= (template.SmallestSize ?? template.Size) && template.Size <= limits[1];
    }

    private IReadOnlySet<string> Has(FormTemplate template) => template.Blocks.SelectMany(b => Kind switch
    {
        "table" => b is TableBlock t ? [t.Name] : [],
        "row" => b is TableBlock t ? t.Columns.SelectMany(c => FormText.Keys(c.Text)) : [],
        "list" => b is ListBlock l ? [l.Name] : [],
        "role" => b is SignaturesBlock s ? s.Signers.Select(x => x.Role) : [],
        _ => b.Keys,
    }).ToHashSet();
}
