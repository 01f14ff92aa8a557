using System.Net;
using System.Text;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace MotCua.Web.Tests.Dossiers;

/// <summary>A person with a browser without scripts: reads pages, follows links, fills in forms and sends them.</summary>
public sealed class Visitor(HttpClient client)
{
    /// <summary>The page at an address, after redirects.</summary>
    public async Task<Sheet> Get(string path) => await Read(await client.GetAsync(path), path);

    /// <summary>The bare answer.</summary>
    public Task<HttpResponseMessage> Raw(string path) => client.GetAsync(path);

    /// <summary>The bare answer to a form that a script sends.</summary>
    public Task<HttpResponseMessage> Post(string path, HttpContent content) => client.PostAsync(path, content);

    /// <summary>The bare answer to a request that a script makes.</summary>
    public Task<HttpResponseMessage> Ask(HttpRequestMessage request) => client.SendAsync(request);

    internal async Task<Sheet> Send(string path, HttpContent content) => await Read(await client.PostAsync(path, content), path);

    private async Task<Sheet> Read(HttpResponseMessage answer, string path)
    {
        for (var hops = 0; answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Found; hops++)
        {
            Assert.True(hops < 5, "too many redirects");
            path = answer.Headers.Location!.ToString();
            answer = await client.GetAsync(path);
        }
        var html = await answer.Content.ReadAsStringAsync();
        var document = await BrowsingContext.New(AngleSharp.Configuration.Default).OpenAsync(r => r.Content(html).Address("http://localhost" + path));
        return new Sheet(this, path, answer.StatusCode, document);
    }
}

/// <summary>A page as a person sees it.</summary>
public sealed class Sheet(Visitor visitor, string path, HttpStatusCode status, IDocument document)
{
    public string Path => path;

    public HttpStatusCode Status => status;

    public IDocument Document => document;

    /// <summary>All words of the page's main part, one space between them.</summary>
    public string Words => Plain(document.QuerySelector("main")?.TextContent ?? document.Body?.TextContent);

    /// <summary>The words of one part.</summary>
    public string WordsOf(string selector) => Plain(document.QuerySelector(selector)?.TextContent);

    /// <summary>Buttons and links of what may be done now, in order.</summary>
    public IReadOnlyList<string> Acts =>
        [.. document.QuerySelectorAll(".acts-now a.act, .acts-now form.act button").Select(e => Plain(e.TextContent).TrimEnd('…'))];

    /// <summary>Opens the page of an act, or does it where nothing is to be typed.</summary>
    public async Task<Sheet> Act(string label)
    {
        var act = document.QuerySelectorAll(".acts-now a.act, .acts-now form.act")
            .FirstOrDefault(e => Plain(e.TextContent).StartsWith(label, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"“{label}” is not on offer, only: {string.Join(" | ", Acts)}. {Words}");
        return act is IHtmlFormElement form ? await Send(form) : await visitor.Get(act.GetAttribute("href")!);
    }

    /// <summary>Fills in the main form of the page and sends it; what is not named keeps what it shows.</summary>
    public Task<Sheet> Send(params (string Name, string Value)[] typed) => Send(MainForm, [], typed);

    /// <summary>The same with files.</summary>
    public Task<Sheet> SendFiles((string Name, string FileName, byte[] Bytes)[] files, params (string Name, string Value)[] typed) =>
        Send(MainForm, files, typed);

    /// <summary>Where the main form leads when it is sent; null where its page is shown again.</summary>
    public async Task<string?> Redirected(params (string Name, string Value)[] typed)
    {
        var named = typed.Select(t => t.Name).ToHashSet();
        var fields = Shown(MainForm).Where(f => !named.Contains(f.Name)).Concat(typed).Select(f => KeyValuePair.Create(f.Name, f.Value));
        return (await visitor.Post(path, new FormUrlEncodedContent(fields))).Headers.Location?.ToString();
    }

    /// <summary>Sends a form as it stands.</summary>
    public Task<Sheet> Send(IHtmlFormElement form, params (string Name, string Value)[] typed) => Send(form, [], typed);

    /// <summary>The value that a control of the main form shows.</summary>
    public string? Typed(string name) => MainForm.Elements.OfType<IHtmlElement>().Where(e => e.GetAttribute("name") == name).Select(e => e switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? box.Value : null,
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    }).FirstOrDefault(v => v is not null);

    private IHtmlFormElement MainForm => document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>()
        .FirstOrDefault(f => f.Closest(".acts-now, .facts-col") is null)
        ?? throw new InvalidOperationException($"There is no form here: {Words}");

    private async Task<Sheet> Send(IHtmlFormElement form, (string Name, string FileName, byte[] Bytes)[] files, (string Name, string Value)[] typed)
    {
        var named = typed.Select(t => t.Name).ToHashSet();
        var fields = Shown(form).Where(f => !named.Contains(f.Name)).Concat(typed).ToList();
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        if (form.Enctype != "multipart/form-data")
            return await visitor.Send(target, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value, Encoding.UTF8), $"\"{name}\"");
        foreach (var (name, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), $"\"{name}\"", $"\"{fileName}\"");
        return await visitor.Send(target, content);
    }

    private static IEnumerable<(string Name, string Value)> Shown(IHtmlFormElement form) => form.Elements.OfType<IHtmlElement>()
        .Where(e => e.GetAttribute("name") is { Length: > 0 } && !e.HasAttribute("disabled")).SelectMany(e => e switch
        {
            IHtmlTextAreaElement area => [(area.Name!, area.Value)],
            IHtmlInputElement { Type: "file" } => [],
            IHtmlInputElement { Type: "radio" or "checkbox" } box => box.IsChecked ? [(box.Name!, box.Value)] : Array.Empty<(string, string)>(),
            IHtmlInputElement input => [(input.Name!, input.Value)],
            IHtmlSelectElement select => [(select.Name!, select.Value ?? "")],
            _ => [],
        });

    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
