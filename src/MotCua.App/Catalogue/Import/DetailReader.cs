using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue.Import;

/// <summary>Reads catalogue lines and full records.</summary>
internal static partial class DetailReader
{
    /// <summary>A line of the catalogue: code, name, sectors, agencies.</summary>
    public static SourceRecord Catalogue(JsonElement e, SourceRecord named) => named with
    {
        Agency = Agency(null, e.Text("promulgating_agency")),
        Sectors = [.. e.Texts("fields").Select(f => new NamedAgency(null, f))],
        Executing = [.. e.Texts("executing_departments").Select(d => new NamedAgency(null, d))],
        Subjects = e.Texts("subjects"), Type = e.Text("type"), State = e.Text("state"),
        Address = e.Text("dvcqg_id") is { Length: > 0 } id ? $"https://dichvucong.gov.vn/thu-tuc-hanh-chinh/{id}" : "",
    };

    /// <summary>A full record.</summary>
    public static SourceRecord Detail(JsonElement e, SourceRecord named) => named with
    {
        Agency = e.Find("promulgating_agency") is { } a ? Agency(a.Text("code"), a.Text("name")) : null,
        Decision = e.Text("decision_no"),
        Levels = [.. e.Texts("levels").Select(Level).OfType<Level>().Distinct()],
        Sectors = Agencies(e, "fields"), Subjects = e.Texts("subjects"), Executing = Agencies(e, "executing_agencies"),
        Authority = Agencies(e, "authority_agencies"), Coordinating = e.Text("coordinating_agencies"), ReceivingAddress = e.Text("receiving_address"),
        Steps = [.. e.List("steps").Select(s => new WrittenStep(s.Text("name"), s.Text("text"))).Where(s => s.Text.Length > 0 || s.Name.Length > 0)],
        Ways = [.. e.List("methods").Select(Way)],
        Cases = [.. e.List("dossier_cases").Select(Case)],
        Results = [.. e.List("results").Select(r => new ProcedureResult(Null(r.Text("code")), r.Text("name"))).Where(r => r.Name.Length > 0)],
        LegalTexts = [.. e.List("legal_bases").Select(l => new LegalText(l.Text("code"), Null(l.Text("name")))).Where(l => l.Number.Length > 0
            || l.Name is not null)],
        Conditions = e.Text("conditions"), Related = e.Text("related_procedures"), Events = e.Texts("service_groups"),
        Online = e.Flag("is_full_online"), Anywhere = e.Flag("is_non_territorial"), Type = e.Text("type"), State = e.Text("state"),
            Address = e.Text("source_url"),
    };

    /// <summary>Which source a full record is of.</summary>
    public static ProcedureSource SourceOf(JsonElement e) => e.Text("source") switch
    {
        "opengov_api" => ProcedureSource.Record,
        "nhdandz_doc" => ProcedureSource.Export,
        _ => ProcedureSource.Page,
    };

    /// <summary>The last day of a crawl: "2026-07-18", "2026-06/07", "2025-09/12"; null where none is named.</summary>
    public static DateOnly? Crawled(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        var months = Months().Match(text);
        return months.Success && int.Parse(months.Groups["last"].Value, CultureInfo.InvariantCulture) is >= 1 and <= 12 and var month
            ? new DateOnly(int.Parse(months.Groups["year"].Value, CultureInfo.InvariantCulture), month, 1).AddMonths(1).AddDays(-1)
            : null;
    }

    /// <summary>The channel that a word names.</summary>
    public static Channel? ChannelOf(string text) => text.ToUpperInvariant() switch
    {
        "DIRECT" or "1" or "TRỰC TIẾP" => Channel.Direct,
        "ONLINE" or "2" or "TRỰC TUYẾN" => Channel.Online,
        "POSTAL" or "3" or "BƯU CHÍNH" or "DỊCH VỤ BƯU CHÍNH" => Channel.Postal,
        _ => null,
    };

    /// <summary>The level that a word names: "PROVINCE", "Cấp Xã/phường/thị trấn".</summary>
    public static Level? Level(string text) => text.ToUpperInvariant() switch
    {
        "MINISTRY" or "0" => Domain.Agencies.Level.Ministry,
        "PROVINCE" or "1" => Domain.Agencies.Level.Province,
        "DISTRICT" or "2" => Domain.Agencies.Level.District,
        "COMMUNE" or "WARD" or "3" => Domain.Agencies.Level.Commune,
        var words when words.StartsWith("CẤP BỘ", StringComparison.Ordinal) || words.StartsWith("CẤP TRUNG ƯƠNG", StringComparison.Ordinal) =>
            Domain.Agencies.Level.Ministry,
        var words when words.StartsWith("CẤP TỈNH", StringComparison.Ordinal) => Domain.Agencies.Level.Province,
        var words when words.StartsWith("CẤP HUYỆN", StringComparison.Ordinal) || words.StartsWith("CẤP QUẬN", StringComparison.Ordinal) =>
            Domain.Agencies.Level.District,
        var words when words.StartsWith("CẤP XÃ", StringComparison.Ordinal) => Domain.Agencies.Level.Commune,
        _ => null,
    };

    /// <summary>An agency; null without a name.</summary>
    public static NamedAgency? Agency(string? code, string name) => name.Length > 0 ? new NamedAgency(Null(code), name) : null;

    /// <summary>Null for an empty text.</summary>
    public static string? Null(string? text) => string.IsNullOrEmpty(text) ? null : text;

    /// <summary>A fee; an amount that cannot be read stays in front of its words.</summary>
    public static WrittenFee Fee(string kind, JsonElement e, string amount, string currency, string text)
    {
        var read = e.Amount(amount);
        return new WrittenFee(kind, read, currency, read is null ? $"{e.Text(amount)} {text}".Trim() : text);
    }

    /// <summary>Agencies or sectors of a list.</summary>
    public static IReadOnlyList<NamedAgency> Agencies(JsonElement e, string name, string code = "code", string label = "name") =>
        [.. e.List(name).Select(a => Agency(a.Text(code), a.Text(label))).OfType<NamedAgency>()];

    private static SourceWay Way(JsonElement m)
    {
        var channel = m.Text("channel");
        return new SourceWay(ChannelOf(channel), channel, Null(m.Text("processing_time")), Null(m.Text("processing_time_unit")),
            [.. m.List("fees").Select(f => Fee(f.Text("type"), f, "value", f.Text("currency"), f.Text("description")))], m.Text("note"));
    }

    private static SourceCase Case(JsonElement c) => new(
        c.Text("case"),
        [.. c.List("components").Select(p => new SourcePaper(
            p.Text("name"), Null(p.Text("code")), p.Count("original_qty"), p.Count("copy_qty"), p.Flag("required") == true,
            [.. p.List("form_files").Select(Form).OfType<FormFile>()], []))],
        Null(c.Text("unparsed")));

    private static FormFile? Form(JsonElement f) => f.ValueKind == JsonValueKind.String
        ? Named(f.AsText(), null)
        : Named(f.Text("name") is { Length: > 0 } name ? name : f.Text("fileName"), Null(f.Text("url")));

    private static FormFile? Named(string name, string? address) => name.Length > 0 ? new FormFile(name, address) : null;

    [GeneratedRegex(@"\A(?<year>20\d\d)-(\d\d/)?(?<last>\d\d)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Months();
}
