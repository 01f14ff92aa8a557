using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>A group of linked procedures is published, or published anew: the group that held under the code ends on the day before (R-WF-13).</summary>
/// <param name="Procedure">The code by which the group itself stands in the catalogue.</param>
/// <param name="Members">One procedure a line: its code, and in brackets the codes whose results it needs; an exclamation mark behind the bracket where it
/// cannot go on without them: "1.004222 (1.001193)!".</param>
public sealed record AddGroup(
    string Procedure, GroupPublisher Publisher, string Members, string Basis, DateOnly From, DateOnly? To, bool Verified) : Amendment(Basis)
{
    /// <summary>The members as written; null for a line that cannot be read.</summary>
    public static IReadOnlyList<LinkedMember?> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Line)];

    /// <summary>A group's members as they would be written.</summary>
    public static string Write(LinkedGroup group) => string.Join('\n', group.Members.Select(m =>
        m.Procedure + (m.Needs.Count == 0 ? "" : $" ({string.Join(", ", m.Needs)}){(m.StopsWithout ? "!" : "")}")));

    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        var members = Read(Members);
        if (BasisMissing() is { } missing)
            return (null, missing);
        if (members.ToList().IndexOf(null) is >= 0 and var bad)
            return (null, new Refusal("group.line", $"Dòng {bad + 1} chưa đúng. Hãy viết như 1.004222 (1.001193)!", null, nameof(Members)));
        var group = new LinkedGroup(Procedure.Trim(), Publisher, Basis.Trim(), From, To, Verified, [.. members.OfType<LinkedMember>()]);
        if (Wrong(group, at) is { } no)
            return (null, no);
        var rows = await at.Db.Set<LinkedGroupRow>().Where(g => g.Procedure == group.Procedure).OrderBy(g => g.From).ToListAsync(cancel);
        if (rows.Exists(r => r.From >= From))
            return (null, new Refusal("group.later", "Đã có nhóm cùng mã bắt đầu từ ngày này hoặc sau đó. Hãy chọn ngày khác.", null, nameof(From)));
        if (rows.FindLast(r => r.To is null || r.To >= From) is { } before)
            before.To = From.AddDays(-1);
        at.Db.Add(new LinkedGroupRow
        {
            Procedure = group.Procedure, Publisher = Publisher, LegalBasis = group.LegalBasis, From = From, To = To, Verified = Verified,
            Members = [.. group.Members.Select((m, i) => LinkedMemberRow.Of(m, i + 1))],
        });
        return (new Amended(
            $"Nhóm thủ tục liên thông {group.Procedure} ({string.Join(", ", group.Members.Select(m => m.Procedure))}), "
            + $"từ {AmendmentWords.Day(From)} đến {AmendmentWords.Day(To)}", null), null);
    }

    private Refusal? Wrong(LinkedGroup group, AmendingNow at) =>
        From < at.Today ? new Refusal("group.past", "Nhóm mới chỉ áp dụng từ hôm nay trở đi. Hãy chọn ngày khác.", null, nameof(From))
        : To < From ? new Refusal("group.days", "Ngày cuối phải không trước ngày đầu. Hãy nhập lại.", null, nameof(To))
        : at.Reference.Procedure(group.Procedure, From) is not { } own
            ? new Refusal("group.code",
                $"Danh mục không có thủ tục {group.Procedure} có hiệu lực ngày đó. Hãy thêm thủ tục của nhóm trước.", null, nameof(Procedure))
        : own.Terms.Process != LinkedGroup.Process
            ? new Refusal("group.process",
                $"Thủ tục {group.Procedure} chưa gắn quy trình “{LinkedGroup.Process}”. Hãy gắn quy trình đó trong danh mục trước.", null, nameof(Procedure))
        : group.Members.FirstOrDefault(m => at.Reference.Procedure(m.Procedure, From) is null) is { } unknown
            ? new Refusal("group.member", $"Danh mục không có thủ tục {unknown.Procedure} có hiệu lực ngày đó. Hãy sửa mã.", null, nameof(Members))
        : group.Members.FirstOrDefault(m => at.Reference.Procedure(m.Procedure, From)?.Terms.NotHere is not null) is { } elsewhere
            ? new Refusal("group.elsewhere",
                $"Thủ tục {elsewhere.Procedure} chưa tiếp nhận được trên hệ thống này. Hãy xem lại danh mục.", null, nameof(Members))
        : group.Wrong();

    private static LinkedMember? Line(string line)
    {
        var stops = line.EndsWith('!');
        var rest = line.TrimEnd('!').Trim();
        var open = rest.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return stops || rest.Length == 0 || rest.Any(char.IsWhiteSpace) ? null : new LinkedMember(rest, [], false);
        if (!rest.EndsWith(')') || open == 0)
            return null;
        var needs = rest[(open + 1)..^1].Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
        return needs.Length == 0 ? null : new LinkedMember(rest[..open].Trim(), needs, stops);
    }
}

/// <summary>A group of linked procedures ends with a day; dossiers that were received by it go on.</summary>
/// <param name="First">The first day of the group that ends.</param>
/// <param name="Last">Its last day.</param>
public sealed record EndGroup(string Procedure, DateOnly First, DateOnly Last, string Basis) : Amendment(Basis)
{
    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (BasisMissing() is { } no)
            return (null, no);
        if (await at.Db.Set<LinkedGroupRow>().FirstOrDefaultAsync(g => g.Procedure == Procedure && g.From == First, cancel) is not { } row)
            return (null, new Refusal("group.gone", "Không có nhóm này. Hãy mở lại danh sách."));
        if (row.To < at.Today)
            return (null, new Refusal("group.over", "Nhóm này đã kết thúc trước hôm nay; quá khứ không sửa."));
        if (Last < at.Today.AddDays(-1) || Last < row.From || Last > row.To)
            return (null, new Refusal("group.days", "Ngày cuối phải từ hôm qua và trong thời gian của nhóm. Hãy nhập lại.", null, nameof(Last)));
        row.To = Last;
        return (new Amended($"Nhóm thủ tục liên thông {Procedure} kết thúc ngày {AmendmentWords.Day(Last)}", null), null);
    }
}
