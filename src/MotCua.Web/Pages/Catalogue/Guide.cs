using MotCua.Domain.Catalogue;
using MotCua.Domain.Fees;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Catalogue;

/// <summary>A row of how long it takes, or what it costs.</summary>
/// <param name="For">Channel, case: "Trực tiếp, Nhà ở riêng lẻ".</param>
/// <param name="What">The limit or the amount; the text of the catalogue where that cannot be read for sure.</param>
/// <param name="Note">Words beside it.</param>
/// <param name="Verified">False: nobody has compared it with the text of law.</param>
public sealed record GuideRow(string For, string What, string? Note, bool Verified);

/// <summary>The papers of a case.</summary>
/// <param name="Name">The case; null where there is only one.</param>
/// <param name="Papers">To bring, or to show.</param>
/// <param name="Remarks">What the catalogue lists among the papers without any number: remarks, headings.</param>
public sealed record GuideCase(string? Name, IReadOnlyList<RequiredPaper> Papers, IReadOnlyList<RequiredPaper> Remarks);

/// <summary>What a citizen must know of a procedure: what to bring, how long, how much, where. Nothing is guessed: what the catalogue says unclearly
/// is shown as it is written there (R-REC-04, R-ADM-16).</summary>
public sealed class Guide(ProcedureVersion procedure, DateOnly day)
{
    private const int LongestGroup = 80;
    private const string Portal = "https://dichvucong.gov.vn";

    /// <summary>The procedure.</summary>
    public ProcedureVersion Procedure => procedure;

    /// <summary>Papers by case.</summary>
    public IReadOnlyList<GuideCase> Cases => [.. procedure.Papers.GroupBy(Heading)
        .OrderBy(g => g.Key is null ? 0 : 1)
        .Select(g => new GuideCase(
            g.Key is { } name ? Prose.Bare(name).TrimEnd(':') : null, [.. g.Where(p => !IsRemark(p))], [.. g.Where(IsRemark)]))];

    /// <summary>Papers without a case hold for all cases.</summary>
    public bool ManyCases => procedure.Papers.Select(p => p.Case).Distinct().Skip(1).Any();

    /// <summary>Whether the catalogue tells required papers from others; that of the nation hardly ever does.</summary>
    public bool TellsRequired => procedure.Papers.Any(p => p.Required);

    /// <summary>How long it takes.</summary>
    public IReadOnlyList<GuideRow> Limits
    {
        get
        {
            var rows = procedure.Limits.Select(l => new GuideRow(For(l.Channel, l.Case), Limit(l.Limit), null, l.Verified)).ToList();
            var told = procedure.Limits.Select(l => l.Channel).ToHashSet();
            rows.AddRange((procedure.Details?.Ways ?? []).Where(w => !told.Contains(w.Channel) && !told.Contains(null)).Select(w => new GuideRow(
                For(w.Channel, null), w.Limit is { } limit ? Limit(limit) : Written(w.LimitText), Short(w.Note), false)));
            return [.. rows.Distinct()];
        }
    }

    /// <summary>What it costs.</summary>
    public IReadOnlyList<GuideRow> Fees
    {
        get
        {
            var rows = procedure.Tariffs.Where(t => t.From <= day && (t.To is null || day <= t.To))
                .Select(t => new GuideRow(Of(t), Amount(t), $"{t.Name}. {t.LegalBasis}", t.Verified)).ToList();
            // A channel whose fees could not all be read has no tariff: what is written of it is shown.
            if (procedure.Tariffs.All(t => t.Channel is not null))
                rows.AddRange(from way in procedure.Details?.Ways ?? []
                    where procedure.Tariffs.All(t => t.Channel != way.Channel?.ToString())
                    from fee in way.Fees
                    select new GuideRow(For(way.Channel, null), Written(fee), fee.Amount is null ? null : Short(fee.Text), false));
            return [.. rows.Distinct()];
        }
    }

    /// <summary>Ways to file.</summary>
    public IReadOnlyList<Channel> Channels
    {
        get
        {
            var ways = procedure.Details?.Ways.Select(w => w.Channel).OfType<Channel>().Distinct().ToList() ?? [];
            if (ways.Count == 0)
                ways = procedure.Online is OnlineLevel.Full or OnlineLevel.Partial
                    ? [Domain.Catalogue.Channel.Direct, Domain.Catalogue.Channel.Postal, Domain.Catalogue.Channel.Online]
                    : [Domain.Catalogue.Channel.Direct, Domain.Catalogue.Channel.Postal];
            return procedure.PaperAllowed ? ways : [Domain.Catalogue.Channel.Online];
        }
    }

