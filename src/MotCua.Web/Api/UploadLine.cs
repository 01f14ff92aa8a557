using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using MotCua.App.Papers;
using MotCua.App.Papers.Uploading;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Api;

/// <summary>Files in pieces, after the manner of tus 1.0: begun with their length, each piece with its place and its digest, asked for how far they
/// are, thrown away. Whoever is signed in reaches his own, and no others.</summary>
public static class UploadLine
{
    private const string At = "/api/tai-len", LengthHeader = "Upload-Length", OffsetHeader = "Upload-Offset", ChecksumHeader = "Upload-Checksum";
    private const int ChecksumMismatch = 460;

    /// <summary>Maps the line.</summary>
    public static void MapUploadLine(this IEndpointRouteBuilder app)
    {
        app.MapPost(At, Begin);
        app.MapMethods(At + "/{id:guid}", [HttpMethods.Head], Where);
        app.MapPatch(At + "/{id:guid}", Append);
        app.MapDelete(At + "/{id:guid}", Remove);
    }

    private static async Task<IResult> Begin(HttpContext http, ResumableUploads uploads, IAntiforgery forms, CancellationToken stop)
    {
        if (await Guarded(http, forms) is not { } me)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var length = Number(http, LengthHeader);
        if (length is null)
            return Results.BadRequest();
        var name = http.Request.Headers["Upload-Name"].ToString();
        var (begun, no) = await uploads.Begin(me.Id, Uri.UnescapeDataString(name), length.Value, stop);
        if (begun is null)
            return Refused(no!, StatusCodes.Status413PayloadTooLarge);
        http.Response.Headers.Location = $"{At}/{begun.Id:D}";
        return Results.Json(new { id = begun.Id }, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> Where(Guid id, HttpContext http, ResumableUploads uploads, CancellationToken stop)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (SignedIn.Find(http) is not { } me || await uploads.Find(id, me.Id, stop) is not { } head)
            return Results.StatusCode(StatusCodes.Status404NotFound);
        Say(http, head, uploads.Offset(head));
        return Results.Ok();
    }

    private static async Task<IResult> Append(
        Guid id, HttpContext http, ResumableUploads uploads, IAntiforgery forms, ILoggerFactory logs, CancellationToken stop)
    {
        if (await Guarded(http, forms) is not { } me)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await uploads.Find(id, me.Id, stop) is not { } head)
            return Results.NotFound();
        if (Number(http, OffsetHeader) is not { } offset || Checksum(http) is not { } sha256)
            return Results.BadRequest();
        if (http.Request.ContentLength > IUploadSpool.LongestPiece)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        PieceOutcome outcome;
        try
        {
            outcome = await uploads.Append(head, offset, http.Request.Body, sha256, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && !http.RequestAborted.IsCancellationRequested)
        {
            logs.CreateLogger("MotCua.Uploads").LogError(e, "A piece of a file could not be stored");
            return Refused(NotStored(e), StatusCodes.Status507InsufficientStorage);
        }
        Say(http, head, uploads.Offset(head));
        return Results.StatusCode(outcome switch
        {
            PieceOutcome.Kept => StatusCodes.Status204NoContent,
            PieceOutcome.OutOfPlace => StatusCodes.Status409Conflict,
            PieceOutcome.Garbled => ChecksumMismatch,
            _ => StatusCodes.Status413PayloadTooLarge,
        });
    }

    private static async Task<IResult> Remove(Guid id, HttpContext http, ResumableUploads uploads, IAntiforgery forms, CancellationToken stop)
    {
        if (await Guarded(http, forms) is not { } me)
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (await uploads.Find(id, me.Id, stop) is { } head)
            uploads.Remove(head);
        return Results.NoContent();
    }

    private static Refusal NotStored(Exception e) => DiskFull.Is(e)
        ? new Refusal("file.no-room", "Kho tệp của hệ thống đã hết chỗ nên tệp chưa được lưu. Hãy báo người quản trị giải phóng ổ đĩa rồi gửi lại tệp này.")
        : new Refusal("file.store", "Hệ thống chưa ghi được vào kho tệp nên tệp chưa được lưu. Hãy báo người quản trị kiểm tra kho tệp rồi gửi lại tệp này.");

    private static void Say(HttpContext http, UploadHead head, long offset)
    {
        http.Response.Headers[OffsetHeader] = offset.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers[LengthHeader] = head.Length.ToString(CultureInfo.InvariantCulture);
    }

    private static IResult Refused(Refusal no, int status) => Results.Json(new { code = no.Code, sentence = no.Sentence }, statusCode: status);

    private static async Task<SignedIn?> Guarded(HttpContext http, IAntiforgery forms)
    {
        http.Response.Headers.CacheControl = "no-store";
        return SignedIn.Find(http) is { } me && await forms.IsRequestValidAsync(http) ? me : null;
    }

    private static long? Number(HttpContext http, string header) =>
        long.TryParse(http.Request.Headers[header], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static byte[]? Checksum(HttpContext http)
    {
        var digest = new byte[32];
        return http.Request.Headers[ChecksumHeader].ToString().Split(' ') is ["sha256", var text]
            && Convert.TryFromBase64String(text, digest, out var length) && length == digest.Length ? digest : null;
    }
}
