using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Fees;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Import;

/// <summary>Makes the next version of a procedure out of what the sources say, the version that is there, and what is locked.</summary>
internal static class Composer
{
    /// <summary>The next version; its number and days are given by <see cref="Succession"/>.</summary>
    /// <param name="before">The newest version; null for a new procedure. What no source speaks of is taken from it.</param>
    /// <param name="locked">Fields that stay as they are.</param>
    public static ProcedureVersion Compose(ProcedureVersion? before, Merged merged, IReadOnlySet<CatalogueField> locked)
    {
        var r = merged.Record;
        var read = Read(merged);
        if (before is null)
            return read;
        // Nobody has said yet where it may be filed: the level that a later source names decides.
        var scope = Keep(CatalogueField.Scope) || before.ScopeBasis is not null ? before : read;
        return read with
        {
            Name = Keep(CatalogueField.Name) ? before.Name : read.Name,
            Sector = Keep(CatalogueField.Sector) || r.Sectors.Count == 0 ? before.Sector : read.Sector,
            CompetentLevel = Keep(CatalogueField.Levels) || r.Levels.Count == 0 ? before.CompetentLevel : read.CompetentLevel,
            Levels = Keep(CatalogueField.Levels) || r.Levels.Count == 0 ? before.Levels : read.Levels,
            Cases = Keep(CatalogueField.Papers) || r.Cases.Count == 0 ? before.Cases : read.Cases,
            Papers = Keep(CatalogueField.Papers) || r.Cases.Count == 0 ? before.Papers : read.Papers,
            Limits = Keep(CatalogueField.Limits) || r.Ways.Count == 0 ? before.Limits : read.Limits,
            Tariffs = Keep(CatalogueField.Tariffs) || r.Ways.Count == 0 ? before.Tariffs : Since(before.Tariffs, read.Tariffs),
            ResultName = Keep(CatalogueField.Result) || r.Results.Count == 0 ? before.ResultName : read.ResultName,
            ResultCode = Keep(CatalogueField.Result) || r.Results.Count == 0 ? before.ResultCode : read.ResultCode,
            LegalBases = Keep(CatalogueField.LegalBases) || r.LegalTexts.Count == 0 ? before.LegalBases : read.LegalBases,
            Decision = Keep(CatalogueField.Decision) || r.Decision.Length == 0 ? before.Decision : read.Decision,
            Online = Keep(CatalogueField.Online) || r.Online is null ? before.Online : read.Online, OnlineReason = before.OnlineReason,
            Scope = scope.Scope, ScopeBasis = scope.ScopeBasis, Routing = before.Routing, PaperAllowed = before.PaperAllowed, PaperBasis = before.PaperBasis,
            Process = before.Process, Department = before.Department, Immediate = before.Immediate,
            Keywords = Keep(CatalogueField.Keywords) || r.Keywords.Count == 0 ? before.Keywords : read.Keywords,
            Details = Keep(CatalogueField.Details) ? before.Details : read.Details,
            Source = locked.Count > 0 ? before.Source : read.Source, Verified = locked.Count > 0 ? before.Verified : read.Verified,
        };

        bool Keep(CatalogueField field) => locked.Contains(field);
    }

    private static ProcedureVersion Read(Merged merged)
    {
        var r = merged.Record;
        var basis = $"Thủ tục {r.Code}{(r.Decision.Length > 0 ? $" ({r.Decision})" : "")}";
        var verified = merged.Best is ProcedureSource.Answer or ProcedureSource.Record;
        var cases = Cases(r);
        var inProvince = r.Levels.Any(l => l is Level.Province or Level.Commune);
        return new ProcedureVersion(
            r.Code, 0, r.Name, r.Sectors.Count > 0 ? r.Sectors[0].Name : "", r.Levels.Count > 0 ? r.Levels[0] : Level.Ministry, "",
            inProvince ? BoundaryScope.Province : BoundaryScope.Unit, true, false, cases, Papers(r, cases), Limits(r, basis, verified),
            Tariffs(r, basis, merged.Seen, verified), r.Results.Count > 0 ? r.Results[0].Name : "", r.Results.Count > 0 ? r.Results[0].Code ?? "" : "", "",
            [.. r.LegalTexts.Select(l => l.Name is null ? l.Number : l.Name.Contains(l.Number, StringComparison.Ordinal) ? l.Name : $"{l.Number} {l.Name}".Trim())],
            r.Keywords, r.Decision, default, null, $"{Domain.Law.Terms.Of(merged.Best)}{(r.Address.Length > 0 ? $": {r.Address}" : "")}", verified)
        {
            // Where no level is named none is made up: nobody receives it until somebody says.
            Levels = r.Levels,
            ScopeBasis = inProvince ? "NĐ 118/2025/NĐ-CP Đ.14; quyết định công bố của tỉnh chưa xác minh" : null,
            Online = r.Online switch { true => OnlineLevel.Full, false when r.Ways.Any(w => w.Channel == Channel.Online) => OnlineLevel.Partial, _ => OnlineLevel.Unknown },
            Details = Details(r),
        };
    }

