using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Instructions;

/// <summary>Instructions that wait for the officer, and those that he gave.</summary>
public sealed class IndexModel(InstructionList list, TimeProvider clock) : PageModel
{
    /// <summary>The lists.</summary>
    public IReadOnlyList<(string Id, string Heading, string Empty, IReadOnlyList<InstructionItem> Items)> Parts { get; private set; } = [];

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        Now = clock.GetUtcNow();
        var parts = new List<(string, string, string, IReadOnlyList<InstructionItem>)>
        {
            ("cho-toi", "Giao cho tôi", "Không có chỉ đạo nào chờ bạn thực hiện.", await list.ToDo(me.Id, cancel)),
        };
        var given = await list.Given(me.Id, cancel);
        if (given.Count > 0 || new[] { Duty.Lead, Duty.Sign, Duty.HeadOneStop }.Any(me.Has))
            parts.Add(("da-giao", "Tôi đã giao", "Bạn chưa ra chỉ đạo nào. Mở hồ sơ rồi chọn “Ra chỉ đạo”.", given));
        Parts = parts;
    }
}
