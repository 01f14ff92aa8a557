using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.Domain.Catalogue;

/// <summary>A line of a version as people read it.</summary>
/// <param name="Key">What it is about, the same in every version and once in each: "paper 2a".</param>
/// <param name="Name">Its short name, for a sentence about the order of lines.</param>
[NoTerm("a part of a Comparison")]
public sealed record CatalogueLine(string Key, string Name, string Text);

/// <summary>Everything that a version says, part by part, as lines. What is not in a line is not compared.</summary>
[NoTerm("the words of a ProcedureVersion")]
public static class CatalogueLines
{
    private const string Unread = "chưa xác minh";

    /// <summary>The lines of a part; none where the version says nothing of it.</summary>
    public static IReadOnlyList<CatalogueLine> Of(ProcedureVersion p, CatalogueField field) => Once(field switch
    {
        CatalogueField.Name => [One("name", p.Name)],
        CatalogueField.Sector => [One("sector", p.Sector)],
        CatalogueField.Levels => [One("level", "Cấp giải quyết chính: " + Terms.Of(p.CompetentLevel)), One("levels", "Các cấp: " + p.Terms.LevelWords)],
        CatalogueField.Papers => [.. p.Cases.Select(c => new CatalogueLine("case " + c, c, "Trường hợp: " + c)), .. p.Papers.Select(Paper)],
        CatalogueField.Limits => p.Limits.Select(Limit),
        CatalogueField.Tariffs => p.Tariffs.Select(TariffLine),
        CatalogueField.Result =>
        [
            One("name", p.ResultName), One("code", Labelled("Mã kết quả", p.ResultCode)), One("immediate", p.Immediate ? "Trả kết quả ngay" : ""),
        ],
        CatalogueField.LegalBases => p.LegalBases.Select(Itself),
        CatalogueField.Decision => [One("decision", p.Decision)],
        CatalogueField.Online => [One("level", Sentence(Terms.Of(p.Online))), One("reason", Labelled("Lý do", p.OnlineReason))],
        CatalogueField.Routing => [One("routing", Sentence(Terms.Of(p.Routing)))],
        CatalogueField.Scope => [One("scope", Sentence(Terms.Of(p.Scope))), One("basis", Labelled("Quyết định", p.ScopeBasis))],
        CatalogueField.Paper =>
        [
            One("paper", p.PaperAllowed ? "Nhận hồ sơ giấy" : "Không nhận hồ sơ giấy"), One("basis", Labelled("Căn cứ", p.PaperBasis)),
        ],
        CatalogueField.Process => [One("process", Labelled("Quy trình", p.Process)), One("department", Labelled("Bộ phận giải quyết", p.Department))],
        CatalogueField.Keywords => p.Keywords.Select(Itself),
        _ => p.Details is { } details ? DetailLines.Of(details) : [],
    });

    /// <summary>A time limit: "10 ngày làm việc", "trong ngày".</summary>
    public static string Words(TimeLimit limit) =>
        limit is { Unit: LimitUnit.SameDay, Amount: 1 } ? Terms.Of(limit.Unit) : $"{Number(limit.Amount)} {Terms.Of(limit.Unit)}";

    /// <summary>Whom a row is for: "trực tuyến, trường hợp A"; "mọi kênh nộp".</summary>
    public static string Whom(string? channel, string? caseName) =>
        (channel ?? "mọi kênh nộp") + (caseName is null ? "" : $", trường hợp “{caseName}”");

    internal static CatalogueLine One(string key, string text) => new(key, key, text);

    internal static CatalogueLine Itself(string text) => new(text, text, text);

    internal static string Labelled(string label, string? text) => string.IsNullOrEmpty(text) ? "" : $"{label}: {text}";

    internal static string Sentence(string term) => term.Length == 0 ? term : char.ToUpperInvariant(term[0]) + term[1..];

