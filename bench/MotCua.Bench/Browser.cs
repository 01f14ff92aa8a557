using System.Net;
using System.Text.RegularExpressions;

namespace MotCua.Bench;

/// <summary>A signed-in officer as his browser talks: cookies, and the guarding token of forms.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;
    private string token = "";

    /// <summary>A browser that nobody is signed in at.</summary>
    public Browser(Uri address) => http = new HttpClient(new SocketsHttpHandler
    {
        UseCookies = true, AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None, PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
    })
    {
        BaseAddress = address, Timeout = TimeSpan.FromMinutes(1),
    };

    /// <summary>A browser at which an officer has signed in.</summary>
    public static async Task<Browser> SignedIn(Product product, string userName)
    {
        var browser = new Browser(product.Address);
        await browser.Token("/dang-nhap");
        var to = await browser.Post("/dang-nhap", ("Input.UserName", userName), ("Input.Password", product.Password ?? ""));
        return to is "/" or "/viec" ? browser : throw new InvalidOperationException($"Không đăng nhập được bằng {userName} để đo ({to}).");
    }

    /// <summary>Several of them.</summary>
    public static async Task<IReadOnlyList<Browser>> Several(Product product, string userName, int count)
    {
        var all = new List<Browser>();
        while (all.Count < count)
            all.Add(await SignedIn(product, userName));
        return all;
    }

    /// <summary>Opens a page that has a form, and keeps its guarding token for the forms that follow.</summary>
    public async Task Token(string page)
    {
        token = TokenField().Match(await Get(page)) is { Success: true } found ? found.Groups[1].Value
            : throw new InvalidOperationException($"Trang {page} không có biểu mẫu để đo.");
    }

    /// <summary>Reads a page.</summary>
    /// <exception cref="InvalidOperationException">It did not answer 200.</exception>
    public async Task<string> Get(string page)
    {
        using var answer = await http.GetAsync(new Uri(page, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync()
            : throw new InvalidOperationException($"Trang {page} trả lời {(int)answer.StatusCode} {answer.Headers.Location}.");
    }

    /// <summary>Sends a form.</summary>
    /// <returns>Where it leads.</returns>
    /// <exception cref="InvalidOperationException">It did not lead anywhere: it was refused.</exception>
    public async Task<string> Post(string page, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token))
            .Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        using var answer = await http.PostAsync(new Uri(page, UriKind.Relative), content);
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location is { } to)
            return to.OriginalString;
        var said = Said().Match(await answer.Content.ReadAsStringAsync());
        throw new InvalidOperationException($"Biểu mẫu {page} trả lời {(int)answer.StatusCode}: {WebUtility.HtmlDecode(said.Value)}");
    }

    /// <summary>The bytes of an answer as they come over the wire.</summary>
    public async Task<(byte[] Body, HttpResponseMessage Head)> Wire(string page, string? encodings)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(page, UriKind.Relative));
        if (encodings is not null)
            request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        var answer = await http.SendAsync(request);
        return (await answer.Content.ReadAsByteArrayAsync(), answer);
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("<li><a href=\"#[^\"]*\">[^<]*", RegexOptions.Singleline)]
    private static partial Regex Said();
}
