using MotCua.App.Papers;
using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace MotCua.Integrations.Scanning;

/// <summary>Asks clamd by its INSTREAM command: chunks with their length before them, ended by a length of nought.</summary>
/// <param name="address">Null = no scanner is configured.</param>
/// <param name="patience">How long it may take; null = two minutes.</param>
public sealed class Clamd(ClamdAddress? address, TimeSpan? patience = null) : IVirusScan
{
    private const int Chunk = 65536, LongestAnswer = 4096;
    private readonly TimeSpan patience = patience ?? TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public bool IsConfigured => address is not null;

    /// <inheritdoc/>
    public async Task<(VirusVerdict Verdict, string? Name)> Scan(Stream content, CancellationToken cancel)
    {
        var said = await Ask("zINSTREAM\0", content, cancel);
        if (said is null || !said.StartsWith("stream: ", StringComparison.Ordinal))
            return (VirusVerdict.Down, null);
        var found = said["stream: ".Length..];
        return found == "OK" ? (VirusVerdict.Clean, null)
            : found.EndsWith(" FOUND", StringComparison.Ordinal) ? (VirusVerdict.Infected, Plain(found[..^" FOUND".Length]))
            : (VirusVerdict.Down, null);
    }

    /// <inheritdoc/>
    public async Task<bool> Answers(CancellationToken cancel) => await Ask("zPING\0", null, cancel) == "PONG";

    // The answer of another program: only what names of viruses are made of.
    private static string Plain(string name) =>
        string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':').Take(100));

    private async Task<string?> Ask(string command, Stream? content, CancellationToken cancel)
    {
        if (address is null)
            return null;
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(patience);
        try
        {
            using var socket = address.Socket();
            await socket.ConnectAsync(address.At, late.Token);
            await using var wire = new NetworkStream(socket, ownsSocket: false);
            await wire.WriteAsync(Encoding.ASCII.GetBytes(command), late.Token);
            if (content is not null)
                await Send(content, wire, late.Token);
            return await Answer(wire, late.Token);
        }
        catch (Exception e) when (e is SocketException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private static async Task Send(Stream content, NetworkStream wire, CancellationToken cancel)
    {
        var part = new byte[4 + Chunk];
        content.Position = 0;
        for (int read; (read = await content.ReadAsync(part.AsMemory(4), cancel)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(part, read);
            await wire.WriteAsync(part.AsMemory(0, 4 + read), cancel);
        }
        await wire.WriteAsync(new byte[4], cancel);
    }

    private static async Task<string> Answer(NetworkStream wire, CancellationToken cancel)
    {
        var (bytes, at) = (new byte[LongestAnswer], 0);
        for (int read; at < bytes.Length && (read = await wire.ReadAsync(bytes.AsMemory(at), cancel)) > 0; at += read)
            if (bytes.AsSpan(at, read).Contains((byte)0))
            {
                at += read;
                break;
            }
        return Encoding.UTF8.GetString(bytes.AsSpan(0, at)).TrimEnd('\0', '\n');
    }
}
