using MotCua.Integrations.Files;
using MotCua.Integrations.Scanning;

namespace MotCua.Web.Configuration;

/// <summary>The keys about files: where they lie, how they are sealed, who looks for viruses.</summary>
internal static class FileSettingKeys
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<SettingKey> All { get; } =
    [
        new("fileKeys", SettingKind.Secret,
            "Khóa mã hóa kho tệp, khóa mới nhất đứng cuối; để trống thì dùng tệp keys/files.json trong thư mục dữ liệu. Mất khóa là mất tệp",
            s => s.FileKeys ?? "", (s, v) => v.Length == 0 || StoreKeys.Parse(v) is not null ? s with { FileKeys = Given(v) } : null,
            "một hoặc nhiều khóa 32 byte viết bằng Base64, cách nhau bằng dấu ;"),
        new("s3Url", SettingKind.Text, "Địa chỉ kho tệp tương thích S3; để trống thì tệp nằm trong thư mục dữ liệu", s => s.S3Url ?? "",
            (s, v) => v.Length == 0 || IsWeb(v) ? s with { S3Url = Given(v) } : null, "một địa chỉ http:// hoặc https://"),
        new("s3Bucket", SettingKind.Text, "Tên bucket của kho tệp S3, phải có sẵn", s => s.S3Bucket,
            (s, v) => v.Length is > 0 and <= 63 ? s with { S3Bucket = v } : null, "từ 1 đến 63 ký tự"),
        new("s3Region", SettingKind.Text, "Vùng của kho tệp S3, như chữ ký yêu cầu nêu", s => s.S3Region,
            (s, v) => v.Length is > 0 and <= 63 ? s with { S3Region = v } : null, "từ 1 đến 63 ký tự"),
        new("s3Key", SettingKind.Secret, "Khóa truy cập của kho tệp S3", s => s.S3Key ?? "", (s, v) => s with { S3Key = Given(v) }, "chuỗi bất kỳ"),
        new("s3Secret", SettingKind.Secret, "Khóa bí mật của kho tệp S3", s => s.S3Secret ?? "", (s, v) => s with { S3Secret = Given(v) }, "chuỗi bất kỳ"),
        new("clamd", SettingKind.Text, "Nơi chương trình quét vi-rút clamd lắng nghe; để trống thì tệp không được quét vi-rút và trang quản trị nói rõ",
            s => s.Clamd ?? "", (s, v) => v.Length == 0 || ClamdAddress.Understands(v) ? s with { Clamd = Given(v) } : null,
            "tcp://máy:cổng hoặc unix:/đường/dẫn"),
    ];

    private static string? Given(string value) => value.Length > 0 ? value : null;

    private static bool IsWeb(string value) => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
