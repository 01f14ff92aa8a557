using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using MotCua.Web.Watch;

namespace MotCua.Web.SignIn;

/// <summary>A form whose guarding token no longer fits, since somebody signed in again meanwhile: it is kept and opened again with a fresh token.
/// Of a form from another site nothing is kept.</summary>
internal sealed class StaleForms(ParkedForms parked, ITempDataDictionaryFactory tempData) : IAsyncAlwaysRunResultFilter
{
    private const string Again = "Trang này mở đã lâu hoặc phiên đăng nhập vừa thay đổi nên thao tác chưa được nhận; hãy làm lại trên trang này.";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && await Instead(context.HttpContext) is { } to)
            context.Result = new LocalRedirectResult(to);
        await next();
    }

    private async Task<string?> Instead(HttpContext http)
    {
        try
        {
            if (http.SendsForm())
                return Account.Of(http) is { } account ? (await parked.Park(http.Request, account.Id, http.RequestAborted)).Reopens : null;
        }
        catch (Exception e) when (e is BadHttpRequestException or InvalidDataException)
        {
            // It broke on the way; that is answered as what it is.
            return null;
        }
        if (http.GetEndpoint()?.Metadata.GetMetadata<NeverKeptAttribute>() is null || ErrorAnswers.IsProgram(http.Request))
            return null;
        tempData.GetTempData(http)["Failed"] = Again;
        return Requests.Requery(http.Request.PathAndQuery(), ["handler"]);
    }
}
