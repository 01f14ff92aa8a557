using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>Which one-stop unit may receive for which agency: it follows from the published scope of the procedure and from the dated rows that
/// switch reception without boundaries on and off, never from where the applicant lives (R-NB-01, R-NB-02, R-NB-03, R-NB-11).</summary>
[NoTerm("a question to scope and agencies")]
public static class Boundary
{
    private const int MostPlaces = 3;

    /// <summary>Why the agency does not resolve the procedure; null if it may.</summary>
    public static Refusal? NotCompetent(ReceptionTerms procedure, AgencyId competent, AgencyDirectory agencies) =>
        agencies.Find(competent) is { } agency && procedure.Levels.Contains(agency.Level) && agencies.Decides(agency, procedure.Department)
            ? null
            : new Refusal("receive.competent",
                $"Cơ quan giải quyết phải là cơ quan có thẩm quyền ở {procedure.LevelWords} theo thủ tục. Hãy chọn lại.", null, "Competent");

    /// <summary>Why the unit may not receive for the agency, with where to file instead; null if it may.</summary>
    /// <param name="open">The row of the rule "boundary.reception" that holds for procedure and units; null where none does.</param>
    public static Refusal? Outside(ReceptionTerms procedure, AgencyId reception, AgencyId competent, AgencyDirectory agencies, Rule? open)
    {
        if (agencies.Find(competent) is not { } agency || agencies.Find(reception) is not { } here || IsOwn(reception, competent, agencies))
            return null;
        var (where, why, law) = (Where(competent, agencies), Closed(procedure, here, agency, agencies), "NĐ 118/2025/NĐ-CP Đ.14");
        if (why is null && open is { Value: "false" })
            (why, law) = ("Nơi này đang tạm ngừng nhận thủ tục thay cho cơ quan khác", open.LegalBasis);
        return why is null ? null : new Refusal(
            "receive.scope", $"{why}. Nộp được tại: {where}. Hãy chuyển hồ sơ đến đó trong ngày, hoặc chọn lại cơ quan giải quyết.", law,
            "ReceptionUnit");
    }

    /// <summary>Whether a one-stop unit is the agency's own: no boundary is crossed then.</summary>
    public static bool IsOwn(AgencyId reception, AgencyId competent, AgencyDirectory agencies) =>
        agencies.Find(reception) is { Parent: { } upper } here && agencies.Find(competent) is { } agency
        && here.Level == agency.Level && agencies.IsWithin(competent, upper);

    /// <summary>The one-stop units of the agency's own level and place.</summary>
    public static IEnumerable<Agency> OneStopsOf(AgencyId competent, AgencyDirectory agencies) =>
        agencies.All.Where(a => a.Kind == AgencyKind.OneStop && a.To is null && IsOwn(a.Id, competent, agencies));

    private static string? Closed(ReceptionTerms procedure, Agency here, Agency agency, AgencyDirectory agencies) => procedure.Scope switch
    {
        // A unit of a ministry receives what is its ministry's own (R-NB-03).
        _ when here.Level == Level.Ministry && !(here.Parent is { } ministry && agencies.IsWithin(agency.Id, ministry)) =>
            $"{here.Name} chỉ tiếp nhận thủ tục của bộ, ngành mình",
        BoundaryScope.Unit => $"Thủ tục này chỉ tiếp nhận tại bộ phận Một cửa của {agency.Name}",
        BoundaryScope.Province when Province(here) != Province(agency) => $"Thủ tục này chỉ tiếp nhận trong phạm vi tỉnh của {agency.Name}",
        _ => null,
    };

    private static string Where(AgencyId competent, AgencyDirectory agencies)
    {
        var names = OneStopsOf(competent, agencies).Select(a => a.Name).Take(MostPlaces).ToList();
        return names.Count == 0 ? $"bộ phận Một cửa của {agencies.NameOf(competent)}" : string.Join("; ", names);
    }

    // The first group of an identifier names the province: "H15".
    private static string Province(Agency agency) => agency.Code.Split('.')[0];
}
