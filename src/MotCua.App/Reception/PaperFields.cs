using MotCua.App.Reference;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;

namespace MotCua.App.Reception;

/// <summary>A component as typed.</summary>
/// <param name="Why">Why it does not pass: words for the slip; null if it passes.</param>
public sealed record TypedPaper(RequiredPaper Paper, TakenPaper Taken, string? Why, IReadOnlyList<AttemptFileRow> Files)
{
    /// <summary>Whether it was handed in at all: a component that nobody checked and that has no file was not.</summary>
    public bool Given => Taken.Passes is not null || Files.Count > 0;

    /// <summary>Why a file is taken that is hard to read; null where none was given.</summary>
    public string? Unclear { get; init; }
}

/// <summary>A fee line as typed.</summary>
public sealed record TypedFee(Tariff Tariff, int Count)
{
    /// <summary>Amount of the line.</summary>
    public Dong Sum => new(Tariff.Amount.Amount * Count);
}

/// <summary>Reads components and fee lines out of the fields "paper.…" and "fee.…".</summary>
internal static class PaperFields
{
    /// <summary>The end of the field that says why a file is taken that is hard to read.</summary>
    public const string UnclearField = ".unclear";

    private const int MostCopies = 999, MostUnits = 9999, LongestNote = 1000;

    public static TypedPaper Paper(
        TypedForm typed, RequiredPaper paper, IReadOnlyList<AttemptFileRow> files, ReferenceData reference, DateOnly today, List<Refusal> refusals)
    {
        var name = $"paper.{paper.Code}";
        bool? passes = typed[name + ".passes"] switch { "yes" => true, "no" => false, _ => null };
        var attached = files.Where(f => f.Component == paper.Code).ToList();
        var form = typed.Choice(name + ".form", UsualForm(paper));
        var count = typed.Number(name + ".count") ?? UsualCount(paper);
        if (typed[name + ".count"] is { } c && typed.Number(name + ".count") is not (>= 0 and <= MostCopies))
            refusals.Add(new Refusal("form.count", $"Số bản “{c}” chưa đúng. Hãy nhập số từ 0 đến {MostCopies}.", null, name + ".count"));
        if (typed.Raw(name + ".note").Length > LongestNote)
            refusals.Add(new Refusal("form.note", $"Ghi chú dài quá {LongestNote} ký tự. Hãy viết ngắn lại.", null, name + ".note"));
        var unclear = typed[name + UnclearField];
        // The longest reason is that of a note; what is longer is said, not cut.
        if (unclear?.Length > LongestNote)
            refusals.Add(new Refusal("form.unclear.long", $"Lý do nhận tệp dài quá {LongestNote} ký tự. Hãy viết ngắn lại.", null, name + UnclearField));
        else if (unclear is null && passes != false && attached.Exists(f => f.Warning is not null))
            refusals.Add(new Refusal("form.unclear",
                $"Giấy tờ “{paper.Name}” có tệp có thể khó đọc. Hãy quét lại, hoặc ghi lý do vẫn nhận.", "TT 01/2023/TT-VPCP Đ.8.2", name + UnclearField));
        return new TypedPaper(
            paper, new TakenPaper(paper.Code, form, count, passes, GivesBack(typed, name, form), [.. attached.Select(f => f.Digest)]),
            passes == false ? Why(typed, name, paper, reference, today, refusals) : null, attached) { Unclear = unclear };
    }

    public static PaperForm UsualForm(RequiredPaper paper) =>
        paper.ShowOnly ? PaperForm.Shown : paper.Originals > 0 ? PaperForm.Original : PaperForm.Photocopy;

    public static int UsualCount(RequiredPaper paper) => Math.Max(1, paper.Originals + paper.Copies);

    public static List<TypedFee> Fees(TypedForm typed, ProcedureVersion procedure, Channel channel, DateOnly today, List<Refusal> refusals)
    {
        var fees = new List<TypedFee>();
        foreach (var (i, tariff) in procedure.TariffsOn(today, channel).Index())
        {
            var field = $"fee.{i}.count";
            if (typed[field] is { } text && typed.Number(field) is not <= MostUnits)
                refusals.Add(new Refusal("form.fee", $"Số lượng “{text}” chưa đúng. Hãy nhập số từ 0 đến {MostUnits}.", null, field));
            fees.Add(new TypedFee(tariff, Math.Min(MostUnits, typed.Number(field) ?? (typed.Has(field) ? 0 : 1))));
        }
        return fees;
    }

    // What is only shown goes home with its owner at once.
    private static bool GivesBack(TypedForm typed, string name, PaperForm form) =>
        form is PaperForm.Original or PaperForm.CertifiedCopy && typed.Is(name + ".give-back");

    private static string? Why(
        TypedForm typed, string name, RequiredPaper paper, ReferenceData reference, DateOnly today, List<Refusal> refusals)
    {
        var reason = reference.ReasonsOf("fail-paper", today).FirstOrDefault(r => r.Code == typed[name + ".reason"])?.Text;
        var said = new[] { reason, typed[name + ".note"] }.OfType<string>().ToList();
        if (said.Count == 0)
            refusals.Add(new Refusal("form.why", $"Hãy ghi vì sao giấy tờ “{paper.Name}” không đạt.", "NĐ 61/2018/NĐ-CP Đ.17.1", name + ".reason"));
        return string.Join(' ', said);
    }
}
