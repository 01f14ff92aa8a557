using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.Domain.Papers.Digitizing;

/// <summary>A page as it stands in a paper.</summary>
/// <param name="Source">SHA-256 of the file that it came in.</param>
/// <param name="Number">Its number in that file, from 1.</param>
/// <param name="Picture">SHA-256 of its picture.</param>
/// <param name="Quarters">By how many quarters it is turned clockwise to stand upright.</param>
/// <param name="Again">It is the second image of the page before, with or without a note that is stuck on it (R-DIG-06).</param>
[Term("trang bản quét", Law = "TT 01/2023/TT-VPCP Đ.8")]
public sealed record LaidPage(string Source, int Number, string Picture, int Quarters, bool Again);

/// <summary>The copy as it was signed.</summary>
/// <param name="Digest">SHA-256 of the signed file.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="At">When it was signed.</param>
/// <param name="Serial">Number of the certificate (F-10).</param>
[Term("bản số hóa đã ký", Law = "TT 01/2023/TT-VPCP Đ.8.1")]
public sealed record SignedCopy(string Digest, int Pages, DateTimeOffset At, string Serial);

/// <summary>A paper on the digitization line. It goes from copy to keep and never leaves a step out.</summary>
/// <param name="Pages">In their order.</param>
/// <param name="Sides">How many written sides the paper has, as the officer counted; null where he has not.</param>
[Term("giấy tờ đang số hóa", Law = "TT 01/2023/TT-VPCP Đ.7")]
public sealed record DigitizedPaper(Guid Id, IReadOnlyList<LaidPage> Pages, int? Sides)
{
    private static readonly Refusal Signed = new(
        "digitize.signed", "Bản số hóa này đã ký nên không xếp lại trang được. Hãy quét lại giấy tờ nếu bản quét sai.", "TT 01/2023/TT-VPCP Đ.8.1");

    private static readonly Refusal Empty = new("digitize.no-pages", "Giấy tờ này chưa có trang nào. Hãy quét hoặc chuyển trang vào giấy tờ này.");

    private const string Order = "TT 01/2023/TT-VPCP Đ.7";

    /// <summary>The signed copy.</summary>
    public SignedCopy? Copy { get; private init; }
    /// <summary>The data, confirmed by the officer.</summary>
    public DocumentFacts? Facts { get; private init; }
    /// <summary>Whose it is.</summary>
    public DocumentOwner? Owner { get; private init; }
    /// <summary>The digitization-result code.</summary>
    public string? Code { get; private init; }
    /// <summary>The document of the repository.</summary>
    public Guid? Held { get; private init; }

    /// <summary>The step that comes next; null when it is kept.</summary>
    public DigitizingStep? Next => Copy is null ? DigitizingStep.Copy : Facts is null ? DigitizingStep.Extract : Code is null ? DigitizingStep.Code
        : Held is null ? DigitizingStep.Keep : null;

    /// <summary>How many images show a side of their own.</summary>
    public int Images => Pages.Count(p => !p.Again);

    /// <summary>Whether the copy may be signed: pages are there, and as many as the paper has (R-DIG-06).</summary>
    public Refusal? Copied => Copy is not null ? Signed : Pages.Count == 0 ? Empty
        : Sides is { } sides && sides != Images ? new Refusal(
            "digitize.count",
            $"Bản giấy có {sides} trang nhưng bản quét có {Images} trang. Hãy quét thêm trang thiếu, bỏ trang thừa hoặc đếm lại bản giấy.",
            "TT 01/2023/TT-VPCP Đ.8.2", nameof(Sides)) : null;

    /// <summary>Its pages laid anew.</summary>
    public (DigitizedPaper Paper, Refusal? No) Lay(IReadOnlyList<LaidPage> pages, int? sides) =>
        Copy is not null ? (this, Signed) : (this with { Pages = pages, Sides = sides }, null);

    /// <summary>Step 1 ends: the copy is signed.</summary>
    public (DigitizedPaper Paper, Refusal? No) Sign(SignedCopy copy) => Copied is { } no ? (this, no)
        : copy.Pages != Pages.Count ? (this, new Refusal(
            "digitize.copy-count", "Bản ký không đủ trang so với bản quét. Hãy ký lại.", "TT 01/2023/TT-VPCP Đ.8.2"))
        : (this with { Copy = copy }, null);

    /// <summary>Step 2: the data that the officer confirmed.</summary>
    public (DigitizedPaper Paper, Refusal? No) Extract(DocumentFacts facts, DocumentOwner owner) =>
        Out(DigitizingStep.Extract) is { } no ? (this, no) : FactsCheck.Of(facts, owner) is { } wrong ? (this, wrong)
        : (this with { Facts = facts, Owner = owner }, null);

    /// <summary>Step 3: its code.</summary>
    public (DigitizedPaper Paper, Refusal? No) GiveCode(string code) => Out(DigitizingStep.Code) is { } no ? (this, no) : (this with { Code = code }, null);

    /// <summary>Step 4: it is in the repository.</summary>
    public (DigitizedPaper Paper, Refusal? No) Keep(Guid held) => Out(DigitizingStep.Keep) is { } no ? (this, no) : (this with { Held = held }, null);

    private Refusal? Out(DigitizingStep step) => Next == step ? null : Next is { } first && first < step
        ? new Refusal("digitize.order", $"Bước “{Terms.Of(step)}” chưa làm được khi bước “{Terms.Of(first)}” chưa xong. Hãy làm theo thứ tự.", Order)
        : new Refusal("digitize.done", $"Bước “{Terms.Of(step)}” của giấy tờ này đã làm xong. Hãy tải lại trang để xem.", Order);
}
