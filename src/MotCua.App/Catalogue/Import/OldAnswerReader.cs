using System.Text.Json;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue.Import;

/// <summary>Reads answers of LayThuTuc, the interface of the old portal: everything may be a string.</summary>
internal static class OldAnswerReader
{
    /// <summary>One procedure of an answer.</summary>
    public static SourceRecord LayThuTuc(JsonElement e, SourceRecord named) => named with
    {
        // The interface names the agency by its code alone.
        Agency = DetailReader.Agency(e.Text("MACOQUANCONGBO"), e.Text("MACOQUANCONGBO")), Decision = e.Text("QUYETDINH"),
        Levels = [.. e.List("CAPTHUCHIEN").Select(c => DetailReader.Level(c.Text("TENCAP"))
            ?? DetailReader.Level(c.Text("CAPTHUCHIEN"))).OfType<Level>().Distinct()],
        Sectors = DetailReader.Agencies(e, "LINHVUCTHUCHIEN", "MALINHVUC", "TENLINHVUC"),
        Subjects = [.. Or(e.List("DOITUONGTHUCHIEN").Select(d => d.Text("TENDOITUONG")), e.Text("MOTADOITUONGTHUCHIEN"))],
        Executing = Agencies(e, "COQUANTHUCHIEN", "MOTACOQUANTHUCHIEN"), Authority = Agencies(e, "COQUANCOTHAMQUYEN", "MOTACOQUANTHAMQUYEN"),
        Coordinating = string.Join("; ", DetailReader.Agencies(e, "COQUANPHOIHOP", "MADONVI", "TENDONVI").Select(a => a.Name)),
        ReceivingAddress = e.Text("DIACHITIEPNHAN"),
        Steps = [.. e.List("TRINHTUTHUCHIEN").SelectMany(c => c.List("TRINHTU").Select(s => new WrittenStep(Case(c), s.Text("TENTRINHTU"))))
            .Where(s => s.Text.Length > 0)],
        Ways = [.. e.List("CACHTHUCTHUCHIEN").SelectMany(w => w.List("THOIGIAN").Select(t => OldWay(w.Text("KENH"), t)))],
        Cases = [.. e.List("THANHPHANHOSO").Select(OldCase)],
        Results = [.. e.List("KETQUATHUCHIEN").Select(r => new ProcedureResult(DetailReader.Null(r.Text("MAKETQUA")), r.Text("TENKETQUA"))).Where(r =>
            r.Name.Length > 0)],
        LegalTexts = [.. e.List("CANCUPHAPLY").Select(l => new LegalText(l.Text("SOVANBAN"), DetailReader.Null(l.Text("TENVANBAN"))))
            .Where(l => l.Number.Length > 0 || l.Name is not null)],
        Conditions = e.Text("YEUCAU") is { Length: > 0 } conditions ? conditions : e.Text("MOTA"),
        Related = string.Join("; ", [.. e.Texts("TTHCLIENQUAN"), .. e.Texts("TTHCLIENTHONG")]),
        Keywords = [.. e.Text("TUKHOA").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Type = e.Text("LOAITTHC"), State = e.Text("TRANGTHAI") is "1" or "" ? "ACTIVE" : $"TRANGTHAI {e.Text("TRANGTHAI")}",
    };

    private static SourceWay OldWay(string channel, JsonElement t) => new(
        DetailReader.ChannelOf(channel), channel, DetailReader.Null(t.Text("THOIGIANGIAIQUYET")), DetailReader.Null(t.Text("DONVITINH")),
        [.. t.List("PHILEPHI").Select(f => DetailReader.Fee(
            f.Text("MAPHILEPHI"), f, "SOTIEN", f.Text("DONVI") is { Length: > 0 } unit ? unit : "VND", f.Text("MOTA")))], t.Text("MOTA"));

    private static SourceCase OldCase(JsonElement c) => new(
        Case(c),
        [.. c.List("GIAYTO").Select(p => new SourcePaper(
            p.Text("TENGIAYTO"), DetailReader.Null(p.Text("MAGIAYTO")), p.Count("SOBANCHINH"), p.Count("SOBANSAO"), false,
            p.Text("TENMAUDON") is { Length: > 0 } form ? [new FormFile(form, DetailReader.Null(p.Text("URL")))] : [],
            [.. p.Text("MA_KQ_THAYTHE").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]))],
        null);

    private static string Case(JsonElement c) => c.Text("TRUONGHOP") is var name && name.Equals("Chung", StringComparison.OrdinalIgnoreCase) ? "" : name;

    private static IReadOnlyList<NamedAgency> Agencies(JsonElement e, string list, string words) =>
        DetailReader.Agencies(e, list, "MADONVI", "TENDONVI") is { Count: > 0 } named ? named
        : DetailReader.Agency(null, e.Text(words)) is { } one ? [one] : [];

    private static List<string> Or(IEnumerable<string> list, string words) =>
        list.Where(t => t.Length > 0).ToList() is { Count: > 0 } named ? named : words.Length > 0 ? [words] : [];
}
