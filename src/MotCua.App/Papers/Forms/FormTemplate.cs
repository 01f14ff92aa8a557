using System.Text.Json.Serialization;

namespace MotCua.App.Papers.Forms;

/// <summary>Paper size of a form. TT 01/2018/TT-VPCP Đ9.2: A5 for forms 01–05, A4 for the tracking book.</summary>
public enum FormPaper
{
    /// <summary>148 × 210 mm, portrait.</summary>
    A5,

    /// <summary>210 × 297 mm, portrait.</summary>
    A4,

    /// <summary>297 × 210 mm, landscape.</summary>
    A4Landscape,
}

/// <summary>What happens where a value of the content is missing or empty.</summary>
public enum WhenEmpty
{
    /// <summary>The paper is not printed: <see cref="FormContentException"/>.</summary>
    Refuse,

    /// <summary>The line, list or table is left out.</summary>
    LeaveOut,

    /// <summary>A dotted line stands in its place, to be filled by hand.</summary>
    Dots,
}

/// <summary>A statutory form as data: what stands on the paper, in which order, under which text of law.</summary>
public sealed record FormTemplate
{
    /// <summary>Type and regime: "receipt/2025".</summary>
    public required string Key { get; init; }

    /// <summary>The form's name, sentence case: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả".</summary>
    public required string Title { get; init; }

    /// <summary>The number in the annex: "Mẫu số 01".</summary>
    public required string Number { get; init; }

    /// <summary>The text that prescribes the form, as cited.</summary>
    public required string Law { get; init; }

    /// <summary>Paper size.</summary>
    public required FormPaper Paper { get; init; }

    /// <summary>Size of the body text in points, 9 to 14.</summary>
    public double Size { get; init; } = 11;

    /// <summary>Down to which size the text may shrink, in steps of half a point, so that the paper stays on one page;
    /// null never shrinks. A paper that needs two pages all the same is printed at <see cref="Size"/>.</summary>
    public double? SmallestSize { get; init; }

    /// <summary>Whether the layout was compared with the annex of the law.</summary>
    public required bool Verified { get; init; }

    /// <summary>What is printed in the foot while <see cref="Verified"/> is false.</summary>
    public string? Caution { get; init; }

    /// <summary>The blocks from top to bottom.</summary>
    public required IReadOnlyList<FormBlock> Blocks { get; init; }

    /// <summary>"receipt" of "receipt/2025".</summary>
    [JsonIgnore] public string Type => Key[..Key.IndexOf('/')];

    /// <summary>"2025" of "receipt/2025".</summary>
    [JsonIgnore] public string Regime => Key[(Key.IndexOf('/') + 1)..];

    /// <summary>The line of the foot that says which form this is, with the caution while it is not verified.</summary>
    [JsonIgnore] public string Source => Verified ? $"{Number}, {Law}" : $"{Number}, {Law} ({Caution})";
}
