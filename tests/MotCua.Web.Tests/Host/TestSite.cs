using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using MotCua.Web.Configuration;

namespace MotCua.Web.Tests.Host;

/// <summary>The whole application on a real server and a free port, with doors that fail in every way.</summary>
public sealed class TestSite : IAsyncDisposable
{
    private readonly Folder _folder = new();
    private readonly Spoken _spoken = new();
    private readonly WebApplication _app;

    private TestSite(MotCuaSettings settings, Action<IEndpointRouteBuilder>? doors)
    {
        Settings = settings with { Data = _folder.Path };
        DataFolder.Prepare(Settings);
        _app = Site.Build(Spoken.Line(Settings, _spoken.Streams), "http://127.0.0.1:0");
        var open = _app.MapGroup("").AllowAnonymous();
        open.MapGet("/status/{code:int}", (int code) => Results.StatusCode(code));
        open.MapGet("/api/status/{code:int}", (int code) => Results.StatusCode(code));
        doors?.Invoke(open);
    }

    public MotCuaSettings Settings { get; }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false });

    public string Log => _spoken.Error.ToString();

    public IEnumerable<JsonElement> LogLines =>
        Log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement);

    public static async Task<TestSite> Start(MotCuaSettings? settings = null, Action<IEndpointRouteBuilder>? doors = null)
    {
        var site = new TestSite(settings ?? new MotCuaSettings { RequestsPerMinute = 0 }, doors);
        await site._app.StartAsync();
        site.Client.BaseAddress = new Uri(site._app.Urls.First());
        return site;
    }

    /// <summary>Makes the database, as "serve" does before it opens.</summary>
    public Task Prepare() => _app.PrepareRooms(Spoken.Line(Settings, new Spoken().Streams), CancellationToken.None);

    /// <summary>Stops the server, so that every request's line stands in the log.</summary>
    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
