using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>Leads an account to the page that it must see first: a new password, a second factor, or that it has no duty today.
/// A form that it sent meanwhile is kept.</summary>
internal sealed class Gates(RequestDelegate next)
{
    public const string Password = "/mat-khau";
    public const string Factor = "/tai-khoan/xac-thuc";
    public const string NoDuty = "/chua-duoc-giao";

    public async Task Invoke(HttpContext context)
    {
        if (Account.Of(context) is not { State: not AccountState.Ready } account || IsOpen(context.GetEndpoint(), account.State))
        {
            await next(context);
            return;
        }
        if (ErrorAnswers.IsProgram(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }
        var to = account.State switch { AccountState.OneTimePassword => Password, AccountState.NoFactor => Factor, _ => NoDuty };
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.PathAndQuery() : await Kept(context, account);
        context.Response.Redirect(to + (back is null ? "" : new QueryBuilder { { "ve", back } }.ToString()));
    }

    private static async Task<string?> Kept(HttpContext context, Account account) => context.SendsForm()
        ? (await context.RequestServices.GetRequiredService<ParkedForms>().Park(context.Request, account.Id, context.RequestAborted)).Reopens
        : null;

    // Where nothing is found there is nothing to guard: the answer is 404.
    private static bool IsOpen(Endpoint? endpoint, AccountState state) =>
        endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null
        || endpoint.Metadata.GetMetadata<AnyAccountAttribute>() is { } page && page.From <= state;
}
