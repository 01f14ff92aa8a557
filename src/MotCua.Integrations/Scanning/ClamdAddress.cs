using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace MotCua.Integrations.Scanning;

/// <summary>Where clamd listens: "tcp://host:3310" or "unix:/run/clamav/clamd.ctl".</summary>
public sealed record ClamdAddress(EndPoint At, ProtocolType Protocol)
{
    /// <summary>Whether a text is such an address.</summary>
    public static bool Understands(string text) => Parse(text) is not null;

    /// <summary>Reads an address; null where the text is none.</summary>
    public static ClamdAddress? Parse(string text)
    {
        if (text.StartsWith("unix:", StringComparison.Ordinal) && text.Length is > 6 and < 110 && text[5] == '/')
            return new ClamdAddress(new UnixDomainSocketEndPoint(text[5..]), ProtocolType.Unspecified);
        return text.StartsWith("tcp://", StringComparison.Ordinal) && text[6..].Split(':') is [{ Length: > 0 } host, var port]
            && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new ClamdAddress(new DnsEndPoint(host, number), ProtocolType.Tcp)
            : null;
    }

    /// <summary>A socket of its kind, not yet connected.</summary>
    internal Socket Socket() => At is UnixDomainSocketEndPoint
        ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
        : new Socket(SocketType.Stream, Protocol);
}
