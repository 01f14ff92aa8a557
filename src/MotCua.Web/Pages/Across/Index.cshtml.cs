using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Across;

/// <summary>Dossiers by who received and who resolves, and the money collected for others.</summary>
[NeedsDuty(Duty.HeadOneStop, Duty.Lead, Duty.Collect, Duty.Control, Duty.Audit)]
public sealed class IndexModel(AcrossBook book, MotCuaDb db, ReferenceCache references, TimeProvider clock) : AcrossPage(clock)
{
    /// <summary>The pairs across a boundary, then those at home.</summary>
    public IReadOnlyList<(string Title, string Id, string Empty, IReadOnlyList<AcrossLine> Lines)> Parts { get; private set; } = [];

    /// <summary>Pairs between which money is owed.</summary>
    public IReadOnlyList<AcrossLine> Owed { get; private set; } = [];

    /// <summary>Whether not everything was read.</summary>
    public bool AtLeast { get; private set; }

    /// <summary>Shows the numbers.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        Agencies = (await references.Get(db, cancel)).Agencies;
        if (ReadPeriod() is not { } period)
            return;
        (var lines, AtLeast) = await book.Lines(SignedIn.Of(HttpContext).Id.Value, period.From, period.To, cancel);
        var received = lines.Where(l => l.Received > 0).ToList();
        Parts =
        [
            ("Nhận thay cơ quan ở nơi khác", "phi-dia-gioi", "Không có hồ sơ phi địa giới trong khoảng ngày này.", received.FindAll(l => l.CrossesBoundary)),
            ("Nhận cho chính cơ quan tại chỗ", "tai-cho", "Không có hồ sơ trong khoảng ngày này.", received.FindAll(l => !l.CrossesBoundary)),
        ];
        Owed = [.. lines.Where(l => l is { CrossesBoundary: true, Payments: > 0 })];
    }

    /// <summary>The counts of a line in the order of the columns.</summary>
    public static IEnumerable<(AcrossCount Count, string Label, int Number)> Numbers(AcrossLine line) =>
    [
        (AcrossCount.Received, "Tiếp nhận", line.Received), (AcrossCount.Resolved, "Có kết quả", line.Resolved),
        (AcrossCount.Late, "Quá hạn", line.Late), (AcrossCount.Returned, "Đã trả", line.Returned),
    ];
}
