using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Agencies;
using MotCua.Testing;
using MotCua.Web.Watch;

namespace MotCua.Web.Tests.SignIn;

/// <summary>The whole application over a test house: its data, its clock, its officers, all with one password.</summary>
public sealed class Front : IAsyncDisposable
{
    public const string Password = "Quầy số 3 mở lúc bảy giờ rưỡi";

    /// <summary>Says in a request from which address it comes.</summary>
    public const string AddressHeader = "X-Test-Address";

    private readonly StringWriter log = new();
    private readonly string data;
    private readonly Action<IServiceCollection>? more;
    private readonly bool browser;
    private WebApplicationFactory<Program> app;

    private Front(TestHouse house, string data, Action<IServiceCollection>? more, bool browser)
    {
        (House, this.data, this.more, this.browser, Life) = (house, data, more, browser, new Life(house));
        app = Start();
    }

    /// <summary>Where a real browser finds it; only for a front that was opened for one.</summary>
    public Uri Address => app.ClientOptions.BaseAddress;

    public TestHouse House { get; }

    public Life Life { get; }

    public IServiceProvider Services => app.Services;

    public string Log => log.ToString();

    public static async Task<Front> Open(DateTime? at = null, Action<IServiceCollection>? more = null, bool browser = false)
    {
        var house = await TestHouse.Open(at: at);
        await using var db = house.Db();
        var someone = await db.Set<OfficerRow>().FirstAsync();
        var hash = new PasswordHasher<OfficerRow>().HashPassword(someone, Password);
        await db.Set<OfficerRow>().ExecuteUpdateAsync(o => o.SetProperty(x => x.PasswordHash, hash));
        var file = new SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource;
        return new Front(house, Path.GetDirectoryName(file)!, more, browser);
    }

    /// <summary>Stops the application and starts another one on the same data.</summary>
    public async Task Restart()
    {
        await app.DisposeAsync();
        app = Start();
    }

    /// <summary>A browser with a jar of its own; it survives a restart of the application.</summary>
    public Browser Browser(string address = "10.0.0.1") => new(() => app.Server.CreateHandler(), address);

    /// <summary>A browser in which an officer is signed in.</summary>
    public async Task<Browser> SignedIn(string userName, string address = "10.0.0.1")
    {
        var browser = Browser(address);
        await browser.SignIn(userName);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await House.DisposeAsync();
    }

    private WebApplicationFactory<Program> Start()
    {
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host.UseSetting("data", data).UseSetting("urls",
            "http://127.0.0.1:0").ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(House.Clock);
            services.AddSingleton(new JsonLines(log));
            services.AddTransient<IStartupFilter, Addresses>();
            more?.Invoke(services);
        }));
        if (browser)
            factory.UseKestrel(0);
        factory.StartServer();
        return factory;
    }

    private sealed class Addresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, then) =>
            {
                if (IPAddress.TryParse(context.Request.Headers[AddressHeader], out var address))
                    context.Connection.RemoteIpAddress = address;
                return then(context);
            });
            next(app);
        };
    }
}
