using MotCua.Web.Watch;
using MotCua.App.Access;

namespace MotCua.Web.SignIn;

/// <summary>Lets go of what the sign-in keeps only for a while: kept forms, counts of wrong tries, sessions that ended long ago.</summary>
internal sealed class SignInSweep(ParkedForms parked, WrongGuesses guesses, Sessions sessions)
{
    public async Task Run(CancellationToken cancel)
    {
        await parked.Sweep(cancel);
        await guesses.Sweep(cancel);
        await sessions.Sweep(cancel);
    }
}

/// <summary>Sweeps every hour; at the start that is done before the doors open.</summary>
internal sealed class SweepSignIn(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepSignIn> log)
    : Rounds(scopes, rooms, clock, log)
{
    /// <inheritdoc/>
    protected override TimeSpan Every => TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override TimeSpan First => Every;

    /// <inheritdoc/>
    protected override Task Round(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<SignInSweep>().Run(stop);
}
