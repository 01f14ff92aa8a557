using MotCua.App.Papers;
using MotCua.Integrations.Ocr;

namespace MotCua.Integrations.Scanning;

/// <summary>Looks into files within a time and a memory: few at once, each whole in memory only up to a size, on a stack that is deep enough.</summary>
/// <param name="longest">How long one file may take; null = ten seconds.</param>
public sealed class PaperLooks(TimeSpan? longest = null) : IPaperLook, IDisposable
{
    /// <summary>The largest file that is looked into, in bytes; of a larger one only the frame is checked.</summary>
    public const long MostBytes = 64L * 1024 * 1024;

    private const int AtOnce = 2, Stack = 64 * 1024 * 1024;
    private readonly TimeSpan longest = longest ?? TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim turns = new(AtOnce);

    /// <inheritdoc/>
    public async Task<PaperLook> Look(Stream content, FileKind kind, CancellationToken cancel)
    {
        if (content.Length > MostBytes)
            return new PaperLook { TooLarge = true };
        await turns.WaitAsync(cancel);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        try
        {
            var bytes = new byte[content.Length];
            content.Position = 0;
            await content.ReadExactlyAsync(bytes, cancel);
            late.CancelAfter(longest);
            return await Seen(bytes, kind, late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PaperLook { Fault = LookFault.Slow };
        }
        finally
        {
            turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turns.Dispose();

    // A thread of its own: a parser that never comes back takes no other's, and deep nesting does not end the program.
    private static Task<PaperLook> Seen(byte[] bytes, FileKind kind, CancellationToken cancel)
    {
        var done = new TaskCompletionSource<PaperLook>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                done.TrySetResult(kind switch
                {
                    FileKind.Pdf => PdfLook.Of(bytes, cancel),
                    FileKind.Tiff => PictureLook.Tiff(bytes, cancel),
                    _ => PictureLook.Raster(bytes),
                });
            }
            catch (OperationCanceledException)
            {
                done.TrySetResult(new PaperLook { Fault = LookFault.Slow });
            }
            catch (Exception)
            {
                // What decodes strangers' pictures may throw anything, also that it has no memory for them.
                done.TrySetResult(new PaperLook { Fault = LookFault.Unopenable });
            }
        }, Stack) { IsBackground = true };
        TiffPages.Quiet();
        thread.Start();
        return done.Task;
    }
}
