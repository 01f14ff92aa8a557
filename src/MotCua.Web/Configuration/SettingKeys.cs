using System.Globalization;
using System.Net;
using MotCua.Integrations.Signing.Keys;

namespace MotCua.Web.Configuration;

/// <summary>Every key there is. A new one is one line here and one property in <see cref="MotCuaSettings"/>.</summary>
public static class SettingKeys
{
    /// <summary>All keys, in the order in which they are printed.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        Text("data", "Thư mục chứa cơ sở dữ liệu nhúng, tệp, khóa và motcua.json", s => s.Data,
            (s, v) => v.Length > 0 ? s with { Data = Path.GetFullPath(v) } : null, "đường dẫn thư mục") with { InFile = false },
        new("db", SettingKind.Secret, "Chuỗi kết nối PostgreSQL; để trống thì dùng cơ sở dữ liệu nhúng (SQLite) trong thư mục dữ liệu",
            s => s.Db ?? "", (s, v) => ReadDb(s, v), "chuỗi kết nối dạng Host=…;Database=…;Username=…;Password=…"),
        Text("urls", "Địa chỉ máy chủ lắng nghe; để trống thì là http://localhost:5080 hoặc cổng trống kế tiếp, chỉ trong máy này",
            s => s.Urls ?? "", ReadUrls, "một hoặc nhiều địa chỉ http:// hoặc https://, cách nhau bằng dấu ;"),
        new("demo", SettingKind.Choice, "Tạo cán bộ hư cấu khi cơ sở dữ liệu còn trống và ghi “trình diễn” trên mọi trang: auto là chỉ với cơ sở dữ liệu nhúng",
            s => Word(s.Demo), (s, v) => ReadEnum<DemoMode>(v) is { } mode ? s with { Demo = mode } : null, "auto, on hoặc off"),
        Text("systemName", "Tên hệ thống in trong mã QR của mọi giấy tờ", s => s.SystemName,
            (s, v) => v.Trim() is { Length: > 0 and <= 120 } name ? s with { SystemName = name } : null, "từ 1 đến 120 ký tự"),
        Number("sessionMinutes", "Số phút không thao tác thì phải đăng nhập lại",
            s => s.SessionMinutes, (s, n) => s with { SessionMinutes = n }, 5, 1440),
        Number("sessionHours", "Số giờ sau khi đăng nhập thì phải đăng nhập lại, dù vẫn đang thao tác",
            s => s.SessionHours, (s, n) => s with { SessionHours = n }, 1, 168),
        Number("requestLimitMb", "Dung lượng lớn nhất của một lần gửi biểu mẫu cùng tệp đính kèm, tính bằng MB",
            s => s.RequestLimitMb, (s, n) => s with { RequestLimitMb = n }, 1, 2047),
        Number("requestsPerMinute", "Số lượt yêu cầu mỗi phút từ một địa chỉ, quá thì trả lời 429; 0 là không giới hạn",
            s => s.RequestsPerMinute, (s, n) => s with { RequestsPerMinute = n }, 0, 1_000_000),
        Number("connections", "Số kết nối mở cùng lúc; 0 là không giới hạn",
            s => s.Connections, (s, n) => s with { Connections = n }, 0, 1_000_000),
        new("proxies", SettingKind.List, "Địa chỉ IP của các máy chủ chuyển tiếp (reverse proxy) được tin khi báo địa chỉ và giao thức của người dùng",
            s => string.Join(';', s.Proxies), ReadProxies, "các địa chỉ IP, cách nhau bằng dấu ;"),
        Number("ocrSeconds", "Số giây bộ xử lý tối đa để đọc một trang giấy tờ; quá thì bỏ trang đó và báo lại",
            s => s.OcrSeconds, (s, n) => s with { OcrSeconds = n }, 5, 3600),
        Number("ocrMemoryMb", "Bộ nhớ tối đa của chương trình đọc giấy tờ, tính bằng MB",
            s => s.OcrMemoryMb, (s, n) => s with { OcrMemoryMb = n }, 512, 65_536),
        new("logLevel", SettingKind.Choice, "Mức nhẹ nhất được ghi nhật ký",
            s => Word(s.LogLevel), (s, v) => ReadEnum<LogLevel>(v) is { } level and not LogLevel.None ? s with { LogLevel = level } : null,
            "trace, debug, information, warning, error hoặc critical"),
        new("logExceptionText", SettingKind.YesNo, "Ghi cả nội dung của lỗi lạ vào nhật ký; nội dung có thể chứa dữ liệu người dân nhập, chỉ bật trên máy thử",
            s => s.LogExceptionText ? "yes" : "no", (s, v) => ReadYesNo(v) is { } on ? s with { LogExceptionText = on } : null, "yes hoặc no"),
        Text("signingKey", "Khóa ký số của hệ thống; để trống thì ký bằng khóa thử tạo trong thư mục dữ liệu, không có giá trị pháp lý",
            s => s.SigningKey ?? "", (s, v) => v.Length == 0 || SigningKeys.Understands(v) ? s with { SigningKey = Given(v) } : null, SigningKeys.Accepts),
        new("signingPin", SettingKind.Secret, "Mật khẩu tệp khóa, PIN của thiết bị ký, hoặc PIN:MÃ TRUY CẬP của dịch vụ ký từ xa",
            s => s.SigningPin ?? "", (s, v) => s with { SigningPin = Given(v) }, "chuỗi bất kỳ"),
        Text("trustRoots", "Thư mục chứa chứng thư gốc và trung gian được tin (.cer, .crt, .der, .pem) và danh sách chứng thư thu hồi (.crl)",
            s => s.TrustRoots ?? "", (s, v) => s with { TrustRoots = v.Length > 0 ? Path.GetFullPath(v) : null }, "đường dẫn thư mục"),
        Text("timeStampUrl", "Máy chủ dấu thời gian (RFC 3161); để trống thì chữ ký không có dấu thời gian", s => s.TimeStampUrl ?? "",
            (s, v) => v.Length == 0 || IsWeb(v) ? s with { TimeStampUrl = Given(v) } : null,
            "một địa chỉ http:// hoặc https://"),
        .. FileSettingKeys.All,
    ];

    /// <summary>The key of that name; null where there is none.</summary>
    public static SettingKey? Find(string name) => All.FirstOrDefault(k => k.Name == name);

    private static SettingKey Text(
        string name, string meaning, Func<MotCuaSettings, string> read, Func<MotCuaSettings, string, MotCuaSettings?> write, string accepts) =>
        new(name, SettingKind.Text, meaning, read, write, accepts);

    private static SettingKey Number(
        string name, string meaning, Func<MotCuaSettings, int> read, Func<MotCuaSettings, int, MotCuaSettings> write, int least, int most) =>
        new(name, SettingKind.Number, meaning, s => read(s).ToString(CultureInfo.InvariantCulture),
            (s, v) => int.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most ? write(s, n) : null,
            $"số nguyên từ {least} đến {most}");

    private static bool IsWeb(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https");

    private static string? Given(string value) => value.Length > 0 ? value : null;

    private static string Word<T>(T value) where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? ReadEnum<T>(string text) where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(v => string.Equals(v.ToString(), text, StringComparison.OrdinalIgnoreCase));

    private static bool? ReadYesNo(string text) => text.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" or "1" => true,
        "no" or "false" or "off" or "0" => false,
        _ => null,
    };

    private static MotCuaSettings? ReadDb(MotCuaSettings settings, string text)
    {
        if (text.Length == 0)
            return settings with { Db = null };
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 } ? settings with { Db = text } : null;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    private static MotCuaSettings? ReadUrls(MotCuaSettings settings, string text)
    {
        var urls = Split(text);
        return urls.All(IsAddress) ? settings with { Urls = urls.Count == 0 ? null : string.Join(';', urls) } : null;
    }

    // "http://*:8080" and "http://+:8080" are addresses to listen on, though no URIs.
    private static bool IsAddress(string url) =>
        Uri.TryCreate(url.Replace("//*", "//any").Replace("//+", "//any"), UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https";

    private static MotCuaSettings? ReadProxies(MotCuaSettings settings, string text)
    {
        var proxies = Split(text);
        return proxies.All(p => IPAddress.TryParse(p, out _)) ? settings with { Proxies = proxies } : null;
    }

    private static IReadOnlyList<string> Split(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
