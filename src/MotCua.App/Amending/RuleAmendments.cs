using Microsoft.EntityFrameworkCore;
using MotCua.App.Law;
using MotCua.Domain.Law;

namespace MotCua.App.Amending;

/// <summary>A rule has a value from a day on: a new row. The row that held there until now ends on the day before, and goes on after the last day of a
/// new one that is only for a time.</summary>
/// <param name="Scope">"nation", "ministry:CODE", "province:H15", "unit:CODE" or "procedure:CODE".</param>
/// <param name="To">Last day; null while it stands.</param>
public sealed record AddRule(string Key, string Scope, string Value, string Basis, DateOnly From, DateOnly? To, bool Verified) : Amendment(Basis)
{
    private const int LongestValue = 1000;

    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (Wrong(at) is { } no)
            return (null, no);
        var rows = await at.Db.Set<RuleRow>().Where(r => r.Key == Key).OrderBy(r => r.From).ToListAsync(cancel);
        var here = rows.FindAll(r => r.Scope == Scope);
        if (here.Exists(r => r.From > From && (To is null || r.From <= To)))
            return (null, new Refusal("law.rule.later",
                "Đã có dòng quy định khác bắt đầu trong khoảng ngày này. Hãy chọn ngày kết thúc trước dòng đó, hoặc bắt đầu sau nó.", null, nameof(To)));
        if (here.Exists(r => r.From == From))
            return (null, new Refusal("law.rule.there", "Đã có dòng quy định bắt đầu từ ngày này. Hãy chọn ngày khác.", null, nameof(From)));
        var before = here.FindLast(r => r.From < From && (r.To is null || r.To >= From));
        var (until, binds) = (before?.To, rows.Count > 0 ? rows[^1].Binds : Binds.Act);
        before?.To = From.AddDays(-1);
        at.Db.Add(Row(Value.Trim(), Basis.Trim(), From, To, binds, Verified));
        if (before is not null && To is { } last && (until is null || until > last))
            at.Db.Add(Row(before.Value, before.LegalBasis, last.AddDays(1), until, before.Binds, before.Verified));
        var key = at.Reference.Rules.KeyOf(Key);
        return (new Amended(
            $"{key.Label} ({AmendmentWords.Scope(Scope, at.Reference)}): {before?.Value ?? "chưa có"} → {Value.Trim()}, "
            + $"từ {AmendmentWords.Day(From)} đến {AmendmentWords.Day(To)}",
            key.MovesDue ? MovedDays.Since(From, To) : null), null);
    }

    private RuleRow Row(string value, string basis, DateOnly from, DateOnly? to, Binds binds, bool verified) => new()
    {
        Key = Key, Scope = Scope, Value = value, LegalBasis = basis, From = from, To = to, Binds = binds, Verified = verified,
    };

    private Refusal? Wrong(AmendingNow at) =>
        BasisMissing() ?? Unknown(Scope, at.Reference, days: false)
        ?? (at.Reference.Rules.Keys.All(k => k.Key != Key) ? new Refusal("law.rule.key", "Không có quy định này. Hãy chọn trong danh sách.", null, nameof(Key))
        : Value.Length > LongestValue || !at.Reference.Rules.KeyOf(Key).Reads(Value.Trim()) ? new Refusal(
            "law.rule.value", $"Giá trị chưa đúng. {Form(at.Reference.Rules.KeyOf(Key).Value)}", null, nameof(Value))
        : From < at.Today ? new Refusal("law.rule.past", "Quy định mới chỉ áp dụng từ hôm nay trở đi; dòng của quá khứ không sửa. Hãy chọn ngày khác.",
            null, nameof(From))
        : To < From ? new Refusal("law.rule.days", "Ngày cuối phải không trước ngày đầu. Hãy nhập lại.", null, nameof(To))
        : null);

    /// <summary>How a value is written.</summary>
    public static string Form(RuleValue value) => value switch
    {
        RuleValue.Number => "Hãy viết một số nguyên, ví dụ 3.",
        RuleValue.Hour => "Hãy viết giờ và phút, ví dụ 15:00.",
        RuleValue.Flag => "Hãy viết true (có) hoặc false (không).",
        _ => "Hãy viết giá trị theo cách của các dòng đã có; nhiều giá trị cách nhau bằng dấu |.",
    };
}

/// <summary>A row of a rule ends with a day.</summary>
/// <param name="Id">The row.</param>
/// <param name="Last">Its last day.</param>
public sealed record EndRule(int Id, DateOnly Last, string Basis) : Amendment(Basis)
{
    internal override async Task<(Amended? Done, Refusal? No)> Apply(AmendingNow at, CancellationToken cancel)
    {
        if (BasisMissing() is { } no)
            return (null, no);
        if (await at.Db.Set<RuleRow>().FindAsync([Id], cancel) is not { } row)
            return (null, new Refusal("law.rule.gone", "Không có dòng quy định này. Hãy mở lại danh sách."));
        if (row.Scope == CalendarDayRow.Nation)
            return (null, new Refusal("law.rule.ground",
                "Quy định chung của cả nước không được để trống. Hãy thêm dòng mới từ ngày thay đổi; dòng này tự kết thúc vào ngày trước đó."));
        if (row.To < at.Today)
            return (null, new Refusal("law.rule.over", "Dòng này đã kết thúc trước hôm nay; quá khứ không sửa."));
        if (Last < at.Today.AddDays(-1) || Last < row.From || Last > row.To)
            return (null, new Refusal("law.rule.days", "Ngày cuối phải từ hôm qua và trong thời gian của dòng này. Hãy nhập lại.", null, nameof(Last)));
        row.To = Last;
        var key = at.Reference.Rules.KeyOf(row.Key);
        return (new Amended(
            $"{key.Label} ({AmendmentWords.Scope(row.Scope, at.Reference)}): “{row.Value}” kết thúc ngày {AmendmentWords.Day(Last)}",
            key.MovesDue ? MovedDays.Since(Last.AddDays(1)) : null), null);
    }
}
