namespace MotCua.Web.Pages.Reception;

/// <summary>How long ago something was, in words.</summary>
internal static class Ago
{
    /// <summary>"vừa xong", "12 phút trước", "3 giờ trước", "2 ngày trước".</summary>
    public static string Words(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "vừa xong",
        { TotalHours: < 1 } span => $"{(int)span.TotalMinutes} phút trước",
        { TotalDays: < 1 } span => $"{(int)span.TotalHours} giờ trước",
        var span => $"{(int)span.TotalDays} ngày trước",
    };
}