    /// <summary>Where it may be filed, in words.</summary>
    public string Where => procedure switch
    {
        { Routing: not Routing.Local } => $"Hồ sơ tiếp nhận trên {Terms.Of(procedure.Routing)}, không nộp tại hệ thống của tỉnh.",
        _ when procedure.Levels.All(l => l == Domain.Agencies.Level.Ministry) =>
            "Nộp tại cơ quan thực hiện nêu bên dưới, hoặc trên Cổng Dịch vụ công quốc gia.",
        { PaperAllowed: false } => "Chỉ nộp trực tuyến trên Cổng Dịch vụ công quốc gia. Trung tâm Phục vụ hành chính công giúp bạn nộp nếu cần.",
        { Scope: BoundaryScope.Nation } => "Tại bất kỳ Trung tâm Phục vụ hành chính công nào trong cả nước, không phụ thuộc nơi ở.",
        { Scope: BoundaryScope.Province } => "Tại bất kỳ Trung tâm Phục vụ hành chính công nào trong tỉnh, không phụ thuộc nơi ở.",
        _ => $"Tại Trung tâm Phục vụ hành chính công của đơn vị giải quyết ({procedure.Terms.LevelWords}).",
    };

    /// <summary>The page of the procedure on the national portal, or the portal itself.</summary>
    public string PortalAddress => IsGovernment(procedure.Details?.Address) ? procedure.Details!.Address : Portal;

    /// <summary>Results with their codes.</summary>
    public IReadOnlyList<ProcedureResult> Results => procedure.Details is { Results.Count: > 0 } d ? d.Results
        : procedure.ResultName.Length > 0 ? [new ProcedureResult(procedure.ResultCode.Length > 0 ? procedure.ResultCode : null, procedure.ResultName)] : [];

    /// <summary>Legal bases.</summary>
    public IReadOnlyList<LegalText> Bases => procedure.LegalBases.Count > 0
        ? [.. procedure.LegalBases.Select(b => new LegalText(b, null))] : procedure.Details?.LegalTexts ?? [];

    /// <summary>Forms to fill in, once each.</summary>
    public IReadOnlyList<Domain.Catalogue.FormFile> Forms => [.. procedure.Papers
        .SelectMany(p => p.Forms.Count == 0 && p.Form is { Length: > 0 } form ? [new Domain.Catalogue.FormFile(form)] : p.Forms)
        .DistinctBy(f => f.Name)];

    /// <summary>Nothing but a line of the catalogue is known.</summary>
    public bool OnlyName => procedure.Papers.Count == 0 && Limits.Count == 0 && Fees.Count == 0;

    /// <summary>How many are to be brought: "1 bản chính và 2 bản sao"; null where no number is written.</summary>
    public static string? Count(RequiredPaper paper) => (paper.Originals, paper.Copies) switch
    {
        (0, 0) => null,
        (var o, 0) => $"{o} bản chính",
        (0, var c) => $"{c} bản sao",
        var (o, c) => $"{o} bản chính và {c} bản sao",
    };

    /// <summary>Whether an address leads to a site of the government, by http or https.</summary>
    public static bool IsGovernment(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
        && (uri!.Host == "gov.vn" || uri.Host.EndsWith(".gov.vn", StringComparison.OrdinalIgnoreCase)) && uri.UserInfo.Length == 0;

    /// <summary>With a capital at the beginning.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"7 ngày làm việc", "Trong ngày".</summary>
    public static string Limit(TimeLimit limit) => limit.Unit == LimitUnit.SameDay ? "Trong ngày" : $"{VietText.Number(limit.Amount)} {Terms.Of(limit.Unit)}";

    // The national database has groups that are no cases; an import keeps their names as notes.
    private string? Heading(RequiredPaper p) => p.Case is { Length: > 0 } c ? c : IsGroup(p.Note) ? p.Note : null;

    private bool IsGroup(string? note) => procedure.Details is not null && note is { Length: > 0 and <= LongestGroup } && !note.EndsWith('.');

    private static bool IsRemark(RequiredPaper p) => p is { Originals: 0, Copies: 0, Required: false, Forms.Count: 0, Form: null or "" };

    private static string For(Channel? channel, string? caseName) => string.Join(", ",
        new[] { channel is { } c ? Sentence(Terms.Of(c)) : caseName is null ? "Mọi cách nộp" : null, caseName }.OfType<string>());

    private static string Amount(Tariff tariff) => tariff switch
    {
        { Amount.Amount: 0, Verified: true } => "Không thu",
        { Amount.Amount: 0 } => "0 đồng",
        _ => $"{VietText.Money(tariff.Amount)} / {tariff.Per}",
    };

    private static string Of(Tariff tariff) =>
        Enum.TryParse<Channel>(tariff.Channel, out var channel) ? Sentence(Terms.Of(channel)) : "Mọi cách nộp";

    // A number alone has lost its unit: it is shown as the text that it is.
    private static string Written(string text) => text.Trim() switch
    {
        "" => "Không ghi",
        var t when t.All(c => char.IsAsciiDigit(c) || c is '.' or ',') => $"“{t}” (danh mục không ghi đơn vị)",
        var t => $"“{t}” (nguyên văn)",
    };

    private static string Written(WrittenFee fee) => fee switch
    {
        { Amount: 0, Text: "" } => "0 đồng (nguyên văn)",
        { Amount: { } amount } => $"“{VietText.Number(amount)} {(fee.Currency is "VND" or "" ? "đồng" : fee.Currency)}” (nguyên văn)",
        _ => Written(fee.Text),
    };

    private static string? Short(string text) => text.Trim() is { Length: > 0 } t ? t : null;
}
