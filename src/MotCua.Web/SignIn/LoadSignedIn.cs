using System.Security.Claims;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Reference;

namespace MotCua.Web.SignIn;

/// <summary>Loads the account of each request and its duties. A session ends here when the account is gone or its stamp has changed.</summary>
internal sealed class LoadSignedIn(RequestDelegate next)
{
    public async Task Invoke(HttpContext context, MotCuaDb db, Duties duties, ReferenceCache references)
    {
        if (SignedIn.IdOf(context.User) is { } id && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
        {
            var stamp = context.User.FindFirstValue(SignedIn.StampClaim);
            var row = await db.Set<OfficerRow>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == id.Value && o.SecurityStamp == stamp, context.RequestAborted);
            if (row is null)
                context.User = new ClaimsPrincipal(new ClaimsIdentity());
            else
                await Set(context, row, db, duties, references);
        }
        await next(context);
    }

    private static async Task Set(HttpContext context, OfficerRow row, MotCuaDb db, Duties duties, ReferenceCache references)
    {
        var account = Account.From(row);
        context.Features.Set(account);
        var grants = await duties.Of(account.Id, context.RequestAborted);
        if (grants.Count == 0)
            return;
        var reference = await references.Get(db, context.RequestAborted);
        if (reference.Agencies.Find(grants[0].Unit) is { } home)
            context.Features.Set(new SignedIn(account.Id, row.Name, row.Title, row.Counter, home, grants));
    }
}
