using System.Text.Json;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Catalogue.Import;

/// <summary>Reads unchanged answers of the national API.</summary>
internal static class AnswerReader
{
    /// <summary>The answer of the national API.</summary>
    public static SourceRecord Answer(JsonElement e, SourceRecord named) => named with
    {
        Agency = DetailReader.Agency(e.Text("departmentPromulgateCode"), e.Text("departmentPromulgateName")),
        Decision = e.Text("decisionNo") is { Length: > 0 } no ? no : Proposal(e),
        Levels = Levels(e), Sectors = DetailReader.Agencies(e, "categoriesDetails"),
        Subjects = [.. e.List("subjectTypesDetails").Select(s => s.Text("name")).Where(s => s.Length > 0)],
        Executing = [.. DetailReader.Agencies(e, "departmentsExecuting"), .. DetailReader.Agencies(e, "unitGroupsExecuting")],
        Authority = [.. DetailReader.Agencies(e, "departmentsAuthority"), .. DetailReader.Agencies(e, "unitGroupsAuthority")],
        Coordinating = e.Text("coordinatingAgencies"), ReceivingAddress = e.Text("dossierReceivingAddresses"),
        Steps = [.. e.List("executionSteps").Select(s => new WrittenStep(s.Text("name"), s.Text("description"))).Where(s => s.Text.Length > 0
            || s.Name.Length > 0)],
        Ways = [.. e.List("executionMethods").Select(Way)],
        Cases = [.. e.List("executionCases").Select(Case)],
        Results = [.. e.List("resultsDetails").Select(r => new ProcedureResult(DetailReader.Null(r.Text("code")), r.Text("name"))).Where(r =>
            r.Name.Length > 0)],
        LegalTexts = [.. e.List("legalBasisesDetails").Select(l => new LegalText(l.Text("code"), DetailReader.Null(l.Text("name"))))
            .Where(l => l.Number.Length > 0 || l.Name is not null)],
        Conditions = e.Text("requirementsAndConditions") is { Length: > 0 } conditions ? conditions : e.Text("description"),
        Related = e.Text("procedureRelatedGroup"),
        Events = [.. e.List("serviceGroupsDetails").Select(s => s.Text("name")).Where(s => s.Length > 0)],
        Keywords = [.. e.Text("keywords").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Online = e.Flag("isFullProcess"), Anywhere = e.Flag("isNonTerritorial"), Type = e.Text("formalityType"), State = e.Text("state"),
        Address = e.Text("id") is { Length: > 0 } id ? $"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{id}" : "",
    };

    /// <summary>The day on which the national database last changed an answer; null where it does not say.</summary>
    public static DateOnly? Updated(JsonElement e) =>
        e.Amount("updatedAt") is { } at and > 0 and < 253402300800000m ? Vietnam.Day(DateTimeOffset.FromUnixTimeMilliseconds((long)at)) : null;

    private static string Proposal(JsonElement e) => e.Find("procedureProposal") is { } p
        ? p.Text("decisionNumber") is { Length: > 0 } number ? number : p.Text("proposalNumber") : "";

    private static List<Level> Levels(JsonElement e)
    {
        var levels = new List<Level>();
        if (e.Flag("isWard") == true)
            levels.Add(Level.Commune);
        if (e.Flag("isProvince") == true)
            levels.Add(Level.Province);
        if (e.Flag("isMinistry") == true)
            levels.Add(Level.Ministry);
        return levels;
    }

    private static SourceWay Way(JsonElement m)
    {
        var channel = m.Text("submissionMethod");
        return new SourceWay(DetailReader.ChannelOf(channel), channel, DetailReader.Null(m.Text("processingTime")),
            DetailReader.Null(m.Text("processingTimeUnit")),
            [.. m.List("fees").Select(f => DetailReader.Fee(f.Text("type"), f, "value", Currency(f), f.Text("description")))], m.Text("description"));
    }

    private static string Currency(JsonElement fee) => fee.Text("currency") is { Length: > 0 } named ? named
        : fee.Text("currencyName") is { Length: > 0 } name ? name : "VND";

    private static SourceCase Case(JsonElement c) => new(
        c.Text("name"),
        [.. c.List("profileComponents").Select(p => new SourcePaper(
            p.Text("name"), DetailReader.Null(p.Text("code")), p.Count("originalQty"), p.Count("copyQty"), p.Flag("required") == true,
            [.. p.List("attachments").Select(a => new FormFile(a.Text("fileName"))).Where(f => f.Name.Length > 0)],
            [.. p.Texts("replacedBy")]))],
        null);
}
