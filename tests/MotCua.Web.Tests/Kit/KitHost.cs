using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using MotCua.Web.Kit;
using Xunit;

namespace MotCua.Web.Tests.Kit;

/// <summary>The Kit alone on a port of its own: Razor Pages and files, under the product's content policy, and nothing of the host.</summary>
public sealed class KitHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public Uri Root { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var web = Path.Combine(Repository(), "src", "MotCua.Web");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "MotCua.Web",
            ContentRootPath = web,
            WebRootPath = Path.Combine(web, "wwwroot"),
            EnvironmentName = "Production",
        });
        builder.Logging.ClearProviders();
        builder.Services.AddRazorPages().AddMvcOptions(o => o.ReadVietnameseInput());
        builder.Services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Use(Frame);
        app.UseStaticFiles();
        app.MapRazorPages();
        await app.StartAsync();
        Root = new Uri(app.Urls.First());
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = true }) { BaseAddress = Root };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    public async Task<IDocument> Get(string path) => await Read(await Client.GetAsync(path));

    public static async Task<IDocument> Read(HttpResponseMessage answer)
    {
        answer.EnsureSuccessStatusCode();
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(r => r.Content(html));
    }

    public static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "MotCua.slnx")))
            at = at.Parent ?? throw new InvalidOperationException("The tests stand outside the repository.");
        return at.FullName;
    }

    private static Task Frame(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        if (context.Request.Query.ContainsKey("ai-do")) return next(context);
        context.Features.Set(new ShellModel
        {
            Unit = "Phường Buôn Ma Thuột",
            Demo = true,
            Person = "Nguyễn Thị Hạnh",
            Post = "Quầy 3 · Tiếp nhận",
            Items = ShellItem.Mark(
            [
                new("/tiep-nhan", "Tiếp nhận", "receive"),
                new("/viec", "Việc của tôi", "list", 1231),
                new("/kit", "Bộ phần tử", "box"),
            ],
            context.Request.Path),
        });
        return next(context);
    }
}

/// <summary>One host for all tests of the Kit.</summary>
[CollectionDefinition("kit")]
public sealed class KitCollection : ICollectionFixture<KitHost>, ICollectionFixture<Chromium>;
