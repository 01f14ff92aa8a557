using MotCua.App.Catalogue;
using MotCua.App.Catalogue.Editing;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue.Admin;

/// <summary>How the pages of the catalogue's administration say things.</summary>
internal static class CatalogueWords
{
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["fee-lost-thousands"] = "Mức phí bị mất phần nghìn",
        ["time-without-unit"] = "Thời hạn không có đơn vị",
        ["time-in-prose"] = "Thời hạn viết trong lời văn",
        ["form-glued"] = "Tên mẫu đơn dính vào tên giấy tờ",
        ["no-quantity"] = "Giấy tờ không ghi số bản",
        ["odd-code"] = "Mã thủ tục khác thường",
        ["sources-differ"] = "Các nguồn ghi khác nhau",
    };

    /// <summary>Where the list stands.</summary>
    public static readonly Crumb List = new("/danh-muc/thu-tuc", "Danh mục thủ tục");

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, $"Loại “{kind}”");

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
        ("sector", CatalogueField.Sector), ("keyword", CatalogueField.Keywords), ("name", CatalogueField.Name),
    ];

    /// <summary>Reads the place and the kind of a defect: "papers[3].name", "fee-lost-thousands" at "ways[1].fees[0]".</summary>
    public static DefectPlace Of(ProcedureDefectRow defect)
    {
        var field = Find(defect.Field) ?? Find(defect.Kind);
        var anchor = field switch
        {
            CatalogueField.Papers => PaperAt(defect.Field) is { } at ? $"Input_Papers_{at}__Name" : "giay-to",
            CatalogueField.Limits => "thoi-han",
            CatalogueField.Tariffs => "muc-thu",
            CatalogueField.Result => "Input_ResultName",
            CatalogueField.LegalBases => "Input_LegalBases",
            CatalogueField.Decision => "Input_Decision",
            CatalogueField.Levels => "Input_Levels",
            CatalogueField.Sector => "Input_Sector",
            CatalogueField.Keywords => "Input_Keywords",
            _ => "Input_Name",
        };
        return new DefectPlace(field, anchor);
    }

    private static CatalogueField? Find(string text) => Words.Where(w => text.Contains(w.Word, StringComparison.OrdinalIgnoreCase))
        .Select(w => (CatalogueField?)w.Field).FirstOrDefault();

    private static int? PaperAt(string field) =>
        field.StartsWith("papers[", StringComparison.Ordinal) && field.IndexOf(']') is > 7 and var end && int.TryParse(field[7..end], out var at) ? at : null;
}
