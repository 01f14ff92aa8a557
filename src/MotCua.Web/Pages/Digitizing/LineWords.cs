using MotCua.App.Digitizing;
using MotCua.App.Papers.Digitizing;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Digitizing;

/// <summary>Words of the digitization line.</summary>
internal static class LineWords
{
    /// <summary>The four steps, each with how it stands: done, now, to come.</summary>
    public static IEnumerable<(string Name, Tone Tone)> Steps(DigitizedPaper paper) => Enum.GetValues<DigitizingStep>().Select(step => (
        $"{(int)step + 1} {Capital(Terms.Of(step))}",
        paper.Next is not { } next || step < next ? Tone.Ok : step == next ? Tone.Go : Tone.Plain));

    /// <summary>What the officer does next with a paper.</summary>
    public static string Next(PaperView paper) => (paper.State.Next, paper.Row.CheckedAt) switch
    {
        (DigitizingStep.Copy, null) => "Chờ kiểm tra dữ liệu và ký số",
        (DigitizingStep.Copy, _) => "Đã kiểm tra dữ liệu, chờ ký số",
        (DigitizingStep.Extract, _) => "Đã ký số, chờ kiểm tra dữ liệu",
        (DigitizingStep.Code, _) or (DigitizingStep.Keep, _) => "Chờ tiếp nhận hồ sơ để cấp mã và lưu kho",
        _ => "Đã lưu kho",
    };

    /// <summary>How a scan stands.</summary>
    public static string State(ScanView scan) => scan.Scan.State switch
    {
        ScanState.Waiting or ScanState.Reading when scan.Before is > 0 and var n => $"Đang chờ đọc, trước đó còn {n} tệp",
        ScanState.Waiting or ScanState.Reading when scan.Pages.Count > 0 => $"Đang đọc: xong {scan.Pages.Count(p => p.IsRead)} trên {scan.Pages.Count} trang",
        _ => Capital(Terms.Of(scan.Scan.State)),
    };

    /// <summary>The tone of a scan.</summary>
    public static Tone ToneOf(ScanState state) => state switch
    {
        ScanState.Read => Tone.Ok, ScanState.Failed => Tone.No, ScanState.Unread => Tone.Ask, _ => Tone.Go,
    };

    /// <summary>With a capital at the beginning.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
