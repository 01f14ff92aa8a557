using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using MotCua.App.Papers.Reading;
using MotCua.Domain.Papers.Reading;

namespace MotCua.Bench.Ocr;

/// <summary>Keeps the words that were read, so that the reading of fields can be measured again without reading the pictures.</summary>
internal sealed class KeptPages(IPageReader reader, string folder) : IPageReader
{
    /// <inheritdoc/>
    public string? Missing => reader.Missing;

    /// <inheritdoc/>
    public ReadPage? Sheet(byte[] picture, int number) => reader.Sheet(picture, number);

    /// <inheritdoc/>
    public Task<ReadPage> Picture(byte[] picture, int number, int quarters, bool turns, CancellationToken stop) =>
        reader.Picture(picture, number, quarters, turns, stop);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadPage> Pages(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        var kept = Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(file, stop)))[..20] + ".json");
        if (!File.Exists(kept))
        {
            var read = new List<ReadPage>();
            await foreach (var page in reader.Pages(file, stop))
                read.Add(page);
            await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(read), stop);
        }
        foreach (var page in JsonSerializer.Deserialize<List<ReadPage>>(await File.ReadAllTextAsync(kept, stop))!)
            yield return page;
    }
}
