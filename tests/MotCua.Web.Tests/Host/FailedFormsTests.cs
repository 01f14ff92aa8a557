using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using MotCua.Web.Watch;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class FailedFormsTests
{
    [Fact]
    public async Task A_stale_token_is_told_as_such()
    {
        var context = await Pass(new DefaultHttpContext(), new AntiforgeryValidationFailedResult());
        Assert.IsType<AntiforgeryValidationFailedResult>(context.Result);
        Assert.Contains("mở đã lâu", ErrorReport.Of(context.HttpContext, 1).Sentence);
    }

    [Theory]
    [InlineData(413)]
    [InlineData(400)]
    public async Task A_form_that_broke_on_the_way_keeps_its_own_status(int status)
    {
        var http = new DefaultHttpContext { Request = { ContentType = "application/x-www-form-urlencoded" } };
        http.Features.Set<IFormFeature>(new BrokenForm(new BadHttpRequestException("x", status)));
        Assert.Equal(status, Assert.IsType<StatusCodeResult>((await Pass(http, new AntiforgeryValidationFailedResult())).Result).StatusCode);
    }

    [Fact]
    public async Task Other_results_are_let_be()
    {
        var context = await Pass(new DefaultHttpContext(), new BadRequestResult());
        Assert.IsType<BadRequestResult>(context.Result);
        Assert.DoesNotContain("mở đã lâu", ErrorReport.Of(context.HttpContext, 1).Sentence);
    }

    private static async Task<ResultExecutingContext> Pass(HttpContext http, IActionResult result)
    {
        var action = new ActionContext(http, new RouteData(), new ActionDescriptor());
        var context = new ResultExecutingContext(action, [], result, new object());
        await new FailedForms().OnResultExecutionAsync(context, () => Task.FromResult(new ResultExecutedContext(action, [], context.Result, new object())));
        return context;
    }

    private sealed class BrokenForm(Exception why) : IFormFeature
    {
        public bool HasFormContentType => true;

        public IFormCollection? Form { get; set; }

        public IFormCollection ReadForm() => throw why;

        public Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken) => Task.FromException<IFormCollection>(why);
    }
}
