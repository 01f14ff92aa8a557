using Microsoft.Net.Http.Headers;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>A paper that somebody may see.</summary>
/// <param name="Identity">Whether it shows who a person is: then its picture carries a mark.</param>
public sealed record ShownPaper(string Digest, string FileName, string MediaType, bool Identity);

/// <summary>What leaves: bytes and their type; no bytes where no marked picture can be made here and only the original is left.</summary>
public sealed record LeavingPaper(Stream? Bytes, string MediaType);

/// <summary>The one place by which the bytes of papers leave to people: every reading is written down before, pictures of identity papers carry who
/// looks and when, and nothing stays in a cache.</summary>
public sealed class PaperBytes(IFileStore store, IPaperPicture pictures, ReadingLog log, Originals originals, TimeProvider clock)
{
    private static readonly string[] InBrowsers = ["application/pdf", "image/jpeg", "image/png"];

    /// <summary>Opens a paper and sets the headers of its answer; null if it is not there.</summary>
    /// <param name="reading">What is written down; null where the door has done so.</param>
    public async Task<LeavingPaper?> Open(HttpContext http, ShownPaper paper, Reading? reading, CancellationToken cancel)
    {
        if (reading is not null)
            await log.Write(reading, cancel);
        if (store.Open(paper.Digest) is not { } bytes)
            return null;
        var marked = paper.Identity && !originals.Opens(http.Request.Query[Originals.Query], SignedIn.Of(http).Id, http.Request.Path);
        if (!marked)
            return Leave(http, bytes, paper.FileName, paper.MediaType);
        await using (bytes)
        {
            var kind = Enum.GetValues<FileKind>().First(k => FileKinds.MediaType(k) == paper.MediaType);
            var words = $"{SignedIn.Of(http).Name} · {VietText.Instant(clock.GetUtcNow())}";
            return await pictures.Marked(bytes, kind, words, cancel) is not { } picture ? new LeavingPaper(null, "")
                : Leave(http, new MemoryStream(picture.Bytes, writable: false), IdentityPapers.Name(picture.MediaType, 1), picture.MediaType);
        }
    }

    /// <summary>Where somebody says why he needs the original of the paper at an address.</summary>
    public static string OriginalOf(string path) => path + "/ban-goc";

    private static LeavingPaper Leave(HttpContext http, Stream bytes, string name, string mediaType)
    {
        var disposition = new ContentDispositionHeaderValue(InBrowsers.Contains(mediaType) ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        http.Response.Headers.ContentDisposition = disposition.ToString();
        // Papers of persons stay in no cache but that of the browser that asked, and there not on disk.
        http.Response.Headers.CacheControl = "private, no-store";
        return new LeavingPaper(bytes, mediaType);
    }
}
