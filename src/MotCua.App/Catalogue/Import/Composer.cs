using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Catalogue.Reading;
using MotCua.Domain.Fees;
using MotCua.Domain.Words;

namespace MotCua.App.Catalogue.Import;

/// <summary>Makes the next version of a procedure out of what the sources say, the version that is there, and what is locked.</summary>
internal static class Composer
{
    private const int LongestName = 160;

    // The day on which Luật Phí và lệ phí 2015 came into force. No source says since when an amount holds: it holds as long as its version does.
    private static readonly DateOnly FeesSince = new(2017, 1, 1);

    /// <summary>The next version; its number and days are given by <see cref="Succession"/>.</summary>
    /// <param name="ground">The newest version that no import made: what no source speaks of is taken from it. Null where there is none.</param>
    /// <param name="current">The version in force: what is locked is taken from it. Null for a new procedure.</param>
    /// <param name="locked">Fields that stay as they are.</param>
    public static ProcedureVersion Compose(ProcedureVersion? ground, ProcedureVersion? current, Merged merged, IReadOnlySet<CatalogueField> locked)
    {
        var read = Read(merged);
        if (current is null)
            return read;
        var keeper = ground is null ? read : Fill(ground, read, merged.Record);
        return Lock(keeper, current, locked) with
        {
            Source = locked.Count > 0 ? current.Source : read.Source, Verified = locked.Count > 0 ? current.Verified : read.Verified,
        };
    }

    /// <summary>What the sources say over what was there before them.</summary>
    private static ProcedureVersion Fill(ProcedureVersion ground, ProcedureVersion read, SourceRecord r) => ground with
    {
        Name = read.Name, Sector = r.Sectors.Count > 0 ? read.Sector : ground.Sector,
        CompetentLevel = r.Levels.Count > 0 ? read.CompetentLevel : ground.CompetentLevel, Levels = r.Levels.Count > 0 ? read.Levels : ground.Levels,
        Cases = r.Cases.Count > 0 ? read.Cases : ground.Cases, Papers = r.Cases.Count > 0 ? read.Papers : ground.Papers,
        Limits = r.Ways.Count > 0 ? read.Limits : ground.Limits, Tariffs = r.Ways.Count > 0 ? read.Tariffs : ground.Tariffs,
        ResultName = r.Results.Count > 0 ? read.ResultName : ground.ResultName, ResultCode = r.Results.Count > 0 ? read.ResultCode : ground.ResultCode,
        LegalBases = r.LegalTexts.Count > 0 ? read.LegalBases : ground.LegalBases, Decision = r.Decision.Length > 0 ? read.Decision : ground.Decision,
        Online = r.Online is not null ? read.Online : ground.Online, Keywords = r.Keywords.Count > 0 ? read.Keywords : ground.Keywords,
        // Where nobody has said yet where it may be filed, the level that a source names decides.
        Scope = ground.ScopeBasis is null ? read.Scope : ground.Scope, ScopeBasis = ground.ScopeBasis ?? read.ScopeBasis,
        Details = read.Details,
    };

    private static ProcedureVersion Lock(ProcedureVersion next, ProcedureVersion held, IReadOnlySet<CatalogueField> locked) =>
        locked.Aggregate(next, (version, field) => field switch
        {
            CatalogueField.Name => version with { Name = held.Name },
            CatalogueField.Sector => version with { Sector = held.Sector },
            CatalogueField.Levels => version with { CompetentLevel = held.CompetentLevel, Levels = held.Levels },
            CatalogueField.Papers => version with { Cases = held.Cases, Papers = held.Papers },
            CatalogueField.Limits => version with { Limits = held.Limits },
            CatalogueField.Tariffs => version with { Tariffs = held.Tariffs },
            CatalogueField.Result => version with { ResultName = held.ResultName, ResultCode = held.ResultCode },
            CatalogueField.LegalBases => version with { LegalBases = held.LegalBases },
            CatalogueField.Decision => version with { Decision = held.Decision },
            CatalogueField.Online => version with { Online = held.Online, OnlineReason = held.OnlineReason },
            CatalogueField.Routing => version with { Routing = held.Routing },
            CatalogueField.Scope => version with { Scope = held.Scope, ScopeBasis = held.ScopeBasis },
            CatalogueField.Paper => version with { PaperAllowed = held.PaperAllowed, PaperBasis = held.PaperBasis },
            CatalogueField.Process => version with { Process = held.Process, Department = held.Department, Immediate = held.Immediate },
            CatalogueField.Keywords => version with { Keywords = held.Keywords },
            CatalogueField.Details => version with { Details = held.Details },
            _ => version,
        });

