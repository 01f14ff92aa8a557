using System.IO.Compression;
using System.Text.RegularExpressions;
using MotCua.Domain.Processes;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The ten most used pages: time, and bytes over the wire with their styles and scripts, as a browser asks that takes compressed answers;
/// against one static file of the same server. On the citizen's side none may be over the limit.</summary>
internal sealed partial class PagesBench : IBench
{
    private const int CitizenLimit = 60 * 1024;
    private const string Encodings = "gzip, br";

    /// <inheritdoc/>
    public async Task<Measured> Run(BenchLine line, Server server, Action<string> say)
    {
        var made = await Shared.Seeded(server);
        await using var product = await Product.Serve(made);
        using var samples = new Samples(made);
        var (open, attempt) = (await samples.At(StepKind.Handle), (await samples.Attempt(made)).Id);
        var code = await CodeOf(made, open.Value);
        using var nobody = new Browser(product.Address);
        using var receiver = await Browser.SignedIn(product, Samples.Receiver);
        using var handler = await Browser.SignedIn(product, Samples.Handler);
        (Browser Who, string Address, string What, bool Citizen)[] pages =
        [
            (nobody, "/thu-tuc", "procedures", true), (nobody, "/thu-tuc?q=khai+sinh", "procedures found", true),
            (nobody, "/thu-tuc/1.001193", "procedure", true), (nobody, "/tra-cuu", "tracking", true), (nobody, "/dang-nhap", "sign-in", false),
            (receiver, "/viec", "work list", false), (receiver, "/tiep-nhan", "reception", false), (receiver, $"/tiep-nhan/{attempt}", "attempt", false),
            (handler, $"/ho-so/{code}", "dossier", false), (handler, $"/ho-so/{code}/viec/complete-step?buoc=2", "act", false),
        ];
        var (rows, heavy, short_) = (new List<MeasuredRow>(), new List<string>(), Math.Min(line.Seconds, 2));
        foreach (var (who, address, what, citizen) in pages)
        {
            var (html, assets) = await Weigh(who, address);
            var (ours, baseline) = await Alternating.Run(
                line.Rounds, () => Alternating.For(short_, _ => who.Wire(address, Encodings)),
                () => Alternating.For(short_, _ => nobody.Wire("/img/mark.svg", Encodings)), _ => { });
            var over = citizen && html + assets > CitizenLimit;
            if (over)
                heavy.Add($"{address}: {html + assets} byte");
            rows.Add(new MeasuredRow(null, null, what + (over ? ", over 60 KB" : ""), ours, baseline) { Bytes = html + assets, Html = html });
            say($"{what}: {html} byte HTML, {assets} byte kiểu và mã, {ours.P50} ms");
        }
        return new Measured("pages", line.Rounds, rows) { Failed = heavy.Count > 0 ? string.Join("; ", heavy) : null };
    }

    private static async Task<(int Html, int Assets)> Weigh(Browser who, string address)
    {
        var (body, head) = await who.Wire(address, Encodings);
        if (!head.IsSuccessStatusCode)
            throw new InvalidOperationException($"Trang {address} trả lời {(int)head.StatusCode}.");
        var html = head.Content.Headers.ContentEncoding.FirstOrDefault() switch
        {
            "br" => await Text(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress)),
            "gzip" => await Text(new GZipStream(new MemoryStream(body), CompressionMode.Decompress)),
            _ => await Text(new MemoryStream(body)),
        };
        var (todo, seen) = (new Queue<string>(Asset().Matches(html).Select(m => m.Groups[1].Value).Distinct()), new HashSet<string>());
        var assets = 0;
        while (todo.TryDequeue(out var one))
        {
            if (!seen.Add(one.Split('?')[0]))
                continue;
            var (bytes, found) = await who.Wire(one, Encodings);
            if (!found.IsSuccessStatusCode)
                throw new InvalidOperationException($"Tệp {one} của trang {address} trả lời {(int)found.StatusCode}.");
            assets += bytes.Length;
            // A module brings the modules that it names.
            if (one.Split('?')[0].EndsWith(".js", StringComparison.Ordinal))
                foreach (Match import in Import().Matches(await who.Get(one.Split('?')[0])))
                    todo.Enqueue(new Uri(new Uri("http://x" + one), import.Groups[1].Value).PathAndQuery);
        }
        return (body.Length, assets);
    }

    private static async Task<string> Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static async Task<string> CodeOf(string made, Guid id)
    {
        await using var bare = await Shared.Bare(made);
        await using var command = new NpgsqlCommand("SELECT \"Code\" FROM dossiers WHERE \"Id\" = $1", bare) { Parameters = { new() { Value = id } } };
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [GeneratedRegex("(?:<link rel=\"stylesheet\" href|<script[^>]* src|<link rel=\"modulepreload\" href)=\"([^\"]+)\"")]
    private static partial Regex Asset();

    [GeneratedRegex("""(?:from|import)\s*\(?\s*['"]([^'"]+\.js[^'"]*)['"]""")]
    private static partial Regex Import();
}
