using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Reception;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Domain.Words;

namespace MotCua.App.Reception;

/// <summary>A group of linked procedures with the versions in force.</summary>
/// <param name="Missing">Codes of its procedures that have no version in force.</param>
public sealed record LinkedProcedures(LinkedGroup Group, IReadOnlyList<ProcedureVersion> Members, IReadOnlyList<string> Missing)
{
    /// <summary>The group that a code stands for on a day; null if it stands for none.</summary>
    public static async Task<LinkedProcedures?> Of(
        MotCuaDb db, ReferenceCache references, ReferenceData reference, string code, DateOnly day, CancellationToken cancel)
    {
        if (reference.Group(code, day) is not { } group)
            return null;
        var (members, missing) = (new List<ProcedureVersion>(), new List<string>());
        foreach (var member in group.Members)
            if (reference.Procedure(member.Procedure, day) is { } line)
                members.Add(await references.Procedure(db, line.Code, line.Version, cancel));
            else
                missing.Add(member.Procedure);
        return new LinkedProcedures(group, members, missing);
    }
}

/// <summary>A component of one procedure of a group.</summary>
/// <param name="United">Code in the united list; null where it is the result of a procedure that comes before and is not asked for.</param>
public sealed record GroupPaper(RequiredPaper Own, string? United);

/// <summary>One procedure of a group as typed.</summary>
/// <param name="Number">From 1, as in the names of its fields.</param>
/// <param name="Competent">The agency that resolves it; the default value where the officer must choose it.</param>
/// <param name="Limit">Its time limit; null where none can be told.</param>
public sealed record GroupMember(
    int Number, LinkedMember Link, ProcedureVersion Procedure, string? CaseName, AgencyId Competent, TimeLimit? Limit, IReadOnlyList<GroupPaper> Papers)
{
    /// <summary>Name of one of its fields.</summary>
    public string F(string field) => $"{field}.{Number}";
}

/// <summary>What was typed of a group: its procedures, and one procedure that unites their components and fees. A paper that several need is taken once; a
/// result that one of them makes for another is not asked for at all (R-WF-13).</summary>
/// <param name="United">The group's own procedure with the components and tariffs of all.</param>
public sealed record GroupForm(LinkedProcedures Linked, IReadOnlyList<GroupMember> Members, ProcedureVersion United)
{
    /// <summary>Reads it.</summary>
    /// <param name="own">The group's own procedure.</param>
    public static GroupForm Read(
        TypedForm typed, ProcedureVersion own, LinkedProcedures linked, Channel channel, AgencyId unit, ReferenceData reference, DateOnly today)
    {
        var united = own.Papers.Select(p => p with { Code = $"0-{p.Code}" }).ToList();
        var (known, uses) = (new Dictionary<string, int>(), new Dictionary<string, List<string>>());
        var members = new List<GroupMember>();
        foreach (var procedure in linked.Members)
        {
            var link = linked.Group.Members.First(m => m.Procedure == procedure.Code);
            var number = members.Count + 1;
            var caseName = procedure.Cases.FirstOrDefault(c => c == typed[$"case.{number}"]);
            var results = members.Where(m => link.Needs.Contains(m.Procedure.Code)).Select(m => m.Procedure.ResultCode).ToList();
            var papers = procedure.PapersFor(caseName).Select(p => new GroupPaper(p, p.ReplacedBy.Any(results.Contains)
                ? null : Unite(p, number, procedure, united, known, uses))).ToList();
            var competent = typed.Number($"competent.{number}") is { } id && reference.Agencies.Find(new AgencyId(id)) is { } agency
                ? agency.Id : ReceptionForm.DefaultCompetent(procedure.Terms, unit, reference, today) ?? default;
            members.Add(new GroupMember(number, link, procedure, caseName, competent, procedure.LimitFor(channel, caseName)?.Limit, papers));
        }
        return new GroupForm(linked, members, own with
        {
            Papers = [.. united.Select(p => uses.TryGetValue(p.Code, out var of) && of.Count > 1
                ? p with { Note = $"Dùng chung cho {of.Count} thủ tục. {p.Note}".Trim() } : p)],
            Tariffs = [.. own.Tariffs, .. linked.Members.SelectMany(m => m.Tariffs)],
        });
    }