    internal static string Joined(params IEnumerable<string?> parts) => string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));

    internal static string Number(decimal number) => VietnameseFormat.Number(number);

    private static CatalogueLine Paper(RequiredPaper p)
    {
        var copies = (p.Originals, p.Copies) switch
        {
            (0, 0) => "không ghi số lượng",
            (_, 0) => $"{p.Originals} bản chính",
            (0, _) => $"{p.Copies} bản sao",
            _ => $"{p.Originals} bản chính, {p.Copies} bản sao",
        };
        var more = Joined(
            p.ShowOnly ? "chỉ xuất trình" : copies, p.ShowOnly && (p.Originals, p.Copies) != (0, 0) ? copies : null, p.Required ? "bắt buộc" : "nếu có",
            p.Case is null ? null : $"trường hợp “{p.Case}”", Labelled("mẫu", p.Form),
            Labelled("mẫu đơn", string.Join(", ", p.Forms.Select(f => f.Address is null ? f.Name : $"{f.Name} <{f.Address}>"))),
            Labelled("mã giấy tờ", p.NationalCode), Labelled("kết quả thay thế", string.Join(", ", p.ReplacedBy)), Labelled("ghi chú", p.Note));
        return new CatalogueLine("paper " + p.Code, p.Code, $"{p.Code}. {p.Name} ({more})");
    }

    private static CatalogueLine Limit(ChannelLimit l)
    {
        var whom = Whom(l.Channel is { } c ? Terms.Of(c) : null, l.Case);
        return new CatalogueLine(
            "limit " + whom, whom, $"{Sentence(whom)}: {Joined(Words(l.Limit), Labelled("căn cứ", l.LegalBasis), l.Verified ? null : Unread)}");
    }

    private static CatalogueLine TariffLine(Tariff t)
    {
        var channel = Enum.TryParse<Channel>(t.Channel, out var c) ? Terms.Of(c) : t.Channel;
        var days = t.To is { } to ? $"từ {VietnameseFormat.Day(t.From)} đến {VietnameseFormat.Day(to)}" : $"từ {VietnameseFormat.Day(t.From)}";
        var text = Joined(
            $"{VietnameseFormat.Money(t.Amount.Amount)}/{t.Per}", Terms.Of(t.Kind), Whom(channel, null), Labelled("căn cứ", t.LegalBasis), days,
            t.Verified ? null : Unread);
        return new CatalogueLine($"tariff {t.Name} {t.Channel}", t.Name, $"{t.Name}: {text}");
    }

    /// <summary>Leaves out lines that say nothing, and tells lines with one key apart by their place.</summary>
    private static List<CatalogueLine> Once(IEnumerable<CatalogueLine> lines)
    {
        var seen = new Dictionary<string, int>();
        var once = new List<CatalogueLine>();
        foreach (var line in lines.Where(l => !string.IsNullOrEmpty(l.Text)))
        {
            var times = seen[line.Key] = seen.GetValueOrDefault(line.Key) + 1;
            once.Add(times == 1 ? line : line with { Key = $"{line.Key} #{times}" });
        }
        return once;
    }
}

/// <summary>The lines of what the national database says beyond reception.</summary>
internal static class DetailLines
{
    public static IEnumerable<CatalogueLine> Of(ProcedureDetails d) =>
    [
        Line("agency", "Cơ quan công bố", d.Agency is null ? "" : Agency(d.Agency)), Line("subjects", "Đối tượng thực hiện", string.Join(", ", d.Subjects)),
        .. d.Executing.Select(a => Line("executing " + a.Name, "Cơ quan thực hiện", Agency(a))),
        .. d.Authority.Select(a => Line("authority " + a.Name, "Cơ quan có thẩm quyền", Agency(a))),
        Line("coordinating", "Cơ quan phối hợp", d.Coordinating), Line("address", "Địa chỉ tiếp nhận", d.ReceivingAddress),
        .. d.Steps.Select((s, i) => Line($"step {i}", $"Bước {i + 1}", CatalogueLines.Joined(s.Name, s.Text))), .. d.Ways.Select(Way),
        .. d.Results.Select(r => Line("result " + (r.Code ?? r.Name), "Kết quả", r.Code is null ? r.Name : $"{r.Name} ({r.Code})")),
        .. d.LegalTexts.Select(t => Line("text " + t.Number, "Văn bản", CatalogueLines.Joined(t.Number, t.Name))),
        Line("conditions", "Yêu cầu, điều kiện", d.Conditions), Line("related", "Thủ tục liên quan", d.Related),
        .. d.Events.Select(e => Line("event " + e, "Sự kiện", e)),
        Line("type", "Loại thủ tục", d.Type), Line("state", "Trạng thái ở nguồn", d.State), Line("link", "Địa chỉ trang", d.Address),
    ];

    private static CatalogueLine Line(string key, string label, string text) => new(key, label, CatalogueLines.Labelled(label, text));

    private static string Agency(NamedAgency a) => a.Code is null ? a.Name : $"{a.Name} ({a.Code})";

    private static CatalogueLine Way(SubmissionWay way, int at)
    {
        var channel = way.Channel is { } c ? Terms.Of(c) : "kênh chưa rõ";
        var fees = string.Join(", ", way.Fees.Select(f => CatalogueLines.Joined(
            f.Kind, f.Amount is { } a ? $"{CatalogueLines.Number(a)} {f.Currency}" : f.Currency, f.Text)));
        var limit = way.Limit is { } l ? CatalogueLines.Words(l) : null;
        return new CatalogueLine($"way {at}", $"Cách nộp {at + 1}", $"Cách nộp {at + 1}: " + CatalogueLines.Joined(
            channel, limit, CatalogueLines.Labelled("thời hạn ghi ở nguồn", way.LimitText), CatalogueLines.Labelled("phí, lệ phí", fees), way.Note));
    }
}
