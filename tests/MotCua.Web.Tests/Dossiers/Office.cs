using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Processes;
using MotCua.Testing;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>The whole application over a house of its own, under the house's clock, and the officers who walk through its pages.</summary>
public sealed class Office : IAsyncDisposable
{
    private readonly WebApplicationFactory<Program> factory;
    private readonly bool browser;

    private Office(TestHouse house, bool browser)
    {
        House = house;
        this.browser = browser;
        Life = new Life(house);
        factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host => host
            .UseSetting("data", house.Folder)
            // Else it looks for a free port, and when two find the same one the second host is one that the factory does not know: it waits for ever.
            .UseSetting("urls", "http://127.0.0.1:0")
            .ConfigureTestServices(services => services
                .AddSingleton<TimeProvider>(house.Clock)
                .AddSingleton<IPasswordHasher<OfficerRow>, PlainPasswords>()));
        if (browser)
        {
            factory.UseKestrel(0);
            factory.StartServer();
        }
    }

    public TestHouse House { get; }

    public Life Life { get; }

    /// <summary>What the application is made of.</summary>
    public IServiceProvider Services => factory.Services;

    /// <summary>Where a browser finds it; only for an office that was opened for one.</summary>
    public Uri Address => factory.ClientOptions.BaseAddress;

    public static async Task<Office> Open(bool browser = false) => new(await TestHouse.Open(), browser);

    /// <summary>Somebody who has not signed in.</summary>
    public Visitor Anyone() => new(browser
        ? new HttpClient(new CookieJar { InnerHandler = NoCookies() }) { BaseAddress = Address }
        : factory.CreateDefaultClient(new CookieJar()));

    /// <summary>An officer at his desk.</summary>
    public async Task<Visitor> Of(string userName)
    {
        var visitor = Anyone();
        var page = await visitor.Get("/dang-nhap");
        await page.Send(("Input.UserName", userName), ("Input.Password", "test"));
        return visitor;
    }

    /// <summary>The user name of the officer who has a duty at a unit.</summary>
    public async Task<string> UserAt(Domain.Agencies.Duty duty, Domain.Agencies.AgencyId unit)
    {
        var id = await House.OfficerWith(duty, unit);
        await using var db = House.Db();
        return (await db.FindAsync<OfficerRow>(id.Value))!.UserName;
    }

    /// <summary>A dossier that was just received, and its code.</summary>
    public async Task<(DossierId Id, string Code)> Received(string procedure = "1.001193", App.Reception.TypedForm? typed = null)
    {
        var id = await Life.Received(procedure, typed);
        return (id, (await Life.Now(id)).Case.Code.Value);
    }

    /// <summary>A dossier that stands at a step of a kind.</summary>
    public async Task<(DossierId Id, string Code, OpenStep Step)> At(StepKind kind, string procedure = "1.001193", App.Reception.TypedForm? typed = null)
    {
        var (id, code) = await Received(procedure, typed);
        return (id, code, await Life.Until(id, kind));
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await House.DisposeAsync();
    }

    private static SocketsHttpHandler NoCookies() => new() { AllowAutoRedirect = false, UseCookies = false };

    /// <summary>The house's officers have their password unhashed.</summary>
    private sealed class PlainPasswords : IPasswordHasher<OfficerRow>
    {
        public string HashPassword(OfficerRow user, string password) => password;

        public PasswordVerificationResult VerifyHashedPassword(OfficerRow user, string hashedPassword, string providedPassword) =>
            hashedPassword == providedPassword ? PasswordVerificationResult.Success : PasswordVerificationResult.Failed;
    }

    /// <summary>Keeps cookies whatever the clock of the machine says.</summary>
    private sealed class CookieJar : DelegatingHandler
    {
        private readonly Dictionary<string, string> cookies = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (cookies.Count > 0)
                request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
            {
                var pair = set.Split(';')[0].Split('=', 2);
                if (pair[1].Length == 0)
                    cookies.Remove(pair[0]);
                else
                    cookies[pair[0]] = pair[1];
            }
            return answer;
        }
    }
}
