using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using MotCua.App.Papers;

namespace MotCua.Web.Watch;

/// <summary>Tells apart why a form was not taken: the token that guards it is stale, or the form was too large or broken on the way.
/// Without this the framework answers each of them with a bare 400.</summary>
public sealed class FailedForms : IAsyncAlwaysRunResultFilter
{
    private const string Stale = "Trang này mở đã lâu hoặc phiên đăng nhập vừa thay đổi nên biểu mẫu chưa được nhận; "
        + "hãy bấm Quay lại để thấy những gì đã nhập, tải lại trang rồi gửi lại.";

    /// <inheritdoc/>
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
        {
            if (await FormFailure(context.HttpContext) is { } status)
                context.Result = new StatusCodeResult(status);
            else
                ErrorReport.Say(context.HttpContext, Stale);
        }
        await next();
    }

    // The form was read while the token was looked for; reading it again gives the first outcome again.
    private static async Task<int?> FormFailure(HttpContext http)
    {
        try
        {
            if (http.Request.HasFormContentType)
                await http.Request.ReadFormAsync(http.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (IOException e) when (DiskFull.Is(e))
        {
            // The files of a form lie on disk while it is read.
            return StatusCodes.Status507InsufficientStorage;
        }
    }
}