    // Groups such as "* Giấy tờ phải xuất trình" are written like cases; they say how papers are handed in.
    private static bool IsHeading(string name) => VietnameseText.Fold(name) is var n && (n.Length == 0 || Headings.Any(h => n.Contains(h, StringComparison.Ordinal)));

    private static readonly string[] Headings = ["giay to phai", "xuat trinh", "luu y", "ghi chu", "thanh phan ho so", "nop ban chinh", "nop ban sao"];

    private static List<string> Cases(SourceRecord r)
    {
        var named = r.Cases.Where(c => c.Papers.Count > 0 && !IsHeading(c.Name)).Select(c => c.Name).Distinct().ToList();
        return named.Count > 1 ? named : [];
    }

    // Paper after paper of the national database is marked as not required, so the mark is taken only where it says yes.
    private static List<RequiredPaper> Papers(SourceRecord r, List<string> cases)
    {
        var papers = new List<RequiredPaper>();
        foreach (var group in r.Cases)
            foreach (var p in group.Papers)
                papers.Add(new RequiredPaper(
                    $"{papers.Count + 1}", p.Name, p.Originals, p.Copies, p.Required, cases.Contains(group.Name) ? group.Name : null,
                    p.Forms.Count > 0 ? p.Forms[0].Name : null, VietnameseText.Fold(group.Name).Contains("xuat trinh", StringComparison.Ordinal),
                    group.Name.Length > 0 && !cases.Contains(group.Name) ? group.Name : null)
                {
                    NationalCode = p.Code, ReplacedBy = p.ReplacedBy, Forms = p.Forms,
                });
        return papers;
    }

    private static List<ChannelLimit> Limits(SourceRecord r, string basis, bool verified) =>
    [
        .. r.Ways.Where(w => w.Channel is not null).GroupBy(w => w.Channel)
            .Select(g => (Channel: g.Key, Limits: g.Select(w => LimitReading.Read(w.Number, w.Unit, w.Note).Limit).Distinct().ToList()))
            .Where(g => g.Limits is [not null]).Select(g => new ChannelLimit(g.Channel, null, g.Limits[0]!, basis, verified)),
    ];

    // A channel whose fees are not all clear gets none of them: half a sum is worse than none.
    private static List<Tariff> Tariffs(SourceRecord r, string basis, DateOnly from, bool verified) =>
    [
        .. r.Ways.Where(w => w.Channel is not null).GroupBy(w => w.Channel)
            .Where(g => g.Count() == 1 && g.First().Fees.All(f => FeeReading.Read(f).Defect is null))
            .SelectMany(g => g.First().Fees.Select(f => (g.Key, Fee: f, FeeReading.Read(f).Amount)))
            .Where(x => x.Amount is not null)
            .Select(x => new Tariff(
                x.Fee.Text.Length > 0 ? x.Fee.Text : x.Fee.Kind == "CHARGE" ? "Phí" : "Lệ phí", x.Fee.Kind == "CHARGE" ? TariffKind.Charge : TariffKind.Fee,
                x.Amount!.Value, "hồ sơ", x.Key.ToString(), basis, from, null, verified)),
    ];

    // A tariff that is charged already keeps its first day.
    private static IReadOnlyList<Tariff> Since(IReadOnlyList<Tariff> before, IReadOnlyList<Tariff> now) =>
        [.. now.Select(t => before.FirstOrDefault(b => b with { From = t.From } == t) ?? t)];

    private static ProcedureDetails Details(SourceRecord r) => new(
        r.Agency, r.Subjects, r.Executing, r.Authority, r.Coordinating, r.ReceivingAddress, r.Steps,
        [.. r.Ways.Select(w => new SubmissionWay(
            w.Channel, LimitReading.Read(w.Number, w.Unit, w.Note).Limit, $"{w.Number} {(w.Unit is "OTHER" ? "" : w.Unit)}".Trim(), w.Fees, w.Note))],
        r.Results, r.LegalTexts, r.Conditions, r.Related, r.Events, r.Type, r.State, r.Address);
}
