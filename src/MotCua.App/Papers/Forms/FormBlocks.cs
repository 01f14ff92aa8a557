using System.Text.Json.Serialization;

namespace MotCua.App.Papers.Forms;

/// <summary>One part of a form. Texts may hold placeholders: "{dossierCode}".</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(TitleBlock), "title")]
[JsonDerivedType(typeof(FieldsBlock), "fields")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ListBlock), "list")]
[JsonDerivedType(typeof(NoteBlock), "note")]
[JsonDerivedType(typeof(SignaturesBlock), "signatures")]
[JsonDerivedType(typeof(FinePrintBlock), "fine")]
public abstract record FormBlock
{
    /// <summary>The keys of the single values that stand in it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Keys => this switch
    {
        HeadingBlock h => Of(h.Parent, h.Unit, h.Number, h.PlaceAndDate),
        TitleBlock t => Of([t.Text, .. (t.Under ?? []).Select(f => f.Value)]),
        FieldsBlock f => Of([.. f.Fields.Select(x => x.Value)]),
        NoteBlock n => Of(n.Text),
        FinePrintBlock f => Of(f.Text),
        SignaturesBlock s => Of([.. s.Recipients ?? []]),
        _ => [],
    };

    private static IEnumerable<string> Of(params string[] texts) => texts.SelectMany(FormText.Keys);
}

/// <summary>The national heading in two columns: agency on the left, Quốc hiệu and tiêu ngữ on the right; the QR code at the top left
/// (NĐ 30/2020/NĐ-CP, Phụ lục I; TT 01/2023/TT-VPCP for the QR code).</summary>
/// <param name="Parent">The agency above, printed in capitals.</param>
/// <param name="Unit">The issuing unit, printed in bold capitals.</param>
/// <param name="Number">"Số: {number}/PBS-{unitShort}".</param>
/// <param name="PlaceAndDate">"{place}, {date}".</param>
public sealed record HeadingBlock(string Parent, string Unit, string Number, string PlaceAndDate) : FormBlock;

/// <summary>The form's name, centred and bold, with lines under it.</summary>
/// <param name="Text">In capitals.</param>
/// <param name="Under">Centred lines under the name: dossier code, which copy.</param>
public sealed record TitleBlock(string Text, IReadOnlyList<FormField>? Under = null) : FormBlock;

/// <summary>Labelled lines.</summary>
public sealed record FieldsBlock(IReadOnlyList<FormField> Fields) : FormBlock;

/// <summary>One labelled line: "label: value".</summary>
/// <param name="Value">Text with placeholders: "{dossierCount} (bộ)".</param>
/// <param name="Label">Without the colon; null for a line of text alone.</param>
/// <param name="Bold">Whether the value is bold.</param>
/// <param name="SameLine">Whether it stands beside the field before where both fit on one line.</param>
public sealed record FormField(
    string Value, string? Label = null, bool Bold = false, bool SameLine = false, WhenEmpty WhenEmpty = WhenEmpty.Refuse);

/// <summary>A table whose head is repeated on each page.</summary>
/// <param name="Name">Which table of the content: <see cref="FormKeys.Components"/>.</param>
/// <param name="Caption">A line above the table.</param>
public sealed record TableBlock(
    string Name, IReadOnlyList<FormColumn> Columns, string? Caption = null, WhenEmpty WhenEmpty = WhenEmpty.Refuse) : FormBlock;

/// <summary>One column of a table.</summary>
/// <param name="Heading">Text of the head.</param>
/// <param name="Text">The cell, with placeholders over the row's keys; "\n" starts a new line. A placeholder without a value
/// is dotted where the cell has other text, and empty where it stands alone.</param>
/// <param name="Width">Share of the table's width; the shares of a table are taken against their sum.</param>
/// <param name="Centred">Whether the cells are centred; otherwise they stand left.</param>
public sealed record FormColumn(string Heading, string Text, double Width, bool Centred = false);

/// <summary>A numbered list.</summary>
/// <param name="Name">Which list of the content: <see cref="FormKeys.Requirements"/>.</param>
/// <param name="Caption">A line above the list.</param>
public sealed record ListBlock(string Name, string? Caption = null, WhenEmpty WhenEmpty = WhenEmpty.Refuse) : FormBlock;

/// <summary>A paragraph.</summary>
public sealed record NoteBlock(string Text, bool Bold = false, bool Italic = false, WhenEmpty WhenEmpty = WhenEmpty.Refuse) : FormBlock;

/// <summary>One or two signatures side by side; one alone stands on the right.</summary>
/// <param name="Recipients">"Nơi nhận" on the left of one signature (NĐ 30/2020/NĐ-CP, Phụ lục I), a line each.</param>
public sealed record SignaturesBlock(IReadOnlyList<FormSigner> Signers, IReadOnlyList<string>? Recipients = null) : FormBlock;

/// <summary>The place of one signature.</summary>
/// <param name="Role">Who of the content signs: <see cref="FormKeys.Receiver"/>.</param>
/// <param name="Heading">"NGƯỜI TIẾP NHẬN HỒ SƠ".</param>
/// <param name="Hint">"(Ký và ghi rõ họ tên)".</param>
/// <param name="Electronic">The line in place of the hint on an electronic form: "Chữ ký số của người tiếp nhận hồ sơ".</param>
public sealed record FormSigner(string Role, string Heading, string Hint, string? Electronic = null);

/// <summary>Small print under the signatures.</summary>
public sealed record FinePrintBlock(string Text, WhenEmpty WhenEmpty = WhenEmpty.Refuse) : FormBlock;
