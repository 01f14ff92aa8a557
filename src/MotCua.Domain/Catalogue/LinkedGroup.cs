using MotCua.Domain.Law;

namespace MotCua.Domain.Catalogue;

/// <summary>Who published a group of linked procedures.</summary>
[Term("cấp công bố nhóm thủ tục liên thông")]
public enum GroupPublisher
{
    /// <summary>The minister.</summary>
    [Term("Bộ trưởng, Thủ trưởng cơ quan ngang bộ")] Minister,
    /// <summary>The province.</summary>
    [Term("Chủ tịch Ủy ban nhân dân cấp tỉnh")] Province,
}

/// <summary>One procedure of a group.</summary>
/// <param name="Procedure">Its code.</param>
/// <param name="Needs">Codes of the procedures of the group whose results must be there before it can begin.</param>
/// <param name="StopsWithout">It ends when one of them ends without a granted result; else it goes on without it.</param>
[Term("thủ tục thành phần của nhóm liên thông", Law = "NĐ 61/2018/NĐ-CP Đ.4")]
public sealed record LinkedMember(string Procedure, IReadOnlyList<string> Needs, bool StopsWithout);

/// <summary>A group of linked procedures as it was published: one submission, several agencies, one return (R-WF-13).</summary>
/// <param name="Procedure">The code by which the group itself stands in the catalogue.</param>
/// <param name="Members">In order; the first one's agency leads.</param>
[Term("nhóm thủ tục hành chính liên thông", Law = "NĐ 61/2018/NĐ-CP Đ.4")]
public sealed record LinkedGroup(
    string Procedure, GroupPublisher Publisher, string LegalBasis, DateOnly From, DateOnly? To, bool Verified, IReadOnlyList<LinkedMember> Members)
{
    /// <summary>Code of the process that the dossier of a group follows when all its procedures have ended.</summary>
    public const string Process = "linked-return";

    /// <summary>Whether it holds on the day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>Why the members do not make a group; null if they do. Whoever needs another stands behind it, so that nothing waits for itself.</summary>
    public Refusal? Wrong()
    {
        if (Members.Count < 2)
            return new Refusal("group.few", "Nhóm liên thông phải có từ hai thủ tục trở lên. Hãy thêm thủ tục.", null, nameof(Members));
        var before = new HashSet<string>();
        foreach (var member in Members)
        {
            if (member.Procedure == Procedure || before.Contains(member.Procedure))
                return new Refusal("group.twice", $"Thủ tục {member.Procedure} có mặt hai lần. Hãy bỏ một dòng.", null, nameof(Members));
            if (member.Needs.FirstOrDefault(n => !before.Contains(n)) is { } wrong)
                return new Refusal("group.needs",
                    $"Thủ tục {member.Procedure} cần kết quả của {wrong} nên phải đứng sau thủ tục đó. Hãy sắp lại thứ tự.", null, nameof(Members));
            before.Add(member.Procedure);
        }
        return null;
    }
}
