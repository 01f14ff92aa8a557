using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MotCua.App.Papers;
using MotCua.Web.Kit;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>Opens a kept form on the page that it was sent to, and lets it go once the page has taken it. To the page the request looks like
/// the form sent anew, but the handler of a GET answers (or the one that <see cref="ReopensWithAttribute"/> names): nothing is done
/// that the officer has not asked for again.</summary>
internal sealed class ReopenForms(ParkedForms parked, HeldFiles held, SentInPieces pieces, IFileStore store, ITempDataDictionaryFactory tempData) :
     IAsyncResourceFilter, IAsyncPageFilter
{
    private const string NotSent =
        "Biểu mẫu chưa được gửi vì phiên đăng nhập đã hết hoặc thay đổi đúng lúc gửi. Mọi thứ đã nhập còn nguyên; hãy kiểm tra rồi gửi lại.";

    private const string NotTheirs =
        "Không mở được biểu mẫu đang giữ: biểu mẫu thuộc tài khoản khác hoặc đã quá 24 giờ. Hãy đăng nhập bằng tài khoản đã nhập biểu mẫu đó.";

    private KeptForm? opening;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (context.ActionDescriptor is not PageActionDescriptor || Account.Of(context.HttpContext) is not { } account)
            await next();
        else if (HttpMethods.IsGet(request.Method) && Guid.TryParse(request.Query[KeptForm.Query], out var id))
            await Open(context.HttpContext, await parked.Find(id, account.Id, context.HttpContext.RequestAborted), account, next);
        else if (HttpMethods.IsPost(request.Method) && request.HasFormContentType && !ErrorAnswers.IsProgram(request))
            await Send(context.HttpContext, account, next);
        else
            await next();
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context)
    {
        if (opening is not null)
        {
            var (method, name) = Reopener(context.HttpContext) is { } reopens ? ("POST", reopens.Handler) : ("GET", (string?)null);
            context.HandlerMethod = context.ActionDescriptor.HandlerMethods.FirstOrDefault(h =>
                string.Equals(h.HttpMethod, method, StringComparison.OrdinalIgnoreCase) && string.Equals(h.Name, name, StringComparison.OrdinalIgnoreCase));
        }
        return Task.CompletedTask;
    }

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (opening is null)
        {
            await next();
            return;
        }
        var bound = Reopener(context.HttpContext) is null ? Bound(context) : [];
        if (Reopener(context.HttpContext) is null)
            Forgive(context);
        var done = await next();
        Say(context.HttpContext, NotSent);
        if (Reopener(context.HttpContext) is null && done.Result is null or PageResult)
            Overlay(context, opening, bound);
    }

    private async Task Open(HttpContext http, KeptForm? kept, Account account, ResourceExecutionDelegate next)
    {
        if (kept is null || !string.Equals(kept.Path, http.Request.PathBase.Add(http.Request.Path).ToUriComponent(), StringComparison.OrdinalIgnoreCase))
        {
            Say(http, NotTheirs);
            await next();
            return;
        }
        opening = kept;
        http.Features.Set(kept);
        http.Features.Set(new TypedWins());
        http.Features.Set<IFormFeature>(new FormFeature(kept.ToForm(store, http.Response)));
        http.Request.Method = HttpMethods.Post;
        var done = await next();
        http.Request.Method = HttpMethods.Get;
        if (Reopener(http) is not null && done.Result is IKeepTempDataResult)
            await parked.Remove(kept.Id, account.Id, http.RequestAborted);
    }

    private async Task Send(HttpContext http, Account account, ResourceExecutionDelegate next)
    {
        var sent = await pieces.Complete(held.Complete(await http.Request.ReadFormAsync(http.RequestAborted), http.Response), account.Id, http);
        http.Features.Set<IFormFeature>(new FormFeature(sent));
        if (await parked.Find(ParkedForms.IdIn(sent), account.Id, http.RequestAborted) is not { } kept)
        {
            await next();
            return;
        }
        kept = kept with { Wanted = ParkedForms.WantedIn(sent) };
        http.Features.Set(kept);
        http.Features.Set<IFormFeature>(new FormFeature(kept.AddTo(sent, store, http.Response)));
        var done = await next();
        // A redirect says that the page took the form; a page shown again still needs what is kept.
        if (done.Result is IKeepTempDataResult)
            await parked.Remove(kept.Id, account.Id, http.RequestAborted);
    }

    private static ReopensWithAttribute? Reopener(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ReopensWithAttribute>();

    private static List<(PageBoundPropertyDescriptor Property, object? Value)> Bound(PageHandlerExecutingContext context) =>
        [.. context.ActionDescriptor.BoundProperties.OfType<PageBoundPropertyDescriptor>().Where(p => p.Property is { CanRead: true, CanWrite: true })
            .Select(p => (p, p.Property.GetValue(context.HandlerInstance)))];

    // Nobody has asked for a judgement yet; a page may refuse to show itself while its state has errors.
    private static void Forgive(PageHandlerExecutingContext context)
    {
        foreach (var (key, entry) in context.ModelState)
        {
            entry!.Errors.Clear();
            context.ModelState.MarkFieldSkipped(key);
        }
    }

    // What the page has loaded for a GET gives way to what was typed.
    private static void Overlay(PageHandlerExecutingContext context, KeptForm kept, List<(PageBoundPropertyDescriptor Property, object? Value)> bound)
    {
        var names = kept.Fields.Select(f => f.Name.Split('.', '[')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (property, value) in bound.Where(b => names.Contains(b.Property.BindingInfo?.BinderModelName ?? b.Property.Name)))
            property.Property.SetValue(context.HandlerInstance, value);
        foreach (var field in kept.Fields.GroupBy(f => f.Name))
        {
            var values = field.Select(f => f.Value).ToArray();
            context.ModelState.SetModelValue(field.Key, values is [var one] ? one : values, string.Join(",", values));
            context.ModelState.MarkFieldSkipped(field.Key);
        }
    }

    private void Say(HttpContext http, string sentence) => tempData.GetTempData(http)["Failed"] = sentence;
}
