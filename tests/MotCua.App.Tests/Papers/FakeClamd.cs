using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MotCua.App.Tests.Papers;

/// <summary>A scanner that speaks clamd's wire and knows one virus: the EICAR test text.</summary>
internal sealed class FakeClamd : IDisposable
{
    private readonly Socket listener;

    public FakeClamd(string? unix = null)
    {
        listener = unix is null ? new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp)
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(unix is null ? new IPEndPoint(IPAddress.Loopback, 0) : new UnixDomainSocketEndPoint(unix));
        listener.Listen();
        Address = unix is null ? $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}" : $"unix:{unix}";
        _ = Serve();
    }

    /// <summary>The test text that every scanner takes for a virus, written so that this file is none.</summary>
    public static byte[] Eicar => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public string Address { get; }

    /// <summary>What is answered instead; null = what is right.</summary>
    public string? Answer { get; init; }

    public void Dispose() => listener.Dispose();

    private async Task Serve()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptAsync();
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
            _ = Task.Run(() => Talk(client));
        }
    }

    private async Task Talk(Socket client)
    {
        await using var wire = new NetworkStream(client, ownsSocket: true);
        var command = new StringBuilder();
        for (int b; (b = wire.ReadByte()) > 0;)
            command.Append((char)b);
        var said = command.ToString() switch
        {
            "zPING" => "PONG",
            "zINSTREAM" => (await Stream(wire)).AsSpan().IndexOf(Eicar) >= 0 ? "stream: Win.Test.EICAR_HDB-1 FOUND" : "stream: OK",
            _ => "UNKNOWN COMMAND",
        };
        await wire.WriteAsync(Encoding.ASCII.GetBytes((Answer ?? said) + "\0"));
    }

    private static async Task<byte[]> Stream(NetworkStream wire)
    {
        var (all, length) = (new MemoryStream(), new byte[4]);
        while (true)
        {
            await wire.ReadExactlyAsync(length);
            var part = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (part.Length == 0)
                return all.ToArray();
            await wire.ReadExactlyAsync(part);
            all.Write(part);
        }
    }
}
