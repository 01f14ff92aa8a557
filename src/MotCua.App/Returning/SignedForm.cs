using MotCua.App.Papers;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Dossiers;

namespace MotCua.App.Returning;

/// <summary>Says whether the file of a result is the approved draft with signatures behind it: a signed file has other bytes, and what it shows is the
/// same (F-16).</summary>
public sealed class SignedForm(IFileStore store, ISignatureCheck signatures)
{
    /// <summary>Digest of the approved draft that a file is a signed form of; null where it is not.</summary>
    public async Task<string?> Of(Dossier dossier, StoredFile? file, CancellationToken cancel = default)
    {
        if (file is not { MediaType: "application/pdf" } || dossier.Drafts.Latest is not { } draft || draft.Digest == file.Digest)
            return null;
        return await Bytes(draft.Digest, cancel) is { } before && await Bytes(file.Digest, cancel) is { } signed && signatures.OnlySigns(before, signed)
            ? draft.Digest : null;
    }

    private async Task<byte[]?> Bytes(string digest, CancellationToken cancel)
    {
        await using var from = store.Open(digest);
        if (from is null)
            return null;
        using var all = new MemoryStream();
        await from.CopyToAsync(all, cancel);
        return all.ToArray();
    }
}
