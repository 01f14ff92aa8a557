using System.Security.Claims;
using Microsoft.AspNetCore.StaticAssets;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.App.Dossiers;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.Configuration;

namespace MotCua.Web.SignIn;

/// <summary>Loads the account of each request and its duties. A ticket opens nothing once its session has ended, the account is gone or its
/// stamp has changed.</summary>
internal sealed class LoadSignedIn(RequestDelegate next, MotCuaSettings settings, TimeProvider clock)
{
    public async Task Invoke(HttpContext context, MotCuaDb db, Sessions sessions, ReferenceCache references, Reaches reaches)
    {
        if (SignedIn.IdOf(context.User) is { } id && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            if (await Find(context, id, sessions) is { } open)
            {
                var reference = await references.Get(db, open.ReferenceStamp, context.RequestAborted);
                Set(context, open, open.Duties, reference);
                if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
                    reaches.Know(id, open.Day, open.Duties, reference);
            }
            else
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
        }
        await next(context);
    }

    private static async Task<OpenSession?> Find(HttpContext context, OfficerId id, Sessions sessions) =>
        (context.User.FindFirstValue(SignedIn.StampClaim), context.User.FindFirstValue(SignedIn.SessionClaim)) is ({ } stamp, { } key)
            ? await sessions.Find(id, stamp, key, context.RequestAborted, note: context.GetEndpoint()?.Metadata.GetMetadata<KeepsNoSessionAttribute>() is null)
            : null;

    private void Set(HttpContext context, OpenSession open, IReadOnlyList<DutyGrant> grants, ReferenceData reference)
    {
        var row = open.Officer;
        var home = grants.Count > 0 ? reference.Agencies.Find(grants[0].Unit) : null;
        var exempt = row.Demo && settings.Demonstration;
        var state = row.MustChangePassword ? AccountState.OneTimePassword
            : !open.HasFactor && !exempt && RequiredFactor.For(grants, Vietnam.Day(clock.GetUtcNow()), reference.Rules) ? AccountState.NoFactor
            : home is null ? AccountState.NoDuty
            : AccountState.Ready;
        context.Features.Set(Account.From(open, state));
        if (home is not null)
            context.Features.Set(new SignedIn(new OfficerId(row.Id), row.Name, row.Title, row.Counter, home, grants));
    }
}
