using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using MotCua.App;
using MotCua.App.Agencies;
using MotCua.App.Papers.BackFile;
using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Agencies;

namespace MotCua.Web.Watch;

/// <summary>Digitizes batches of old results outside the request. A key is opened for one run and closed with it: after the program was stopped, the officer
/// opens it again and the run goes on with the lines that wait.</summary>
public sealed partial class BackFileRuns(
    IServiceScopeFactory scopes, IOfficerKeys keys, TimeProvider clock, IHostApplicationLifetime life, ILogger<BackFileRuns> log)
{
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    /// <summary>Whether a batch is being digitized.</summary>
    public bool Runs(Guid batch) => running.ContainsKey(batch);

    /// <summary>Begins, unless it runs already.</summary>
    /// <param name="papers">How many papers are to be signed at most.</param>
    /// <exception cref="SigningException">The key cannot be used; the message says why.</exception>
    public async Task Start(Guid batch, string? pin, int papers, OfficerId officer, string name, bool again, CancellationToken cancel)
    {
        if (Runs(batch) || papers == 0)
            return;
        var key = keys.Of(await UserName(officer, cancel)) ?? throw new SigningException(
            "Bạn chưa có khóa ký cá nhân trong hệ thống. Hãy đề nghị quản trị cài khóa (tệp .p12, thiết bị ký hoặc dịch vụ ký từ xa).");
        var session = await key.Open(pin, papers, cancel);
        var go = new TaskCompletionSource();
        var run = Run(go.Task, batch, session, officer, name, again);
        if (!running.TryAdd(batch, run))
        {
            await session.DisposeAsync();
            return;
        }
        go.SetResult();
    }

    private async Task<string> UserName(OfficerId officer, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<MotCuaDb>().Set<OfficerRow>().Where(o => o.Id == officer.Value).Select(o => o.UserName)
            .SingleAsync(cancel);
    }

    private async Task Run(Task go, Guid batch, ISigningSession session, OfficerId officer, string name, bool again)
    {
        await go.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await using (session)
            {
                var line = new DigitizeOldPaper(scope.ServiceProvider.GetRequiredService<DigitizeDocument>(), session, officer, name, clock);
                await scope.ServiceProvider.GetRequiredService<BackFiles>().Run(batch, line, again, null, life.ApplicationStopping);
            }
        }
        catch (OperationCanceledException)
        {
            // The program stops; the lines that wait stay.
        }
        catch (Exception e)
        {
            Broke(log, e, batch);
        }
        finally
        {
            running.TryRemove(batch, out _);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The back-file batch {Batch} broke off.")]
    private static partial void Broke(ILogger log, Exception e, Guid batch);
}
