using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Kit;

namespace MotCua.Web.Pages.Work;

/// <summary>A condition in force, and the address of the list without it.</summary>
public sealed record WorkChip(string Label, string Value, string Href);

/// <summary>Says in words what narrows a list.</summary>
internal static class WorkChips
{
    public static IReadOnlyList<WorkChip> Of(WorkForm form, WorkOptions options, ReferenceData reference)
    {
        var q = form.Query;
        (string Name, string Label, string? Value)[] all =
        [
            ("q", "Tìm", q.Words), ("buoc", "Bước", q.Step is { } s ? Terms.Of(s) : null), ("han", "Thời hạn", q.Due is { } d ? Terms.Of(d) : null),
            ("trang-thai", "Trạng thái", q.Status is { } t ? Terms.Of(t) : null), ("don-vi", "Đơn vị", Unit(q.Unit, reference)),
            ("can-bo", "Cán bộ", q.Officer is { } o ? options.Officers.Where(x => x.Id == o).Select(x => x.Name).FirstOrDefault() ?? "không rõ" : null),
            ("linh-vuc", "Lĩnh vực", q.Sector), ("thu-tuc", "Thủ tục", q.Procedure is { } p ? NameOf(p, reference) : null), ("nguoi", "Người", q.Person),
            ("ma", "Mã hồ sơ", q.Code), ("kenh", "Kênh nộp", q.Channel is { } c ? Terms.Of(c) : null),
            ("so", "Sổ theo dõi", q.Book is { } b ? $"{b.Year}, {Unit(b.Unit, reference)}" : null),
            .. Day("nhan", "Tiếp nhận", q.Received), .. Day("hen", "Hẹn trả", q.Appointment), .. Day("kq", "Có kết quả", q.Result),
            .. Day("tra", "Trả kết quả", q.Returned),
        ];
        return [.. all.Where(c => c.Value is not null).Select(c => new WorkChip(c.Label, c.Value!, "/viec" + form.Address(without: c.Name)))];
    }

    /// <summary>"1.001193 Thủ tục đăng ký khai sinh".</summary>
    public static string NameOf(string procedure, ReferenceData reference) =>
        $"{procedure} {reference.Procedures.LastOrDefault(p => p.Code == procedure)?.Name}".TrimEnd();

    private static string? Unit(int? unit, ReferenceData reference) => unit is { } u ? reference.Agencies.NameOf(new AgencyId(u)) : null;

    private static IEnumerable<(string Name, string Label, string? Value)> Day(string name, string label, Days days)
    {
        yield return (name + "-tu", label + " từ", days.From is { } from ? VietText.Day(from) : null);
        yield return (name + "-den", label + " đến", days.To is { } to ? VietText.Day(to) : null);
    }
}
