using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Warnings;
using MotCua.Domain.Agencies;
using MotCua.Web.Configuration;
using MotCua.Web.Kit;

namespace MotCua.Web.SignIn;

/// <summary>Gives the frame of every page the officer, his unit and the doors that his duties open.</summary>
internal sealed class ShellOfPage(FrameCounts counts, MotCuaSettings settings) : IAsyncResultFilter
{
    private const string Work = "/viec";
    private const string ToReturn = Work + "?loc=tra";

    /// <summary>The duties that open the page of notices.</summary>
    internal static readonly Duty[] Outbox = [Duty.HeadOneStop, Duty.Control, Duty.Administer, Duty.Receive];

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (context.Result is PageResult && http.Features.Get<ShellModel>() is null)
            http.Features.Set((Account.Of(http), SignedIn.Find(http)) is ({ } account, { } officer)
                ? await Of(http, account, officer)
                : new ShellModel { Demo = Account.Of(http)?.Demo ?? settings.Demonstration });
        await next();
    }

    private async Task<ShellModel> Of(HttpContext http, Account account, SignedIn officer)
    {
        var counted = await counts.Of(officer.Id, officer.Duties, http.RequestAborted);
        return Of(http, account, officer, counted);
    }

    private static ShellModel Of(HttpContext http, Account account, SignedIn officer, Frame counted) => new()
    {
        Unit = officer.Home.Name, Demo = account.Demo, Person = officer.Name, Post = officer.Counter ?? officer.Title,
        Items = Items(http, officer, counted), Query = http.Request.Path == Work ? http.Request.Query["q"].ToString() : null,
        SearchHref = Work, HomeHref = "/", SignOutHref = "/dang-xuat",
        Unread = counted.Unread,
    };

    private static IEnumerable<ShellItem> OfTheSystem(SignedIn officer)
    {
        if (officer.Has(Duty.Administer))
            yield return new ShellItem("/kho-tep", "Kho tệp", "lock");
        if (!officer.Has(Duty.Audit))
            yield break;
        yield return new ShellItem("/nhat-ky/truy-cap", "Nhật ký truy cập", "list");
        yield return new ShellItem("/nhat-ky/an-toan", "Nhật ký an toàn", "lock");
    }

    private static IReadOnlyList<ShellItem> Items(HttpContext http, SignedIn officer, Frame counted)
    {
        var items = new List<ShellItem>();
        if (officer.Has(Duty.Receive))
            items.Add(new ShellItem("/tiep-nhan", "Tiếp nhận", "receive"));
        items.Add(new ShellItem(Work, "Việc của tôi", "list", Some(counted.Mine)));
        if (officer.Has(Duty.Digitize) || officer.Has(Duty.Receive) || officer.Has(Duty.Clerk))
            items.Add(new ShellItem("/so-hoa", "Số hóa", "scan"));
        if (officer.Has(Duty.Return))
            items.Add(new ShellItem(ToReturn, "Chờ trả", "send", Some(counted.ToReturn)));
        if (new[] { Duty.Handle, Duty.Lead, Duty.HeadOneStop, Duty.Control }.Any(officer.Has))
            items.Add(new ShellItem("/phoi-hop", "Phối hợp", "people"));
        if (new[] { Duty.HeadOneStop, Duty.Control }.Any(officer.Has))
            items.Add(new ShellItem("/phi-dia-gioi", "Phi địa giới", "report"));
        if (counted.Asked is > 0 and var asked)
            items.Add(new ShellItem("/y-kien", "Cho ý kiến", "people", asked));
        if (counted.Told is > 0 and var tasks)
            items.Add(new ShellItem("/chi-dao", "Chỉ đạo", "clock", tasks));
        if (Outbox.Any(officer.Has))
            items.Add(new ShellItem("/hop-thu", "Hộp thư trình diễn", "mail"));
        if (officer.Has(Duty.Administer) || officer.Has(Duty.Control))
            items.Add(new ShellItem("/danh-muc/thu-tuc", "Danh mục thủ tục", "report"));
        if (officer.Has(Duty.Control))
        {
            items.Add(new ShellItem("/kiem-soat/thoi-gian", "Kiểm soát thời hạn", "clock"));
            items.Add(new ShellItem("/kiem-soat/ho-so-ket", "Hồ sơ bị kẹt", "warn"));
        }
        if (officer.Has(Duty.Clerk))
            items.Add(new ShellItem("/luu-tru", "Nộp lưu", "report"));
        items.Add(new ShellItem("/to-chuc", "Đơn vị", "people"));
        items.AddRange(OfTheSystem(officer));
        var returning = http.Request.Path == Work && http.Request.Query["loc"] == "tra" && officer.Has(Duty.Return);
        return returning
            ? [.. items.Select(i => i with { Current = i.Href == ToReturn })]
            : ShellItem.Mark(items, http.Request.Path);

        static int? Some(int count) => count > 0 ? count : null;
    }
}
