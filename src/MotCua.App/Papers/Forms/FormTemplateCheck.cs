namespace MotCua.App.Papers.Forms;

/// <summary>What JSON alone cannot say about a template: keys that exist, texts that close their braces, blocks in their order.</summary>
internal static class FormTemplateCheck
{
    /// <summary>What is wrong, as part of a Vietnamese sentence; null where nothing is.</summary>
    public static string? Problem(string file, FormTemplate template) =>
        Head(file, template) ?? Order(template.Blocks) ?? template.Blocks.Select(Block).FirstOrDefault(p => p is not null);

    private static string? Head(string file, FormTemplate t)
    {
        var parts = t.Key.Split('/');
        return t switch
        {
            _ when parts is not [{ Length: > 0 }, { Length: > 0 }] => $"“key” phải có dạng loại/chế độ như receipt/2025, không phải “{t.Key}”",
            _ when file != $"{parts[0]}-{parts[1]}.json" => $"“key” là {t.Key} thì tệp phải tên là {parts[0]}-{parts[1]}.json",
            { Title.Length: 0 } or { Number.Length: 0 } or { Law.Length: 0 } => "“title”, “number” và “law” không được để trống",
            { Size: not (>= 9 and <= 14) } => "“size” phải từ 9 đến 14 (điểm)",
            { SmallestSize: { } smallest } when smallest is not (>= 9 and <= 14) || smallest > t.Size =>
                "“smallestSize” phải từ 9 (điểm) và không lớn hơn “size”",
            { Verified: false, Caution: null or "" } => "mẫu chưa xác minh (“verified”: false) phải có câu “caution” để in ở chân trang",
            { Blocks.Count: 0 } => "“blocks” không có khối nào",
            _ => null,
        };
    }

    private static string? Order(IReadOnlyList<FormBlock> blocks) => blocks switch
    {
        _ when blocks.Any(b => b is null) => "“blocks” có khối null",
        _ when blocks[0] is not HeadingBlock => "khối đầu tiên phải là “heading”",
        _ when blocks.Count(b => b is HeadingBlock) > 1 => "chỉ được có một khối “heading”",
        _ when blocks.Count(b => b is TitleBlock) != 1 => "phải có đúng một khối “title”",
        _ => null,
    };

    private static string? Block(FormBlock block) => block switch
    {
        HeadingBlock h => Texts(FormKeys.Values, h.Parent, h.Unit, h.Number, h.PlaceAndDate),
        TitleBlock t => Texts(FormKeys.Values, t.Text) ?? Fields(t.Under ?? []),
        FieldsBlock f => f.Fields.Count == 0 ? "khối “fields” không có dòng nào" : Fields(f.Fields),
        TableBlock t => Table(t) ?? Texts(FormKeys.Values, t.Caption),
        ListBlock l => Known("danh sách", l.Name, FormKeys.Lists) ?? Texts(FormKeys.Values, l.Caption),
        NoteBlock n => Texts(FormKeys.Values, n.Text),
        FinePrintBlock f => Texts(FormKeys.Values, f.Text),
        SignaturesBlock s => Signatures(s),
        _ => $"khối {block.GetType().Name} không in được",
    };

    private static string? Fields(IEnumerable<FormField> fields) =>
        fields.Select(f => f is null ? "có dòng null" : Texts(FormKeys.Values, f.Label, f.Value)).FirstOrDefault(p => p is not null);

    private static string? Table(TableBlock table)
    {
        if (Known("bảng", table.Name, FormKeys.Tables.Keys) is { } unknown)
            return unknown;
        if (table.Columns.Count == 0 || table.Columns.Any(c => c is not { Width: > 0 and <= 1000 }))
            return $"bảng “{table.Name}” phải có cột, và “width” của mỗi cột phải lớn hơn 0";
        return table.Columns.Select(c => Texts(FormKeys.Tables[table.Name], c.Text)).FirstOrDefault(p => p is not null);
    }

    private static string? Signatures(SignaturesBlock block) => block.Signers switch
    {
        _ when Texts(FormKeys.Values, [.. block.Recipients ?? []]) is { } problem => problem,
        { Count: 2 } when block.Recipients is { Count: > 0 } => "“recipients” chỉ đứng cạnh một người ký",
        { Count: not (1 or 2) } => "khối “signatures” phải có một hoặc hai người ký",
        var signers when signers.Any(s => s is null) => "khối “signatures” có người ký null",
        var signers => signers.Select(s => Known("người ký", s.Role, FormKeys.Roles)).FirstOrDefault(p => p is not null),
    };

    private static string? Known(string what, string name, IEnumerable<string> known) =>
        known.Contains(name) ? null : $"không có {what} “{name}”; các tên dùng được: {string.Join(", ", known.Order(StringComparer.Ordinal))}";

    private static string? Texts(IReadOnlySet<string> known, params string?[] texts)
    {
        foreach (var text in texts)
        {
            try
            {
                if (text is not null && FormText.Keys(text).FirstOrDefault(k => !known.Contains(k)) is { } key)
                    return $"không có nội dung “{key}” trong “{text}”; hãy xem các khóa ở data/forms/README.md";
            }
            catch (FormatException)
            {
                return $"dấu ngoặc nhọn trong “{text}” không khép hoặc không có khóa";
            }
        }
        return null;
    }
}
