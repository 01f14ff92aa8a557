using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>How the pages of the catalogue's administration say things.</summary>
internal static class CatalogueWords
{
    /// <summary>Where the list stands.</summary>
    public static readonly Crumb List = new("/danh-muc/thu-tuc", "Danh mục thủ tục");

    public static string Kind(string kind) => Defect.Find(kind) is { } known ? Sentence(Terms.Of(known)) : $"Loại “{kind}”";

    public static string Sentence(string term) => term.Length == 0 ? term : char.ToUpperInvariant(term[0]) + term[1..];

    public static string Of(CatalogueField field) => Sentence(Terms.Of(field));

    public static string Origin(VersionOrigin origin) => origin switch
    {
        VersionOrigin.Hand => "Sửa tay",
        VersionOrigin.Import => "Đồng bộ",
        _ => "Dữ liệu đi kèm",
    };

    public static string Settlement(string? settlement) => settlement switch
    {
        SettleDefects.Kept => "Giữ như nguồn",
        SettleDefects.Mended => "Đã sửa",
        "gone" => "Nguồn không còn",
        null => "Chưa xử lý",
        _ => settlement,
    };

    public static string Days(DateOnly from, DateOnly? to) => to switch
    {
        null => $"từ {VietText.Day(from)}",
        { } end when end < from => "không áp dụng ngày nào",
        { } end => $"{VietText.Day(from)} – {VietText.Day(end)}",
    };

    /// <summary>The page of a procedure.</summary>
    public static string Href(string code, string? under = null) =>
        $"/danh-muc/thu-tuc/{Uri.EscapeDataString(code)}" + (under is null ? "" : "/" + under);

    /// <summary>Why a procedure is not received here, in a word or two.</summary>
    public static string NotHere(string code) => code switch
    {
        "receive.routing" => "Hệ thống khác tiếp nhận",
        "receive.ministry" => "Cấp bộ giải quyết",
        "receive.no-level" => "Chưa ghi cấp giải quyết",
        "receive.no-process" => "Chưa gắn quy trình",
        "receive.not-in-force" => "Không còn hiệu lực",
        _ => "Chưa tiếp nhận được",
    };
}

/// <summary>Which part of a procedure a defect speaks of, and where the form has it.</summary>
/// <param name="Field">The part; null where it cannot be told.</param>
/// <param name="Anchor">The place on the form.</param>
internal sealed record DefectPlace(CatalogueField? Field, string Anchor)
{
    private static readonly (string Word, CatalogueField Field)[] Words =
    [
        ("fee", CatalogueField.Tariffs), ("tariff", CatalogueField.Tariffs), ("time", CatalogueField.Limits), ("limit", CatalogueField.Limits),
        ("processing", CatalogueField.Limits), ("paper", CatalogueField.Papers), ("component", CatalogueField.Papers), ("case", CatalogueField.Papers),
        ("form", CatalogueField.Papers), ("quantity", CatalogueField.Papers), ("way", CatalogueField.Limits), ("method", CatalogueField.Limits),
        ("result", CatalogueField.Result), ("legal", CatalogueField.LegalBases), ("decision", CatalogueField.Decision), ("level", CatalogueField.Levels),
        ("sector", CatalogueField.Sector), ("online", CatalogueField.Online), ("partial", CatalogueField.Online), ("agency", CatalogueField.Details),
        ("subject", CatalogueField.Details), ("list-cut", CatalogueField.Details), ("keyword", CatalogueField.Keywords), ("name", CatalogueField.Name),
    ];

    /// <summary>Reads the place and the kind of a defect: "methods[1].fees[0]", "fee-lost-thousands".</summary>
    /// <param name="shown">The version on the form, in which a component is found by its name.</param>
    public static DefectPlace Of(ProcedureDefectRow defect, ProcedureVersion? shown)
    {
        var field = Find(defect.Field) ?? Find(defect.Kind);
        var anchor = field switch
        {
            CatalogueField.Papers => PaperAt(defect.Text, shown) is { } at ? $"Input_Papers_{at}__Name" : "giay-to",
            CatalogueField.Limits => "thoi-han",
            CatalogueField.Tariffs => "muc-thu",
            CatalogueField.Result => "Input_ResultName",
            CatalogueField.LegalBases => "Input_LegalBases",
            CatalogueField.Decision => "Input_Decision",
            CatalogueField.Levels => "Input_Levels",
            CatalogueField.Sector => "Input_Sector",
            CatalogueField.Online => "Input_Online",
            CatalogueField.Keywords => "Input_Keywords",
            _ => "Input_Name",
        };
        return new DefectPlace(field, anchor);
    }

    private static CatalogueField? Find(string text) => Words.Where(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase))
        .Select(w => (CatalogueField?)w.Field).FirstOrDefault();

    // A long name is cut in the list of defects.
    private static int? PaperAt(string text, ProcedureVersion? shown) =>
        text.TrimEnd('…') is { Length: > 0 } name && shown is not null
            ? shown.Papers.Index().Where(p => p.Item.Name.StartsWith(name, StringComparison.Ordinal)).Select(p => (int?)p.Index).FirstOrDefault()
            : null;
}
