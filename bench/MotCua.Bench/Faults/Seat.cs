using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace MotCua.Bench.Faults;

/// <summary>What a seat was answered.</summary>
/// <param name="To">Where a redirect leads; null for a page.</param>
internal sealed record Answer(int Status, string? To, string Page);

/// <summary>A file to send.</summary>
internal sealed record SentFile(string Field, string Name, byte[] Bytes);

/// <summary>Nothing came of a request, and its person gives up.</summary>
internal sealed class GaveUpException(string what) : Exception(what);

/// <summary>A person's browser. A patient one waits out a database or a server that is away, as people do: it sends the form again that the page gave back,
/// and where nothing was answered the same request again.</summary>
internal sealed class Seat : IDisposable
{
    // The sealed note of files that came before; it is sealed anew each time.
    private const string HeldFiles = "_tep_da_gui";

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private readonly HttpClient http;
    private readonly Journal journal;
    private readonly bool patient;

    public Seat(Uri address, Journal journal, bool patient)
    {
        (this.journal, this.patient) = (journal, patient);
        http = new HttpClient(new SocketsHttpHandler { UseCookies = true, AllowAutoRedirect = false }) { BaseAddress = address,
            Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>Reads a page.</summary>
    public Task<Answer> Get(string kind, string page) => Send(kind, page, null, null);

    /// <summary>Sends a form.</summary>
    public Task<Answer> Post(string kind, string page, IEnumerable<(string Name, string Value)> fields, SentFile? file = null) =>
        Send(kind, page, [.. fields], file);

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<Answer> Send(string kind, string page, IReadOnlyList<(string Name, string Value)>? fields, SentFile? file)
    {
        var named = file?.Name;
        for (var whole = Stopwatch.StartNew(); ;)
        {
            var begun = Stopwatch.GetTimestamp();
            var (answer, broke) = await Once(page, fields, file);
            if (answer is { Status: < 500 })
            {
                journal.Took(kind, begun);
                if (answer.Status is not (200 or 302 or 403 or 409))
                    journal.Error(kind, $"trả lời {answer.Status}");
                return answer;
            }
            var expected = patient && (answer is null || answer.Status == 503);
            if (!expected)
                journal.Error(kind, broke ?? $"trả lời {answer!.Status}");
            if (!patient || whole.Elapsed > LongestWait)
                throw new GaveUpException($"{kind}: {broke ?? answer!.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)}");
            journal.Interrupt(begun);
            await Task.Delay(Random.Shared.Next(200, 600));
            if (answer is not null && Judge(kind, answer, fields, named) is { } again)
                (page, fields, file) = (again.Action, again.Hidden, null);
        }
    }

    // The page says one sentence, shows nothing of the machine, and has the form with everything typed.
    private HtmlForm? Judge(string kind, Answer answer, IReadOnlyList<(string Name, string Value)>? fields, string? file)
    {
        if (!answer.Page.Contains("class=\"lede\"", StringComparison.Ordinal) || answer.Page.Contains("Exception", StringComparison.Ordinal)
            || answer.Page.Contains("   at ", StringComparison.Ordinal))
            journal.Error(kind, "trang báo lỗi không phải một câu cho người đọc");
        // Pages that carry a secret give nothing back: their forms are two fields.
        if (fields is null || kind is "sign-in" or "track")
            return null;
        var form = HtmlForm.In(answer.Page).FirstOrDefault();
        if (form is null || fields.Where(f => f.Name != HeldFiles).Except(form.Hidden).Any()
            || (file is not null && !(form.Hidden.Any(h => h.Name == HeldFiles) && answer.Page.Contains(file, StringComparison.Ordinal))))
        {
            journal.Error(kind, form is null ? "trang báo lỗi không có biểu mẫu" : "biểu mẫu trả lại thiếu điều đã nhập");
            return null;
        }
        journal.Show();
        return form;
    }

    private async Task<(Answer? Answer, string? Broke)> Once(string page, IReadOnlyList<(string Name, string Value)>? fields, SentFile? file)
    {
        try
        {
            using var request = new HttpRequestMessage(fields is null ? HttpMethod.Get : HttpMethod.Post, new Uri(page, UriKind.Relative));
            request.Headers.Accept.ParseAdd("text/html");
            request.Content = fields is null ? null : Content(fields, file);
            using var answer = await http.SendAsync(request);
            return (new Answer((int)answer.StatusCode, answer.Headers.Location?.OriginalString, await answer.Content.ReadAsStringAsync()), null);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            return (null, e is OperationCanceledException ? "quá 30 giây" : "mất kết nối");
        }
    }

    private static HttpContent Content(IReadOnlyList<(string Name, string Value)> fields, SentFile? file)
    {
        if (file is null)
            return new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), $"\"{name}\"");
        var bytes = new ByteArrayContent(file.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/pdf") } };
        content.Add(bytes, $"\"{file.Field}\"", $"\"{file.Name}\"");
        return content;
    }
}
