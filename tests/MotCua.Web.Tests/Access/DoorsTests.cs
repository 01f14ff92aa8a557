using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;
using MotCua.Testing;
using MotCua.Web.Tests.Dossiers;
using Xunit;

namespace MotCua.Web.Tests.Access;

/// <summary>docs/access.csv says of every route what everybody gets; the running application is walked and compared. The table is reviewed by eye:
/// <c>./test --write</c> writes down what the application answers, and a reader says whether that is right.</summary>
public sealed class DoorsTests
{
    private const string Table = "docs/access.csv";

    // Somebody without an account, the same with a receipt in his hand, an officer whose duty ended yesterday, one of another unit with every duty that
    // works on dossiers there, then one officer for each duty at the units of the dossier.
    private static readonly string[] Others = ["nobody", "citizen", "ended", "elsewhere"];

    private static readonly IReadOnlyList<string> People = [.. Others, .. Enum.GetNames<Duty>()];

    [Fact]
    [Requirement("R-SEC-01")]
    public async Task Every_door_answers_everybody_as_the_reviewed_table_says()
    {
        await using var office = await Office.Open();
        var place = await Place.Of(office);
        var lines = new List<string> { "route,method," + string.Join(',', People) };
        var visitors = new List<Visitor>();
        foreach (var person in People)
            visitors.Add(await place.Enter(person));
        foreach (var (route, method) in Doors(office).OrderBy(d => d.Route, StringComparer.Ordinal).ThenBy(d => d.Method, StringComparer.Ordinal))
        {
            var answers = await Task.WhenAll(visitors.Select(visitor => place.Knock(visitor, route, method)));
            lines.Add($"{route},{method},{string.Join(',', answers)}");
        }
        Compare(string.Join('\n', lines) + "\n");
    }

    [Fact]
    [Requirement("R-SEC-01")]
    public async Task Only_what_is_meant_for_everybody_opens_without_signing_in()
    {
        var open = (await File.ReadAllLinesAsync(Repository.Path("docs", "access.csv"))).Skip(1).Select(l => l.Split(','))
            .Where(l => l[2] is not ("sign-in" or "404" or "401")).Select(l => $"{l[1]} {l[0]}").ToList();
        Assert.All(open, door => Assert.Contains(Everybody, e => door.EndsWith(" " + e, StringComparison.Ordinal)));
    }

    [Fact]
    [Requirement("R-SEC-01")]
    public async Task Whoever_works_elsewhere_finds_no_dossier_behind_any_door()
    {
        var column = People.ToList().IndexOf("elsewhere") + 2;
        var doors = (await File.ReadAllLinesAsync(Repository.Path("docs", "access.csv"))).Skip(1).Select(l => l.Split(','))
            .Where(l => l[0].StartsWith("/ho-so/{code}", StringComparison.Ordinal) && l[1] == "GET").ToList();
        Assert.NotEmpty(doors);
        Assert.All(doors, l => Assert.Contains(l[column], new[] { "404", "403" }));
    }

    /// <summary>Routes that are for everybody by law or by need.</summary>
    private static readonly string[] Everybody =
        ["/", "/dang-nhap", "/dang-nhap/ma", "/dang-xuat", "/health", "/ready", "/tra-cuu", "/thu-tuc", "/thu-tuc/{code}", "/api/tim-thu-tuc", "/giu/{id:guid}",
            "/loi/{status:int}"];

    private static void Compare(string now)
    {
        var file = Repository.Path("docs", "access.csv");
        if (Tool.Write)
            File.WriteAllText(file, now);
        var (have, want) = (File.Exists(file) ? File.ReadAllLines(file) : [], now.TrimEnd('\n').Split('\n'));
        var differs = want.Except(have).Concat(have.Except(want)).Take(6).ToList();
        Assert.True(differs.Count == 0, $"{Table} differs; review and run ./test --write:\n{string.Join('\n', differs)}");
    }

