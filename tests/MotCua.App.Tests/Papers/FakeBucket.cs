using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace MotCua.App.Tests.Papers;

/// <summary>A bucket that speaks S3 on a port of this machine and believes nobody: each request's signature (version 4) is worked out anew, and its
/// body's digest compared.</summary>
internal sealed class FakeBucket : IDisposable
{
    public const string Name = "giay-to", Key = "KHOA", Secret = "bi-mat-thu", Region = "vn-1";
    private readonly HttpListener listener = new();
    private readonly Func<DateTimeOffset> now;

    public FakeBucket(Func<DateTimeOffset> now)
    {
        this.now = now;
        for (var tries = 0; ; tries++)
            try
            {
                Url = $"http://127.0.0.1:{Random.Shared.Next(20000, 50000)}";
                listener.Prefixes.Add(Url + "/");
                listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < 20)
            {
                listener.Prefixes.Clear();
            }
        _ = Serve();
    }

    public string Url { get; }

    public ConcurrentDictionary<string, (byte[] Bytes, DateTimeOffset At)> Objects { get; } = new();

    public List<string> Asked { get; } = [];

    /// <summary>Answers every request with an error.</summary>
    public bool Down { get; set; }

    public void Dispose() => listener.Close();

    private async Task Serve()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => Handle(context));
        }
    }

    private void Handle(HttpListenerContext context)
    {
        using var answer = context.Response;
        try
        {
            using var body = new MemoryStream();
            context.Request.InputStream.CopyTo(body);
            lock (Asked)
                Asked.Add($"{context.Request.HttpMethod} {context.Request.Url!.AbsolutePath}");
            if (Down)
                answer.StatusCode = 500;
            else if (!IsSigned(context.Request, body.ToArray()))
                answer.StatusCode = 403;
            else
                Answer(context.Request, answer, body.ToArray());
        }
        catch (Exception)
        {
            answer.StatusCode = 500;
        }
    }

    private void Answer(HttpListenerRequest request, HttpListenerResponse answer, byte[] body)
    {
        var path = Uri.UnescapeDataString(request.Url!.AbsolutePath)[(Name.Length + 2)..];
        switch (request.HttpMethod)
        {
            case "PUT" when request.Headers["x-amz-copy-source"] is { } source:
                var from = Objects[Uri.UnescapeDataString(source).TrimStart('/')[(Name.Length + 1)..]];
                Objects[path] = (from.Bytes, now());
                Write(answer, "<CopyObjectResult><LastModified>2026-11-17T02:00:00.000Z</LastModified><ETag>\"x\"</ETag></CopyObjectResult>");
                break;
            case "PUT":
                Objects[path] = (body, now());
                answer.Headers["ETag"] = "\"x\"";
                break;
            case "DELETE":
                Objects.TryRemove(path, out _);
                answer.StatusCode = 204;
                break;
            case "GET" when path.Length == 0 || request.QueryString["list-type"] == "2":
                var prefix = request.QueryString["prefix"] ?? "";
                var found = Objects.Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal));
                Write(answer, "<ListBucketResult><IsTruncated>false</IsTruncated>" + string.Concat(found
                    .Select(o => $"<Contents><Key>{o.Key}</Key><LastModified>{o.Value.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fff}Z</LastModified>"
                        + $"<Size>{o.Value.Bytes.Length}</Size></Contents>")) + "</ListBucketResult>");
                break;
            case "GET" or "HEAD" when Objects.TryGetValue(path, out var there):
                Give(request, answer, there.Bytes, there.At);
                break;
            default:
                answer.StatusCode = 404;
                break;
        }
    }

    private static void Give(HttpListenerRequest request, HttpListenerResponse answer, byte[] bytes, DateTimeOffset at)
    {
        answer.Headers["Last-Modified"] = at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        answer.Headers["ETag"] = "\"x\"";
        var part = bytes.AsSpan();
        if (request.Headers["Range"]?["bytes=".Length..].Split('-') is [var first, var last])
        {
            part = part[int.Parse(first, CultureInfo.InvariantCulture)..Math.Min(part.Length, int.Parse(last, CultureInfo.InvariantCulture) + 1)];
            answer.StatusCode = 206;
        }
        answer.ContentLength64 = part.Length;
        if (request.HttpMethod == "GET")
            answer.OutputStream.Write(part);
    }

    private static void Write(HttpListenerResponse answer, string xml)
    {
        answer.ContentType = "application/xml";
        answer.OutputStream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?>" + xml));
    }

    /// <summary>AWS Signature Version 4, as its specification writes it down.</summary>
    private static bool IsSigned(HttpListenerRequest request, byte[] body)
    {
        var parts = (request.Headers["Authorization"] ?? "").Replace("AWS4-HMAC-SHA256 ", "").Split(", ")
            .Select(p => p.Trim().Split('=', 2)).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        if (parts.Count != 3 || parts["Credential"].Split('/') is not [Key, var day, Region, "s3", "aws4_request"])
            return false;
        var digest = request.Headers["x-amz-content-sha256"];
        if (digest != Convert.ToHexStringLower(SHA256.HashData(body)) && !(body.Length == 0 && digest == "UNSIGNED-PAYLOAD"))
            return false;
        var names = parts["SignedHeaders"].Split(';');
        var query = string.Join('&', (request.Url!.Query.TrimStart('?')).Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(p => p.Contains('=') ? p : p + "=").Order(StringComparer.Ordinal));
        var canonical = string.Join('\n', request.HttpMethod, request.Url.AbsolutePath, query,
            string.Concat(names.Select(n => $"{n}:{(n == "host" ? request.UserHostName : request.Headers[n])?.Trim()}\n")), parts["SignedHeaders"], digest);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"], $"{day}/{Region}/s3/aws4_request",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = new[] { day, Region, "s3", "aws4_request" }.Aggregate(Encoding.UTF8.GetBytes("AWS4" + Secret),
            (k, word) => HMACSHA256.HashData(k, Encoding.UTF8.GetBytes(word)));
        return parts["Signature"] == Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
