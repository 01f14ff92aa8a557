using System.Text.Json;
using Microsoft.Extensions.Primitives;
using MotCua.App;
using MotCua.App.Papers;
using MotCua.App.Reception;
using MotCua.Web.Kit;

namespace MotCua.Web.SignIn;

/// <summary>A field as it was typed.</summary>
internal sealed record KeptField(string Name, string Value);

/// <summary>A file that came with a form; its bytes lie in the file store.</summary>
internal sealed record KeptFile(string Field, string FileName, string MediaType, string Digest, long Size)
{
    private const decimal Mebi = 1024 * 1024;

    /// <summary>Name and size, for people.</summary>
    public string Label() => Size < Mebi
        ? $"{FileName} ({VietText.Number(Math.Max(1, Size / 1024))} KB)"
        : $"{FileName} ({VietText.Number(Math.Round(Size / Mebi, 1))} MB)";

    /// <summary>Files as a browser would send them, as far as the store has them; they are closed with the answer.</summary>
    public static FormFileCollection Open(IEnumerable<KeptFile> files, IFileStore store, HttpResponse response)
    {
        var sent = new FormFileCollection();
        foreach (var file in files)
        {
            if (store.Open(file.Digest) is not { } bytes)
                continue;
            response.RegisterForDispose(bytes);
            sent.Add(new FormFile(bytes, 0, file.Size, file.Field, file.FileName) { Headers = new HeaderDictionary(), ContentType = file.MediaType });
        }
        return sent;
    }
}

/// <summary>A form that was sent and not taken because the sign-in had ended or changed, with everything typed and attached.</summary>
internal sealed record KeptForm(Guid Id, string Target, DateTimeOffset At, IReadOnlyList<KeptField> Fields, IReadOnlyList<KeptFile> Files)
{
    /// <summary>The name in an address that asks for a kept form.</summary>
    public const string Query = "giu";

    /// <summary>The field of a form opened again that says which one it is.</summary>
    public const string Field = "_giu";

    /// <summary>The field that says which of its files still belong to it, by their place in the list.</summary>
    public const string FileField = "_giu_tep";

    /// <summary>The page handler that the form was sent to; null for the page's first.</summary>
    public string? Handler => Requests.QueryValue(Target, "handler");

    /// <summary>The path that the form was sent to.</summary>
    public string Path => Target.Split('?')[0];

    /// <summary>The address that opens the form again.</summary>
    public string Reopens => Requests.Requery(Target, ["handler"], (Query, Id.ToString("D")));

    /// <summary>The files that still belong to it, by their place; all until the officer says otherwise.</summary>
    public IReadOnlySet<int> Wanted { get; init; } = Enumerable.Range(0, Files.Count).ToHashSet();

    /// <summary>From its row.</summary>
    public static KeptForm From(ParkedFormRow row) => new(
        row.Id, row.Target, row.At, JsonSerializer.Deserialize<List<KeptField>>(row.Typed, Json.Stored)!,
        JsonSerializer.Deserialize<List<KeptFile>>(row.Files, Json.Stored)!);

    /// <summary>As a browser would send it.</summary>
    public IFormCollection ToForm(IFileStore store, HttpResponse response)
    {
        var values = Fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)]));
        return new FormCollection(values, OpenFiles(store, response));
    }

    /// <summary>The same form with the files that still belong to it, after the newly attached ones.</summary>
    public IFormCollection AddTo(IFormCollection sent, IFileStore store, HttpResponse response)
    {
        var values = sent.Where(v => v.Key is not (Field or FileField)).ToDictionary(v => v.Key, v => v.Value);
        var files = new FormFileCollection();
        files.AddRange(sent.Files);
        files.AddRange(OpenFiles(store, response));
        return new FormCollection(values, files);
    }

    private FormFileCollection OpenFiles(IFileStore store, HttpResponse response) =>
        KeptFile.Open(Files.Where((_, at) => Wanted.Contains(at)), store, response);
}

/// <summary>Marks a page whose forms are never kept: they carry a secret, or nothing that anyone typed.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeverKeptAttribute : Attribute;

/// <summary>Names the handler that takes a kept form of the page when it is opened again: one that saves what is typed and judges nothing.
/// Without it the page is shown as for a GET, with everything typed in its fields.</summary>
/// <param name="handler">The handler's name, as in <c>?handler=</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReopensWithAttribute(string handler) : Attribute
{
    /// <summary>The handler's name.</summary>
    public string Handler => handler;
}