    /// <summary>Every route of the running application. Pages are knocked at with GET and POST, since a page may take both.</summary>
    private static IEnumerable<(string Route, string Method)> Doors(Office office)
    {
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
            {
                Assert.NotNull(endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>());
                continue;
            }
            var route = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods;
            foreach (var method in methods is { Count: > 0 } ? methods.Where(m => m != "HEAD")
                : endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null ? ["GET", "POST"] : ["GET"])
                yield return (route, method);
        }
    }

    /// <summary>A dossier at its handling step, an attempt, and people around it.</summary>
    private sealed class Place(Office office, Dossier dossier, Guid attempt, long file, int clerk)
    {
        public static async Task<Place> Of(Office office)
        {
            var (id, _, _) = await office.At(StepKind.Return);
            var attempt = await office.Life.Attempt(await office.House.Officer("hanh.tn"));
            await using var db = office.House.Db();
            var file = await db.Set<App.Papers.PaperFileRow>().Select(f => f.Id).FirstAsync();
            return new Place(office, await office.Life.Now(id), attempt, file, (await office.House.Officer("hanh.tn")).Value);
        }

        /// <summary>Lets a person in.</summary>
        public async Task<Visitor> Enter(string person)
        {
            if (person is "nobody" or "citizen")
            {
                var visitor = office.Anyone();
                if (person == "citizen")
                    await (await visitor.Get("/tra-cuu")).Send(("ma", dossier.Case.Code.Value));
                return visitor;
            }
            var today = Vietnam.Day(office.House.Clock.GetUtcNow());
            await using var db = office.House.Db();
            var units = new[] { dossier.Case.Reception, dossier.Case.Competent }.Concat(dossier.Open.Steps.Select(s => s.Unit)).Select(u => u.Value).Distinct();
            var elsewhere = await db.Set<AgencyRow>().Where(a => a.Code == "H15.13.01").Select(a => a.Id).FirstAsync();
            var userName = "door." + person.ToLowerInvariant();
            db.Add(new OfficerRow
            {
                UserName = userName, Name = "Người Thử Cửa", Title = "Cán bộ", PasswordHash = "test", SecurityStamp = userName, Version = 1, Demo = true,
                Grants = person switch
                {
                    "ended" => [.. units.Select(u => Grant(Duty.Receive, u, today.AddYears(-1), today.AddDays(-1)))],
                    "elsewhere" => [.. Enum.GetValues<Duty>().Where(d => d is not (Duty.Administer or Duty.Control or Duty.Audit))
                        .Select(d => Grant(d, elsewhere, today.AddYears(-1), null))],
                    _ => [.. units.Select(u => Grant(Enum.Parse<Duty>(person), u, today.AddYears(-1), null))],
                },
            });
            await db.SaveChangesAsync();
            return await office.Of(userName);
        }

        private static DutyGrantRow Grant(Duty duty, int unit, DateOnly from, DateOnly? to) =>
            new() { Duty = duty, UnitId = unit, From = from, To = to, Basis = "QĐ thử" };

        /// <summary>What a door answers: a status, "sign-in", or where it leads.</summary>
        public async Task<string> Knock(Visitor visitor, string route, string method)
        {
            var path = Fill(route);
            var answer = method == "POST" ? await visitor.Post(path, new FormUrlEncodedContent([])) : await visitor.Raw(path);
            if (answer.StatusCode is not (HttpStatusCode.Redirect or HttpStatusCode.MovedPermanently))
                return ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            var to = answer.Headers.Location!.ToString();
            to = (to.StartsWith("http", StringComparison.Ordinal) ? new Uri(to).AbsolutePath : to).Split('?')[0].Replace(dossier.Case.Code.Value, "{code}");
            // A form without its token is shown again: the door is open.
            return to == path.Split('?')[0].Replace(dossier.Case.Code.Value, "{code}") ? "form" : to == "/dang-nhap" ? "sign-in" : $"to {to}";
        }

        private string Fill(string route)
        {
            var path = new StringBuilder(route)
                .Replace("{type}", "receipt").Replace("{set}", "2025")
                .Replace("{act}", "approve").Replace("{attempt:guid}", attempt.ToString()).Replace("{slip:long}", "1")
                .Replace("{file:long}", "1").Replace("{id:long}", file.ToString(CultureInfo.InvariantCulture))
                .Replace("{id:guid}", attempt.ToString()).Replace("{status:int}", "404")
                .Replace("{version:int}", "1")
                .Replace("{id:int}", clerk.ToString(CultureInfo.InvariantCulture))
                .Replace("{unit:int}", dossier.Case.Reception.Value.ToString(CultureInfo.InvariantCulture))
                .Replace("{code}", route.Contains("thu-tuc", StringComparison.Ordinal) ? "1.001193"
                    : route.StartsWith("/quy-trinh", StringComparison.Ordinal) ? "commune-usual-3d" : dossier.Case.Code.Value).ToString();
            var act = path.Split('/')[^1];
            return path.Contains("/viec/", StringComparison.Ordinal) && ActKinds.Find(act) is { OnStep: true }
                ? $"{path}?buoc={dossier.Open.Steps[0].Token.Value}" : path;
        }
    }
}
