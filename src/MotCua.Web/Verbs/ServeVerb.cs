using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>The web application, until it is stopped.</summary>
public sealed class ServeVerb : IVerb
{
    /// <summary>The word that stands for a line without a verb.</summary>
    public const string Word = "serve";

    private const int FirstPort = 5080;
    private const int Ports = 100;

    /// <inheritdoc/>
    public string Name => Word;

    /// <inheritdoc/>
    public string Usage => "serve [--urls URL] [--demo]";

    /// <inheritdoc/>
    public string Does => "chạy hệ thống tại http://localhost:5080 hoặc cổng trống kế tiếp; chỉ mở ra ngoài máy này khi có --urls";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } = [new("urls", "URL") { Sets = "" }, new("demo") { Sets = "on" }];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        if (DataFolder.Prepare(line.Settings) is { } refused)
            return line.Refuse(refused);
        if (Leftovers.Remove(line.Settings) is > 0 and var left)
            line.Note($"Đã xóa {left} tệp dở dang của lần chạy trước.");
        Leftovers.Keep(line.Settings);
        using var held = DataFolder.Share(line.Settings);
        if (held is null)
            return line.Refuse($"Thư mục {line.Settings.Data} đang được khôi phục hoặc dọn; hãy chờ lệnh đó xong rồi chạy lại.");
        for (var port = FirstPort; port < FirstPort + Ports; port++)
        {
            if (line.Settings.Urls is null && IsTaken(port))
                continue;
            try
            {
                return await Serve(line, line.Settings.Urls ?? $"http://localhost:{port}", stop);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException && line.Settings.Urls is null)
            {
                // Someone took the port between the look and the start.
            }
            catch (Exception e) when (line.Settings.Urls is not null && IsAboutAddress(e))
            {
                return line.Refuse($"Không mở được địa chỉ {line.Settings.Urls}; hãy kiểm tra cổng có đang bị chiếm không và tài khoản có quyền mở không.");
            }
        }
        return line.Refuse($"Các cổng từ {FirstPort} đến {FirstPort + Ports - 1} đều bận; hãy tắt bớt chương trình hoặc chỉ cổng khác bằng --urls.");
    }

    private static async Task<int> Serve(VerbLine line, string urls, CancellationToken stop)
    {
        await using var app = Site.Build(line, urls);
        await app.PrepareRooms(line, stop);
        await app.StartAsync(stop);
        foreach (var address in app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            line.Say($"MotCua đang chạy tại {address} (Ctrl+C để dừng)");
        await using var ends = stop.Register(app.Lifetime.StopApplication);
        await app.WaitForShutdownAsync(CancellationToken.None);
        return 0;
    }

    private static bool IsAboutAddress(Exception e) =>
        e is SocketException or FormatException || e.InnerException is AddressInUseException or SocketException;

    private static bool IsTaken(int port) => IsTaken(IPAddress.Loopback, port) || (Socket.OSSupportsIPv6 && IsTaken(IPAddress.IPv6Loopback, port));

    private static bool IsTaken(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return false;
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied;
        }
    }
}
