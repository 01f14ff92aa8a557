using Microsoft.AspNetCore.Authorization;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Closes a page to officers who hold none of the duties at any unit today; they get 403. At which unit a duty is needed
/// is asked of each act by the desk.</summary>
/// <param name="duties">Any one of them opens the page.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NeedsDutyAttribute(params Duty[] duties) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>The duties.</summary>
    public IReadOnlyList<Duty> Duties => duties;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Asks the officer of the request.</summary>
internal sealed class DutyDoor : AuthorizationHandler<NeedsDutyAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NeedsDutyAttribute requirement)
    {
        if (context.Resource is HttpContext http && SignedIn.Find(http) is { } officer && requirement.Duties.Any(officer.Has))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
