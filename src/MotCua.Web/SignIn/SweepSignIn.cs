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
internal sealed class SweepSignIn(IServiceScopeFactory scopes, RoomsOpen rooms, TimeProvider clock, ILogger<SweepSignIn> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await rooms.Wait(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Every, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SignInSweep>().Run(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The sign-in was not swept");
            }
        }
    }
}
