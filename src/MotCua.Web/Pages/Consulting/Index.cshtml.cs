using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Processing;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Consulting;

/// <summary>Questions between units: those that wait for the officer's units, those that he asked, and late ones that he must urge.</summary>
public sealed class IndexModel(ConsultationList list, TimeProvider clock) : PageModel
{
    /// <summary>The lists.</summary>
    public IReadOnlyList<(string Id, string Heading, string Empty, IReadOnlyList<ConsultationItem> Items)> Parts { get; private set; } = [];

    /// <summary>The present instant.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        var me = SignedIn.Of(HttpContext);
        Now = clock.GetUtcNow();
        var parts = new List<(string, string, string, IReadOnlyList<ConsultationItem>)>
        {
            ("tra-loi", "Chờ đơn vị tôi cho ý kiến", "Không có câu hỏi nào chờ đơn vị bạn.", await list.ToAnswer(me.Id, cancel)),
            ("da-hoi", "Tôi đã hỏi", "Bạn chưa hỏi cơ quan nào. Mở hồ sơ đang thẩm định và chọn “Gửi lấy ý kiến”.", await list.Asked(me.Id, cancel)),
        };
        if (me.Has(Duty.HeadOneStop))
            parts.Add(("don-doc", "Chậm cho ý kiến, cần đôn đốc", "Không có cơ quan nào bị báo chậm cho ý kiến.", await list.Reported(me.Id, cancel)));
        Parts = parts;
    }
}
