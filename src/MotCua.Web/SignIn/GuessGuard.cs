using System.Net;
using System.Net.Sockets;
using MotCua.App.Access;
using MotCua.Domain.Agencies;

namespace MotCua.Web.SignIn;

/// <summary>Holds back whoever guesses, and never the officer at his own place. Three counts: of a place (a browser that has signed in under the
/// name, else an address) with the name; of the name from places that are strange to the officer; of a strange address over all names.
/// A browser or an address from which the officer signs in is touched by the first alone, so that no stranger elsewhere can use it up.</summary>
internal sealed class GuessGuard(WrongGuesses guesses, Sessions sessions, KnownBrowser browser)
{
    /// <summary>From one place under one name.</summary>
    public static readonly GuessLimit Place = new(5, TimeSpan.FromMinutes(15));

    /// <summary>Under one name from all strange places together.</summary>
    public static readonly GuessLimit Account = new(30, TimeSpan.FromHours(1));

    /// <summary>From one strange address under all names together.</summary>
    public static readonly GuessLimit Address = new(100, TimeSpan.FromHours(1));

    private const int NetBytes = 8;

    /// <summary>Counts one more try.</summary>
    /// <param name="what">What is guessed: "password", "code".</param>
    /// <param name="officer">Whose name it is; null for nobody's, which is counted alike.</param>
    /// <returns>Which limit holds the try back, and how; null while it is free.</returns>
    public async Task<(GuessLimit Limit, GuessAnswer Answer)?> Enter(
        HttpContext context, string what, string name, OfficerId? officer, CancellationToken cancel)
    {
        foreach (var (counted, limit) in await Counts(context, what, name, officer, cancel))
            if (await guesses.Enter(counted, limit, cancel) is { Wait: not null } held)
                return (limit, held);
        return null;
    }

    /// <summary>The try was right.</summary>
    public async Task Right(HttpContext context, string what, string name, OfficerId officer, CancellationToken cancel)
    {
        foreach (var (counted, limit) in await Counts(context, what, name, officer, cancel))
            await (limit == Place ? guesses.Clear(counted, cancel) : guesses.TakeBack(counted, cancel));
    }

    /// <summary>The address of a request as it is counted: of IPv6 the network, since one subscriber has very many addresses in it.</summary>
    public static string NetOf(string? address)
    {
        if (!IPAddress.TryParse(address, out var ip))
            return "";
        if (ip.IsIPv4MappedToIPv6)
            ip = ip.MapToIPv4();
        return ip.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(ip.GetAddressBytes().AsSpan(0, NetBytes)) : ip.ToString();
    }

    private async Task<IReadOnlyList<(string Counted, GuessLimit Limit)>> Counts(
        HttpContext context, string what, string name, OfficerId? officer, CancellationToken cancel)
    {
        if (browser.Of(context, name) is { } known)
            return [($"{what} browser {known} {name}", Place)];
        var net = NetOf(context.Connection.RemoteIpAddress?.ToString());
        var place = ($"{what} address {net} {name}", Place);
        // Asked also for a name that is nobody's: the answer takes as long.
        var own = await sessions.AddressesOf(officer ?? new OfficerId(0), cancel);
        return own.Any(a => NetOf(a) == net) ? [place] : [place, ($"{what} account {name}", Account), ($"{what} net {net}", Address)];
    }
}
