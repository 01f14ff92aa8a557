using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>Turns the blocks of a template and the content into boxes.</summary>
/// <param name="size">Of the body text, in points.</param>
internal sealed class FormLayout(FormTemplate template, FormContent content, TextSetter text, PageSetup page, float size)
{
    /// <summary>Height of a line of text, in sizes; room for two marks on a capital (Ễ, Ợ).</summary>
    public const float Leading = 1.17f;

    /// <summary>From the top of a line to its baseline, in sizes.</summary>
    public const float Ascent = 0.93f;

    // First line of a paragraph; em-wide blanks would come back from the PDF as odd characters, so ordinary ones are used.
    private const string Indent = "\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0";

    private readonly List<Box> boxes = [];

    /// <summary>Every box of the form in order.</summary>
    public IReadOnlyList<Box> Build()
    {
        foreach (var block in template.Blocks)
            Add(block);
        return boxes;
    }

    private void Add(FormBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                boxes.Add(HeadingLayout.Build(heading, content, text, page));
                break;
            case TitleBlock title:
                Title(title);
                break;
            case FieldsBlock fields:
                Fields(fields.Fields);
                break;
            case TableBlock table:
                Table(table);
                break;
            case ListBlock list:
                List(list);
                break;
            case NoteBlock note:
                Note(note);
                break;
            case SignaturesBlock signatures:
                Signatures(signatures);
                break;
            case FinePrintBlock fine:
                Fine(fine);
                break;
        }
    }

    private void Title(TitleBlock title)
    {
        var lines = text.Balance([new(Fill(title.Text), FontStyle.Bold)], size + 2, page.Body);
        for (var i = 0; i < lines.Count; i++)
            boxes.Add(Centred(lines[i]) with { Before = i == 0 ? 7 : 0, KeepWithNext = true });
        var under = Resolve(title.Under ?? []);
        for (var i = 0; i < under.Count; i++)
            foreach (var line in text.Balance(under[i], size, page.Body))
                boxes.Add(Centred(line) with { Before = i == 0 ? 2 : 0, KeepWithNext = true });
        boxes.Add(new(3, (_, _, _) => { }) { KeepWithNext = true });
    }

    private Box Centred(Line line) =>
        new(line.Size * Leading, (pen, y, _) => pen.Text(line, (page.Body - line.Width) / 2, y + line.Size * Ascent));

    private void Fields(IReadOnlyList<FormField> fields)
    {
        foreach (var spans in Resolve(fields))
            Paragraph(spans, size, 1.6f);
    }

    /// <summary>Fields as paragraphs: a field that may stand on the same line joins the one before where both fit.</summary>
    private List<IReadOnlyList<Span>> Resolve(IReadOnlyList<FormField> fields)
    {
        var paragraphs = new List<IReadOnlyList<Span>>();
        foreach (var field in fields)
        {
            if (FormText.Fill(field.Value, content.Values, field.WhenEmpty) is not { } value)
                continue;
            var spans = new List<Span>();
            if (field.Label is not null)
                spans.Add(new(Fill(field.Label) + ": "));
            spans.Add(new(value, field.Bold ? FontStyle.Bold : FontStyle.Regular));
            if (field.SameLine && paragraphs.Count > 0)
            {
                List<Span> both = [.. paragraphs[^1], new("\u00A0\u00A0\u00A0 "), .. spans];
                if (text.Break(both, size, page.Body).Count == 1)
                {
                    paragraphs[^1] = both;
                    continue;
                }
            }
            paragraphs.Add(spans);
        }
        return paragraphs;
    }

    private void Note(NoteBlock note)
    {
        if (FormText.Fill(note.Text, content.Values, note.WhenEmpty) is { } filled)
            Paragraph([new(Indent + filled, Style(note.Bold, note.Italic))], size, 2);
    }

    private void Fine(FinePrintBlock fine)
    {
        if (FormText.Fill(fine.Text, content.Values, fine.WhenEmpty) is not { } filled)
            return;
        KeepLast(Math.Min(2, boxes.Count));
        Paragraph([new(filled, FontStyle.Italic)], Math.Max(8.5f, size - 2), 5);
    }

    private void List(ListBlock list)
    {
        var items = content.Lists.GetValueOrDefault(list.Name) ?? [];
        if (IsLeftOut(list.Name, items.Count, list.WhenEmpty))
            return;
        Caption(list.Caption);
        if (items.Count == 0)
            items = [FormText.Dots];
        var indent = text.One($"{items.Count}.\u00A0", FontStyle.Regular, size).Width;
        for (var i = 0; i < items.Count; i++)
            Paragraph([new(items[i])], size, 1.6f, indent, text.One($"{i + 1}.", FontStyle.Regular, size));
    }

    private void Table(TableBlock table)
    {
        var rows = content.Tables.GetValueOrDefault(table.Name) ?? [];
        if (IsLeftOut(table.Name, rows.Count, table.WhenEmpty))
            return;
        Caption(table.Caption);
        if (rows.Count == 0)
            rows = [new Dictionary<string, string>()];
        boxes.AddRange(new TableLayout(table, text, page, size - 0.75f, (float)content.RowHeight).Build(rows));
    }

    private void Caption(string? caption)
    {
        if (caption is null)
            return;
        var from = boxes.Count;
        Paragraph([new(Fill(caption))], size, 1.6f);
        KeepLast(boxes.Count - from);
    }

    private void Signatures(SignaturesBlock block)
    {
        KeepLast(Math.Min(2, boxes.Count));
        boxes.Add(SignatureLayout.Build(block, content, text, page, size));
    }

    private bool IsLeftOut(string name, int count, WhenEmpty whenEmpty)
    {
        if (count == 0 && whenEmpty == WhenEmpty.Refuse)
            throw new FormContentException(name, $"Chưa in được giấy vì “{name}” không có dòng nào; hãy bổ sung rồi in lại.");
        return count == 0 && whenEmpty == WhenEmpty.LeaveOut;
    }

    private void Paragraph(IReadOnlyList<Span> spans, float at, float before, float indent = 0, Line? mark = null)
    {
        var lines = text.Break(spans, at, page.Body - indent);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, isFirst) = (lines[i], i == 0);
            boxes.Add(new(at * Leading, (pen, y, _) =>
            {
                if (isFirst && mark is not null)
                    pen.Text(mark, 0, y + at * Ascent);
                pen.Text(line, indent, y + at * Ascent);
            })
            {
                // A paragraph never leaves its first or last line alone on a page.
                Before = isFirst ? before : 0, KeepWithNext = lines.Count > 1 && (i == 0 || i == lines.Count - 2),
            });
        }
    }

    private void KeepLast(int count)
    {
        for (var i = boxes.Count - count; i < boxes.Count; i++)
            boxes[i] = boxes[i] with { KeepWithNext = true };
    }

    private string Fill(string words) => FormText.Fill(words, content.Values, WhenEmpty.Refuse)!;

    private static FontStyle Style(bool bold, bool italic) =>
        bold ? italic ? FontStyle.BoldItalic : FontStyle.Bold : italic ? FontStyle.Italic : FontStyle.Regular;
}
