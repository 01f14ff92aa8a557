using System.Globalization;
using System.Security.Claims;
using MotCua.App.Dossiers;
using MotCua.Domain.Agencies;
using MotCua.Domain.Dossiers;

namespace MotCua.Web.SignIn;

/// <summary>The officer behind a request, with his duties of today: his own, then those of absent officers that he does for them.</summary>
/// <param name="Home">The unit he works for: the one of his first duty.</param>
public sealed record SignedIn(OfficerId Id, string Name, string Title, string? Counter, Agency Home, IReadOnlyList<DutyGrant> Duties)
{
    internal const string StampClaim = "stamp";
    internal const string SessionClaim = "session";

    /// <summary>As the desk knows him.</summary>
    public Actor Actor => Actor.Of(Id);

    /// <summary>His hand at the desk.</summary>
    /// <param name="seen">The version of the dossier that his form carried.</param>
    public Hand Hand(int? seen = null) => new(Actor, "counter") { Seen = seen };

    /// <summary>Whether he holds a duty anywhere.</summary>
    public bool Has(Duty duty) => Duties.Any(g => g.Duty == duty);

    /// <summary>Whether he does a duty at a unit for an absent officer today.</summary>
    public bool StandsInFor(OfficerId absent, Duty duty, AgencyId unit) =>
        absent != Id && Duties.Any(g => g.Officer == absent && g.Duty == duty && g.Unit == unit);

    /// <summary>The units where he holds a duty.</summary>
    public IEnumerable<AgencyId> UnitsOf(Duty duty) => Duties.Where(g => g.Duty == duty).Select(g => g.Unit).Distinct();

    /// <summary>Id of the officer in a principal; null for nobody.</summary>
    public static OfficerId? IdOf(ClaimsPrincipal user) =>
        int.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new OfficerId(id) : null;

    /// <summary>The officer of a request that has passed the sign-in.</summary>
    /// <exception cref="InvalidOperationException">The page is open to everyone and nobody is signed in.</exception>
    public static SignedIn Of(HttpContext context) =>
        context.Features.Get<SignedIn>() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The officer of a request; null for nobody and for an account without a duty today.</summary>
    public static SignedIn? Find(HttpContext context) => context.Features.Get<SignedIn>();
}
