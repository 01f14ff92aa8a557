using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Papers;
using MotCua.Domain.Papers.Digitizing;
using MotCua.Domain.People;

namespace MotCua.App.Digitizing;

/// <summary>A component to which pages can be laid.</summary>
/// <param name="Number">As on its separator sheet, from 1.</param>
/// <param name="Type">Code of the kind of paper in the national database; null where it has none.</param>
/// <param name="Why">Why it may not be digitized; null where it may.</param>
public sealed record ScanComponent(string Code, string Name, int Number, string? Type, DigitizingScope Scope, Refusal? Why);

/// <summary>Where papers are digitized: an attempt at the counter, or the dossier that it became.</summary>
/// <param name="Id">Of both.</param>
/// <param name="Code">The dossier's code; null while it is an attempt.</param>
/// <param name="Unit">The unit that received.</param>
/// <param name="Competent">The agency that resolves.</param>
/// <param name="Owner">Owner of the dossier, as far as typed.</param>
/// <param name="Grant">The duty by which the officer digitizes here.</param>
/// <param name="Receives">He digitizes components.</param>
/// <param name="Resolves">He digitizes the result (R-DIG-17).</param>
public sealed record ScanPlace(
    Guid Id, string? Code, AgencyId Unit, AgencyId Competent, ProcedureVersion Procedure, Party Owner, IReadOnlyList<ScanComponent> Components,
    ReferenceData Reference, DutyGrant Grant, bool Receives, bool Resolves)
{
    /// <summary>The code of the result among components.</summary>
    public const string Result = "result";

    /// <summary>What the dossier itself says of its result, by field; empty before it is registered.</summary>
    public IReadOnlyDictionary<string, string> OfResult { get; init; } = new Dictionary<string, string>();

    /// <summary>The component with a code; null if there is none.</summary>
    public ScanComponent? Component(string? code) => Components.FirstOrDefault(c => c.Code == code);
}

/// <summary>Finds where papers are digitized, and asks who may.</summary>
public sealed class ScanPlaces(MotCuaDb db, ReferenceCache references, Duties duties, DossierDesk desk, TimeProvider clock)
{
    internal static readonly Refusal Unknown = new(
        "scan.unknown", "Không có hồ sơ này, hoặc bạn không được giao số hóa hồ sơ này. Hãy mở lại từ danh sách số hóa.");

    private static readonly Duty[] AtReception = [Duty.Digitize, Duty.Receive];
    private static readonly Duty[] AtAgency = [Duty.Clerk, Duty.Digitize, Duty.Handle];

