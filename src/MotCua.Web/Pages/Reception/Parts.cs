using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.People;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Reception;

/// <summary>The fields of the owner or of the submitter.</summary>
/// <param name="Who">"owner" or "submitter".</param>
public sealed record PersonPart(AttemptView View, string Who)
{
    /// <summary>Identity kinds of a person.</summary>
    public static IReadOnlyList<Choice> Identities { get; } =
        [.. new[] { IdentityKind.CitizenNumber, IdentityKind.OldNumber, IdentityKind.Passport, IdentityKind.None }.Select(Labels.Choice)];

    /// <summary>Name of a field.</summary>
    public string F(string field) => $"{Who}.{field}";

    /// <summary>What stands in a field.</summary>
    public string V(string field) => View.Typed.Raw(F(field));

    /// <summary>The kind chosen.</summary>
    public PartyKind Kind => View.Typed.Choice(F("kind"), PartyKind.Person);

    /// <summary>What is to be compared with the papers; null for nothing.</summary>
    public string? Warning => View.Form.Warnings.Where(w => w.Who == Who).Select(w => w.Sentence).ToList() is { Count: > 0 } all ? string.Join(' ', all) : null;

    /// <summary>The units in which the typed address lies.</summary>
    public TypedAddress Place => TypedAddress.Read(View.Typed, Who, View.Reference, View.Unit.Id, View.Today);

    /// <summary>Where a few letters of a commune are answered.</summary>
    public string Suggest => $"/api/don-vi-hanh-chinh?don-vi={View.Unit.Id.Value}";

    /// <summary>Nationalities.</summary>
    public IEnumerable<Choice> Nationalities => View.Reference.Codes["nationalities"].Select(c => new Choice(c.Code, c.Name));

    /// <summary>Reasons for having no number.</summary>
    public IEnumerable<Choice> NoNumberReasons => View.Reference.ReasonsOf("no-identity", View.Today).Select(r => new Choice(r.Code, r.Text));
}

/// <summary>A row of the components.</summary>
/// <param name="Number">From 1.</param>
public sealed record PaperPart(AttemptView View, TypedPaper Paper, int Number)
{
    /// <summary>Name of a field.</summary>
    public string F(string field) => $"paper.{Paper.Paper.Code}.{field}";

    /// <summary>What stands in a field.</summary>
    public string V(string field) => View.Typed.Raw(F(field));

    /// <summary>What the procedure asks for: "Bắt buộc · 1 bản chính, 1 bản sao".</summary>
    public string Asked
    {
        get
        {
            var p = Paper.Paper;
            var counts = new[] { p.Originals > 0 ? $"{p.Originals} bản chính" : null, p.Copies > 0 ? $"{p.Copies} bản sao" : null }.OfType<string>();
            return string.Join(" · ", new[]
            {
                p.Required ? "Bắt buộc" : "Khi thuộc trường hợp phải có", string.Join(", ", counts), p.ShowOnly ? "chỉ xuất trình" : null,
            }.Where(t => !string.IsNullOrEmpty(t)));
        }
    }

    /// <summary>Forms in which a component may come.</summary>
    public static IReadOnlyList<Choice> Forms { get; } = [.. Enum.GetValues<PaperForm>().Select(Labels.Choice)];

    /// <summary>Why a component fails.</summary>
    public IEnumerable<Choice> FailReasons => View.Reference.ReasonsOf("fail-paper", View.Today).Select(r => new Choice(r.Code, r.Text));
}

/// <summary>Words for screens.</summary>
internal static class Labels
{
    /// <summary>A member of an enum by its legal term.</summary>
    public static Choice Choice<T>(T value) where T : struct, Enum => new(value.ToString(), Sentence(Terms.Of(value)));

    /// <summary>With a capital at the beginning.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Units to choose from.</summary>
    public static IEnumerable<Choice> Units(IEnumerable<Agency> agencies) =>
        agencies.Select(a => new Choice(a.Id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), a.Name));

    /// <summary>The one-stop units of a day.</summary>
    public static IEnumerable<Choice> OneStops(AttemptView view) => Units(view.Reference.Agencies.All.Where(a =>
        a.Kind == AgencyKind.OneStop && a.From <= view.Today && (a.To is null || view.Today <= a.To)));

    /// <summary>"24/11", or "24/11–26/11" for several days.</summary>
    public static string Span(DateOnly from, DateOnly to) =>
        from == to ? $"{VietText.Weekday(from)} {VietText.ShortDay(from)}" : $"{VietText.ShortDay(from)}–{VietText.ShortDay(to)}";

    /// <summary>"08 ngày làm việc", "Trong ngày".</summary>
    public static string Limit(Domain.Time.TimeLimit limit) => limit.Unit == Domain.Time.LimitUnit.SameDay
        ? "Trong ngày"
        : $"{VietText.Number(limit.Amount)} {Terms.Of(limit.Unit)}";

    /// <summary>What a slip is called.</summary>
    public static string Slip(AttemptSlipRow slip) =>
        slip.Form == "supplement" ? "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" : "Phiếu từ chối tiếp nhận giải quyết hồ sơ";

    /// <summary>The size of a file.</summary>
    public static string Size(long bytes) => FileRules.Size(bytes);
}
