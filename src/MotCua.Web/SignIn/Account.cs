using MotCua.App.Access;
using MotCua.App.Agencies;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>What an account still lacks before it can work, the first thing first.</summary>
public enum AccountState
{
    /// <summary>Its password is for one sign-in only.</summary>
    OneTimePassword,

    /// <summary>One of its duties needs a second factor, and it has none.</summary>
    NoFactor,

    /// <summary>It has no duty today.</summary>
    NoDuty,

    /// <summary>Nothing.</summary>
    Ready,
}

/// <summary>The account behind a request, also while it has no duty or must change its password first.</summary>
/// <param name="Demo">Fictitious, made for a demonstration.</param>
/// <param name="Session">Its session.</param>
/// <param name="HasFactor">Whether it has a second factor.</param>
/// <param name="State">What it still lacks.</param>
public sealed record Account(OfficerId Id, string UserName, string Name, string Title, bool Demo, long Session, bool HasFactor, AccountState State)
{
    /// <summary>It has a password for one sign-in, to be changed before anything else.</summary>
    public bool MustChangePassword => State == AccountState.OneTimePassword;

    /// <summary>The account of a request; null for nobody.</summary>
    public static Account? Of(HttpContext context) => context.Features.Get<Account>();

    /// <summary>From where a request is made.</summary>
    public static Origin OriginOf(HttpContext context) =>
        new(context.Connection.RemoteIpAddress?.ToString() ?? "", Of(context)?.Session);

    internal static Account From(OpenSession open, AccountState state) => new(
        new OfficerId(open.Officer.Id), open.Officer.UserName, open.Officer.Name, open.Officer.Title,
        open.Officer.Demo, open.Session.Id, open.HasFactor, state);
}

/// <summary>Marks a page that an account sees before it lacks nothing.</summary>
/// <param name="from">The earliest state in which the page opens.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AnyAccountAttribute(AccountState from) : Attribute
{
    public AccountState From => from;
}
