using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Xunit;

namespace MotCua.Web.Tests.SignIn;

/// <summary>An answer with its page.</summary>
public sealed record Shown(HttpStatusCode Status, string? Location, IHtmlDocument Page, string Address)
{
    public string Text => Page.Body?.TextContent ?? "";

    public IHtmlFormElement Form(string? action = null) => Page.QuerySelectorAll("main form").Cast<IHtmlFormElement>()
        .First(f => action is null || f.GetAttribute("action") == action);

    /// <summary>The form of the frame that signs out.</summary>
    public IHtmlFormElement Leave() => (IHtmlFormElement)Page.QuerySelector("header form[action='/dang-xuat']")!;
}

/// <summary>A browser without scripts: keeps cookies, fills forms as they stand, follows only when told.</summary>
public sealed class Browser(Func<HttpMessageHandler> server, string address)
{
    private readonly CookieContainer jar = new();

    public CookieCollection Cookies => jar.GetCookies(new Uri("http://localhost/dang-nhap"));

    /// <summary>Takes the cookies of another browser, as a thief would.</summary>
    public void Take(Browser other) => jar.Add(new Uri("http://localhost/"), other.Cookies);

    public Task<Shown> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>Sends a form as it stands on the page, with some fields typed anew.</summary>
    /// <param name="press">The button, by its text; null for none.</param>
    public Task<Shown> Submit(
        Shown from, IHtmlFormElement form, (string Name, string Value)[] typed, (string Name, string File, string Content)[]? files = null,
        string? action = null, params (string Name, string Value)[] headers)
    {
        var to = action ?? form.GetAttribute("action") ?? "";
        var names = typed.Select(t => t.Name).ToHashSet();
        var fields = Fields(form).Where(f => !names.Contains(f.Name)).Concat(typed);
        return Post(to.Length == 0 ? from.Address : to, fields, files, headers);
    }

    public Task<Shown> Post(string path, IEnumerable<(string Name, string Value)> fields, (string Name, string File, string Content)[]? files = null,
        params (string Name, string Value)[] headers)
    {
        if (files is null)
            return Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), headers);
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            body.Add(new StringContent(value), name);
        foreach (var (name, file, content) in files)
        {
            var part = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
            part.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            body.Add(part, name, file);
        }
        return Send(HttpMethod.Post, path, body, headers);
    }

    public async Task<Shown> SignIn(string userName, string password = Front.Password, string? at = null)
    {
        var page = await Get(at ?? "/dang-nhap");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await Submit(page, page.Form(), [("Input.UserName", userName), ("Input.Password", password)]);
    }

    /// <summary>Goes where the answer leads, until a page is shown.</summary>
    public async Task<Shown> Follow(Shown shown)
    {
        for (var i = 0; shown.Location is { } to && i < 10; i++)
            shown = await Get(to);
        return shown;
    }

    /// <summary>What a browser would send of a form: every named control with its value.</summary>
    public static IEnumerable<(string Name, string Value)> Fields(IElement form)
    {
        foreach (var control in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return (name, select.Value ?? "");
                    break;
            }
        }
    }

    private async Task<Shown> Send(HttpMethod method, string path, HttpContent? body, (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(new CookieContainerHandler(jar) { InnerHandler = server() }) { BaseAddress = new Uri("http://localhost") };
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.Add(Front.AddressHeader, address);
        request.Headers.Add("Accept", headers.Any(h => h.Name == "Accept") ? headers.First(h => h.Name == "Accept").Value : "text/html");
        foreach (var (name, value) in headers.Where(h => h.Name != "Accept"))
            request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request);
        var location = answer.Headers.Location?.OriginalString;
        return new Shown(answer.StatusCode, location, new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), path);
    }
}
