using System.Collections;
using System.IO.Compression;
using System.Text.Json;
using MotCua.App.Processes;
using MotCua.Domain.Processes;

namespace MotCua.App.Reference;

/// <summary>All versions of all processes, folded small; whole ones are made when they are asked for, and the last ones are kept. So a thousand
/// versions take hardly more room than ten.</summary>
public sealed class ProcessShelf : IReadOnlyList<ProcessDefinition>
{
    /// <summary>How many whole processes are kept.</summary>
    public const int Most = 128;

    private sealed record Folded(string Code, int Version, DateOnly From, DateOnly? To, byte[] Content);

    private readonly Folded[] rows;
    private readonly ILookup<string, int> byCode;
    private readonly Dictionary<int, LinkedListNode<(int At, ProcessDefinition Process)>> kept = [];
    private readonly LinkedList<(int At, ProcessDefinition Process)> order = [];

    /// <summary>The processes of some rows, in order of code and version.</summary>
    public ProcessShelf(IEnumerable<ProcessRow> processes)
    {
        rows = [.. processes.OrderBy(p => p.Code, StringComparer.Ordinal).ThenBy(p => p.Version)
            .Select(p => new Folded(p.Code, p.Version, p.From, p.To, Fold(p.Content)))];
        byCode = Enumerable.Range(0, rows.Length).ToLookup(i => rows[i].Code);
    }

    /// <inheritdoc/>
    public int Count => rows.Length;

    /// <summary>How many whole processes are kept now.</summary>
    public int Kept
    {
        get
        {
            lock (order)
                return order.Count;
        }
    }

    /// <inheritdoc/>
    public ProcessDefinition this[int index]
    {
        get
        {
            lock (order)
            {
                if (kept.TryGetValue(index, out var node))
                {
                    order.Remove(node);
                    order.AddFirst(node);
                    return node.Value.Process;
                }
            }
            var made = Unfold(rows[index].Content);
            lock (order)
            {
                if (kept.TryGetValue(index, out var first))
                    return first.Value.Process;
                kept[index] = order.AddFirst((index, made));
                if (order.Count > Most)
                {
                    kept.Remove(order.Last!.Value.At);
                    order.RemoveLast();
                }
            }
            return made;
        }
    }

    /// <summary>All versions of a process, oldest first.</summary>
    public IReadOnlyList<ProcessDefinition> Of(string code) => [.. byCode[code].Select(i => this[i])];

    /// <summary>An exact version; null if there is none.</summary>
    public ProcessDefinition? Find(string code, int version) => byCode[code].Where(i => rows[i].Version == version).Select(i => this[i]).FirstOrDefault();

    /// <summary>The version in force on a day; null if there is none.</summary>
    public ProcessDefinition? Find(string code, DateOnly day) =>
        byCode[code].Where(i => rows[i].From <= day && (rows[i].To is null || day <= rows[i].To)).Reverse().Select(i => this[i]).FirstOrDefault();

    /// <inheritdoc/>
    public IEnumerator<ProcessDefinition> GetEnumerator() => Enumerable.Range(0, rows.Length).Select(i => this[i]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static byte[] Fold(string content)
    {
        using var folded = new MemoryStream();
        using (var fold = new BrotliStream(folded, CompressionLevel.Fastest))
            fold.Write(System.Text.Encoding.UTF8.GetBytes(content));
        return folded.ToArray();
    }

    private static ProcessDefinition Unfold(byte[] content)
    {
        using var unfold = new BrotliStream(new MemoryStream(content), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<ProcessDefinition>(unfold, Json.Stored) ?? throw new InvalidOperationException("A stored process is empty.");
    }
}
