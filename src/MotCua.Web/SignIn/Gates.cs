using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>Leads an account to the page that it must see first: a new password, or that it has no duty today.</summary>
internal sealed class Gates(RequestDelegate next)
{
    public const string Password = "/mat-khau";
    public const string NoDuty = "/chua-duoc-giao";

    public Task Invoke(HttpContext context)
    {
        if (Account.Of(context) is not { } account || IsOpen(context.GetEndpoint()))
            return next(context);
        var to = account.MustChangePassword ? Password : SignedIn.Find(context) is null ? NoDuty : null;
        if (to is null)
            return next(context);
        if (ErrorAnswers.IsProgram(context.Request))
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
        else
            context.Response.Redirect(to + (HttpMethods.IsGet(context.Request.Method) ? ReturnTo(context.Request) : ""));
        return Task.CompletedTask;
    }

    // Where nothing is found there is nothing to guard: the answer is 404.
    private static bool IsOpen(Endpoint? endpoint) =>
        endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetMetadata<AnyAccountAttribute>() is not null;

    private static string ReturnTo(HttpRequest request) => new QueryBuilder { { "ve", request.PathAndQuery() } }.ToString();
}
