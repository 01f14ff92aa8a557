using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Processes;

/// <summary>What pages say of processes.</summary>
internal static class ProcessWords
{
    /// <summary>The list, as a crumb.</summary>
    public static readonly Crumb List = new("/quy-trinh", "Quy trình");

    /// <summary>Where a version is shown.</summary>
    public static string Href(ProcessDefinition process) => $"/quy-trinh/{Uri.EscapeDataString(process.Code)}/{process.Version}";

    /// <summary>"từ 01/01/2018 đến 30/06/2025".</summary>
    public static string Validity(ProcessDefinition process) =>
        process.To is { } to ? $"từ {VietText.Day(process.From)} đến {VietText.Day(to)}" : $"từ {VietText.Day(process.From)}";

    /// <summary>"12 giờ (1,5 ngày)"; days only where two decimals say them exactly; "không ghi" where a process sets none.</summary>
    public static string Time(decimal? hours) => hours switch
    {
        null => "không ghi",
        { } h when h * 100 % ProcessTime.HoursOfADay == 0 => $"{VietText.Number(h)} giờ ({VietText.Number(h / ProcessTime.HoursOfADay)} ngày)",
        { } h => $"{VietText.Number(h)} giờ",
    };

    /// <summary>Where a step is done; a department by one that has its function.</summary>
    public static string Place(ProcessElement step, AgencyDirectory agencies) =>
        step.Place is not { } place ? "" : step.Function is { } function ? Department(function, agencies) : Sentence(Terms.Of(place));

    /// <summary>A department by its function: "Phòng chuyên môn, như Phòng Kinh tế".</summary>
    public static string Department(string function, AgencyDirectory agencies) =>
        $"{Sentence(Terms.Of(StepPlace.Department))}, "
        + (agencies.All.FirstOrDefault(a => a.Function == function) is { } one ? $"như {one.Name}" : $"chức năng {function}");

    /// <summary>Who does a step.</summary>
    public static string Role(ProcessElement step) => step.Duty is { } duty ? Sentence(Terms.Of(duty)) : "";

    private static string Sentence(string term) => char.ToUpperInvariant(term[0]) + term[1..];
}
