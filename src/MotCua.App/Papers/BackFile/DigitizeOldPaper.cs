using MotCua.App.Papers.Digitizing;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Papers.Documents;

namespace MotCua.App.Papers.BackFile;

/// <summary>Puts old papers through the digitization line, signed by one officer whose key was opened for the whole batch.</summary>
/// <param name="line">The line, on the same unit of work as the back-file.</param>
/// <param name="session">The officer's key.</param>
/// <param name="by">Who digitizes.</param>
/// <param name="name">His name, for the signature.</param>
public sealed class DigitizeOldPaper(DigitizeDocument line, ISigningSession session, OfficerId by, string name, TimeProvider clock) : IDigitizeOldPaper
{
    /// <inheritdoc/>
    public async Task<(Guid? Document, Refusal? No)> Do(
        MotCuaDb db, string path, OldPaper paper, BackFileBatchRow batch, Func<Guid, CancellationToken, Task<bool>> done, CancellationToken cancel)
    {
        try
        {
            var (kept, no) = await line.Do(
                new DocumentToDigitize(
                    path, paper.Owner, paper.Facts, DocumentOrigin.BackFile, DocumentValue.Digitized, new AgencyId(batch.AgencyId), by, name,
                    clock.GetUtcNow()) { Also = done },
                session, cancel);
            return (kept?.Id, no);
        }
        catch (SigningException e)
        {
            return (null, new Refusal("backfile.sign", e.Message));
        }
    }
}