    /// <summary>The place; null where there is none that the officer may digitize at.</summary>
    public async Task<ScanPlace?> Find(Guid id, OfficerId officer, CancellationToken cancel = default)
    {
        var held = await duties.Of(officer, cancel);
        if (await desk.Look(new DossierId(id), Actor.Of(officer), cancel) is { } seen)
            return await OfDossier(seen.Dossier, held, cancel);
        return await db.Set<AttemptRow>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancel) is { } attempt && Attempts.IsOpen(attempt.State)
            ? await OfAttempt(attempt, held, cancel) : null;
    }

    /// <summary>The units whose papers an officer digitizes.</summary>
    public async Task<IReadOnlyList<int>> Units(OfficerId officer, CancellationToken cancel = default) =>
        [.. (await duties.Of(officer, cancel)).Where(g => AtReception.Contains(g.Duty) || AtAgency.Contains(g.Duty)).Select(g => g.Unit.Value).Distinct()];

    private async Task<ScanPlace?> OfAttempt(AttemptRow attempt, IReadOnlyList<DutyGrant> held, CancellationToken cancel)
    {
        if (held.FirstOrDefault(g => AtReception.Contains(g.Duty) && g.Unit.Value == attempt.UnitId) is not { } grant)
            return null;
        var (reference, today) = (await references.Get(db, cancel), Vietnam.Day(clock.GetUtcNow()));
        var procedure = await references.Procedure(db, attempt.Procedure, today, cancel)
            ?? await references.Procedure(db, attempt.Procedure, attempt.ProcedureVersion, cancel);
        var form = ReceptionForm.Read(TypedForm.FromJson(attempt.Typed), procedure, new AgencyId(attempt.UnitId), [], reference, today);
        var papers = form.Papers.Select(p => (p.Paper, Form: (PaperForm?)p.Taken.Form));
        return new ScanPlace(
            attempt.Id, null, new AgencyId(attempt.UnitId), form.Competent, procedure, form.Owner,
            Components(papers, form.Channel, procedure, new AgencyId(attempt.UnitId), reference, today), reference, grant, true, false);
    }

    private async Task<ScanPlace?> OfDossier(Dossier dossier, IReadOnlyList<DutyGrant> held, CancellationToken cancel)
    {
        var reference = await references.Get(db, cancel);
        var receives = held.FirstOrDefault(g => AtReception.Contains(g.Duty) && g.Unit == dossier.Case.Reception);
        var resolves = held.FirstOrDefault(g => AtAgency.Contains(g.Duty) && reference.Agencies.IsWithin(g.Unit, dossier.Case.Competent));
        if ((receives ?? resolves) is not { } grant)
            return null;
        var procedure = await references.Procedure(db, dossier.Case.Procedure, dossier.Case.ProcedureVersion, cancel);
        var (id, ownerId) = (dossier.Id.Value, dossier.Case.Owner.Value);
        var owner = await db.Set<PartyRow>().AsNoTracking().FirstAsync(p => p.Id == ownerId, cancel);
        var forms = (await db.Set<DossierPaperRow>().AsNoTracking().Where(p => p.DossierId == id).OrderBy(p => p.Id).ToListAsync(cancel))
            .GroupBy(p => p.Component).ToDictionary(p => p.Key, p => p.Last().Form);
        var papers = procedure.PapersFor(dossier.Case.CaseName).Select(p => (p, forms.TryGetValue(p.Code, out var form) ? form : (PaperForm?)null));
        var components = Components(papers, dossier.Case.Channel, procedure, dossier.Case.Reception, reference, Vietnam.Day(clock.GetUtcNow()));
        if (resolves is not null && dossier.Delivery.RegisteredAt is not null)
            components.Add(new ScanComponent(
                ScanPlace.Result, procedure.ResultName, components.Count + 1, procedure.ResultCode, DigitizingScope.Must, null));
        return new ScanPlace(
            id, dossier.Case.Code.Value, dossier.Case.Reception, dossier.Case.Competent, procedure, owner.ToParty(), components, reference, grant,
            receives is not null, resolves is not null) { OfResult = Result(dossier, procedure, reference) };
    }

    private static Dictionary<string, string> Result(Dossier dossier, ProcedureVersion procedure, ReferenceData reference)
    {
        var said = new Dictionary<string, string>();
        if (dossier.Delivery is not { ResultNumber: { } number, ResultDay: { } day })
            return said;
        var parts = number.Split('/', 2);
        (said["type"], said["title"], said["number"]) = (procedure.ResultCode, procedure.ResultName, parts[0]);
        (said["notation"], said["date"]) = (parts.Length > 1 ? parts[1] : "", day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture));
        said["issuer"] = reference.Agencies.NameOf(dossier.Case.Competent);
        return said;
    }

    private static List<ScanComponent> Components(
        IEnumerable<(RequiredPaper Paper, PaperForm? Form)> papers, Channel channel, ProcedureVersion procedure, AgencyId unit, ReferenceData reference,
        DateOnly day)
    {
        var rules = ScopeOn(day, procedure.Code, unit, reference);
        return [.. papers.Select((p, i) =>
        {
            var (scope, why) = rules.Of(p.Paper.Code, IsResult(p.Paper), p.Form ?? PaperFields.UsualForm(p.Paper), channel.ToString());
            return new ScanComponent(p.Paper.Code, p.Paper.Name, i + 1, p.Paper.NationalCode, scope, why);
        })];
    }

    /// <summary>What the rows of a day say about digitizing (R-DIG-03, 04, 16).</summary>
    public static ScopeRules ScopeOn(DateOnly day, string procedure, AgencyId unit, ReferenceData reference)
    {
        var scopes = RuleScopes.Of(reference.Agencies, procedure, unit);
        return new ScopeRules(
            List(reference.Rules.Text("digitize.not-forms", day, scopes)), List(reference.Rules.Text("digitize.not-channels", day, scopes)),
            List(reference.Rules.Text("digitize.classes", day, scopes)), List(reference.Rules.Text("digitize.secret", day, scopes)));
    }

    private static IReadOnlyList<string> List(string value) => value == "none" ? [] : value.Split('|');

    // "000.00.00.G15-KQ003308": the national code of a component that is the result of another procedure.
    private static bool IsResult(RequiredPaper paper) => paper.ReplacedBy.Count > 0
        || CultureInfo.InvariantCulture.CompareInfo.IndexOf(paper.NationalCode ?? "", "KQ", CompareOptions.Ordinal) >= 0;
}
