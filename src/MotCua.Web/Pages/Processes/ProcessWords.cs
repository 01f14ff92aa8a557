using MotCua.App.Processes;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Domain.Processes.Bpmn.Drawing;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Processes;

/// <summary>What pages say of processes.</summary>
internal static class ProcessWords
{
    /// <summary>The list, as a crumb.</summary>
    public static readonly Crumb List = new("/quy-trinh", "Quy trình");

    /// <summary>Where a version is shown.</summary>
    public static string Href(ProcessDefinition process) => $"/quy-trinh/{Uri.EscapeDataString(process.Code)}/{process.Version}";

    /// <summary>Where a version that was drawn here is looked after.</summary>
    public static string Href(ProcessVersionRow version) => $"/quy-trinh/ban/{version.Id}";

    /// <summary>"từ 01/01/2018 đến 30/06/2025".</summary>
    public static string Validity(ProcessDefinition process) => Validity(process.From, process.To);

    /// <summary>"từ 01/01/2018 đến 30/06/2025".</summary>
    public static string Validity(DateOnly from, DateOnly? to) =>
        to is { } last ? $"từ {VietText.Day(from)} đến {VietText.Day(last)}" : $"từ {VietText.Day(from)}";

    /// <summary>Its state, by the day: what was published and is over has ended.</summary>
    public static (Tone Tone, string Words) State(ProcessVersionRow version, DateOnly today) => version.State switch
    {
        VersionState.Draft => (Tone.Plain, version.Remark is null ? "Bản thảo" : "Bản thảo, được trả lại"),
        VersionState.Checked => (Tone.Ask, "Đã kiểm soát, chờ ban hành"),
        _ when version.To < version.From => (Tone.Plain, "Bị thay trước khi có hiệu lực"),
        _ when version.To < today => (Tone.Plain, "Hết hiệu lực"),
        _ when version.From > today => (Tone.Ok, "Đã ban hành, chờ đến ngày"),
        _ => (Tone.Ok, version.State == VersionState.Ended ? "Đang hiệu lực, đã định ngày hết" : "Đang hiệu lực"),
    };

    /// <summary>Marks at the steps that must be mended.</summary>
    public static Dictionary<string, PictureMark> Wrong(IEnumerable<ProcessFinding> findings) => findings.Where(f => f.Blocks && f.Element.Length > 0)
        .Select(f => f.Element).Distinct().ToDictionary(e => e, _ => new PictureMark("at-wrong", "!", "phải sửa"));

    /// <summary>"12 giờ (1,5 ngày)"; days only where two decimals say them exactly; "không ghi" where a process sets none.</summary>
    public static string Time(decimal? hours) => hours switch
    {
        null => "không ghi",
        { } h when h * 100 % ProcessTime.HoursOfADay == 0 => $"{VietText.Number(h)} giờ ({VietText.Number(h / ProcessTime.HoursOfADay)} ngày)",
        { } h => $"{VietText.Number(h)} giờ",
    };

    /// <summary>Where a step is done; a department by one that has its function.</summary>
    public static string Place(ProcessElement step, AgencyDirectory agencies) =>
        step.Place is not { } place ? ""
        : place == StepPlace.Agency && agencies.Find(step.Agency ?? "") is { } named
            ? agencies.NameOf(step.Function is { } own ? agencies.Department(named.Id, own) : named.Id)
        : step.Function is { } function ? Department(function, agencies) : Sentence(Terms.Of(place));

    /// <summary>A department by its function: "Phòng chuyên môn, như Phòng Kinh tế".</summary>
    public static string Department(string function, AgencyDirectory agencies) =>
        $"{Sentence(Terms.Of(StepPlace.Department))}, "
        + (agencies.All.FirstOrDefault(a => a.Function == function) is { } one ? $"như {one.Name}" : $"chức năng {function}");

    /// <summary>Who does a step.</summary>
    public static string Role(ProcessElement step) => step.Duty is { } duty ? Sentence(Terms.Of(duty)) : "";

    /// <summary>A term with a capital first letter.</summary>
    public static string Sentence(string term) => char.ToUpperInvariant(term[0]) + term[1..];
}
