using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>The account behind a request, also while it has no duty or must change its password first.</summary>
/// <param name="Demo">Fictitious, made for a demonstration.</param>
public sealed record Account(OfficerId Id, string UserName, string Name, bool Demo, bool MustChangePassword)
{
    /// <summary>The account of a request; null for nobody.</summary>
    public static Account? Of(HttpContext context) => context.Features.Get<Account>();

    internal static Account From(OfficerRow row) => new(new OfficerId(row.Id), row.UserName, row.Name, row.Demo, row.MustChangePassword);
}

/// <summary>Marks a page that an account sees also without a duty, and before it has changed a one-time password.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AnyAccountAttribute : Attribute;
