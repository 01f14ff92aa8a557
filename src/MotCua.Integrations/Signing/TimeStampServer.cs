using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using MotCua.App.Papers.Signing;

namespace MotCua.Integrations.Signing;

/// <summary>A time-stamp server over HTTP (RFC 3161).</summary>
/// <param name="http">Client; may be shared.</param>
/// <param name="address">The server's address.</param>
public sealed class TimeStampServer(HttpClient http, Uri address) : ITimeStamps
{
    private const int Largest = 64 * 1024;

    /// <inheritdoc/>
    public async Task<byte[]> Stamp(ReadOnlyMemory<byte> digest, CancellationToken stop)
    {
        var request = Rfc3161TimestampRequest.CreateFromHash(
            digest, HashAlgorithmName.SHA256, nonce: (byte[])[1, .. RandomNumberGenerator.GetBytes(8)], requestSignerCertificates: true);
        try
        {
            using var question = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(request.Encode()) };
            question.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await http.SendAsync(question, HttpCompletionOption.ResponseHeadersRead, stop);
            answer.EnsureSuccessStatusCode();
            await answer.Content.LoadIntoBufferAsync(Largest, stop);
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(stop), out _).AsSignedCms().Encode();
        }
        catch (CryptographicException e)
        {
            throw new SigningException("Máy chủ dấu thời gian trả lời không đúng với yêu cầu; hãy kiểm tra khóa cấu hình timeStampUrl.", e);
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !stop.IsCancellationRequested))
        {
            throw new SigningException("Không lấy được dấu thời gian; hãy kiểm tra mạng và khóa cấu hình timeStampUrl rồi ký lại.", e);
        }
    }
}