    private static ProcedureVersion Read(Merged merged)
    {
        var r = merged.Record;
        var basis = $"Thủ tục {r.Code}{(r.Decision.Length > 0 ? $" ({r.Decision})" : "")}";
        var verified = merged.Ways is ProcedureSource.Answer or ProcedureSource.Record;
        var cases = Cases(r);
        var inProvince = r.Levels.Any(l => l is Level.Province or Level.Commune);
        return new ProcedureVersion(
            r.Code, 0, r.Name, r.Sectors.Count > 0 ? r.Sectors[0].Name : "", r.Levels.Count > 0 ? r.Levels[0] : Level.Ministry, "",
            inProvince ? BoundaryScope.Province : BoundaryScope.Unit, true, false, cases, Papers(r, cases), Limits(r, basis, verified),
            Tariffs(r, basis, verified), r.Results.Count > 0 ? r.Results[0].Name : "", r.Results.Count > 0 ? r.Results[0].Code ?? "" : "", "",
            [.. r.LegalTexts.Select(l => l.Name is null ? l.Number : l.Name.Contains(l.Number, StringComparison.Ordinal) ? l.Name
                : $"{l.Number} {l.Name}".Trim())],
            r.Keywords, r.Decision, default, null, $"{Domain.Law.Terms.Of(merged.Best)}{(r.Address.Length > 0 ? $": {r.Address}" : "")}",
            merged.Best is ProcedureSource.Answer or ProcedureSource.Record)
        {
            // Where no level is named none is made up: nobody receives it until somebody says.
            Levels = r.Levels,
            ScopeBasis = inProvince
                ? "NĐ 118/2025/NĐ-CP Đ.14; quyết định công bố của tỉnh chưa xác minh"
                    + (r.Anywhere == true ? "; cơ sở dữ liệu quốc gia ghi là phi địa giới" : "")
                : r.Anywhere == true ? "Cơ sở dữ liệu quốc gia ghi là phi địa giới, không nêu phạm vi" : null,
            Online = r.Online switch { true => OnlineLevel.Full, false when r.Ways.Any(w => w.Channel == Channel.Online) => OnlineLevel.Partial, _ =>
                OnlineLevel.Unknown },
            Details = Details(r),
        };
    }

    // Groups such as "* Giấy tờ phải xuất trình" are written like cases; they say how papers are handed in.
    private static bool IsHeading(string name) => VietnameseText.Fold(name) is var n && (n.Length == 0 || Headings.Any(h => n.Contains(h,
        StringComparison.Ordinal)));

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
            foreach (var p in group.Papers.Where(p => p.Name.Length > 0))
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

    private static List<Tariff> Tariffs(SourceRecord r, string basis, bool verified) =>
    [
        .. ChannelFees.Of(r).SelectMany(c => c.Fees.Select(f => new Tariff(
            f.Fee.Text.Length is > 0 and <= LongestName ? f.Fee.Text : f.Kind == TariffKind.Charge ? "Phí" : "Lệ phí", f.Kind, f.Amount,
            FeeReading.PerOf(f.Fee), c.Channel.ToString(), basis, FeesSince, null, verified))).Distinct(),
    ];

    private static ProcedureDetails Details(SourceRecord r) => new(
        r.Agency, r.Subjects, r.Executing, r.Authority, r.Coordinating, r.ReceivingAddress, r.Steps,
        [.. r.Ways.Select(w => new SubmissionWay(
            w.Channel, LimitReading.Read(w.Number, w.Unit, w.Note).Limit, $"{w.Number} {(w.Unit is "OTHER" ? "" : w.Unit)}".Trim(), w.Fees, w.Note))],
        r.Results, r.LegalTexts, r.Conditions, r.Related, r.Events, r.Type, r.State, r.Address);
}