    // The same paper is known by its code in the national database, else by its name.
    private static string Unite(
        RequiredPaper paper, int number, ProcedureVersion of, List<RequiredPaper> united, Dictionary<string, int> known, Dictionary<string, List<string>> uses)
    {
        var key = paper.NationalCode ?? VietnameseText.Fold(paper.Name);
        if (!known.TryGetValue(key, out var at))
        {
            known[key] = at = united.Count;
            united.Add(paper with { Code = $"{number}-{paper.Code}", Case = null });
            uses[united[at].Code] = [];
        }
        var there = united[at];
        united[at] = there with
        {
            Required = there.Required || paper.Required, ShowOnly = there.ShowOnly && paper.ShowOnly, Originals = Math.Max(there.Originals, paper.Originals),
            Copies = Math.Max(there.Copies, paper.Copies),
        };
        uses[there.Code].Add(of.Code);
        return there.Code;
    }

    /// <summary>What keeps the procedures of the group from being received, in their order.</summary>
    public IEnumerable<Refusal> Obstacles(AgencyId reception, Channel channel, ReferenceData reference, DateOnly today)
    {
        foreach (var code in Linked.Missing)
            yield return new Refusal("group.missing", $"Thủ tục thành phần {code} không còn hiệu lực. Đề nghị quản trị xem lại nhóm liên thông.");
        foreach (var member in Members)
            if (Obstacle(member, reception, channel, reference, today) is { } no)
                yield return no;
    }

    private static Refusal? Obstacle(GroupMember member, AgencyId reception, Channel channel, ReferenceData reference, DateOnly today)
    {
        var (procedure, name) = (member.Procedure, member.Procedure.Name);
        if (procedure.Cases.Count > 0 && member.CaseName is null)
            return new Refusal("form.case", $"Hãy chọn trường hợp của “{name}”.", null, member.F("case"));
        if (member.Competent == default)
            return new Refusal("form.competent", $"Hãy chọn cơ quan giải quyết “{name}”.", "NĐ 118/2025/NĐ-CP Đ.14", member.F("competent"));
        if (member.Limit is null)
            return new Refusal("group.limit", $"Danh mục chưa có thời hạn của “{name}” nên chưa nhận theo nhóm được. Hãy tiếp nhận riêng thủ tục này.");
        var scopes = RuleScopes.Of(reference.Agencies, procedure.Code, reception, member.Competent);
        var wrong = Receive.Shut(procedure, channel, reference.Rules.Find("channels", today, scopes)?.Value)
            ?? Receive.Gone(reception, member.Competent, reference.Agencies, reference.Rules.Find("organisation.levels", today, scopes), today)
            ?? Receive.Elsewhere(procedure.Terms, reception, member.Competent, reference.Agencies,
                reference.Rules.Find("boundary.reception", today, scopes));
        return wrong is { } no ? no with { Sentence = $"{name}: {no.Sentence}", Field = no.Field is "Channel" ? "channel" : member.F("competent") } : null;
    }

    /// <summary>The plan of reception; each procedure becomes a dossier with the id given.</summary>
    public GroupPlan Plan(DossierId parent, IReadOnlyList<DossierId> ids)
    {
        var byCode = Members.Zip(ids).ToDictionary(m => m.First.Procedure.Code, m => m.Second);
        return new GroupPlan(parent, [.. Members.Where(m => m.Limit is not null).Select(m => new PlannedPart(
            byCode[m.Procedure.Code], m.Procedure.Code, m.Competent, m.Limit!, [.. m.Link.Needs.Where(byCode.ContainsKey).Select(n => byCode[n])],
            m.Link.StopsWithout, [.. m.Papers.Where(p => p.United is null).Select(p => p.Own.Code)]))]);
    }
}
