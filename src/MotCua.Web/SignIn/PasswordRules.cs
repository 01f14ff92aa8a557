using MotCua.Domain.Words;

namespace MotCua.Web.SignIn;

/// <summary>Which new passwords are taken: long, and not one that is tried first. No mixture of signs is asked for; it only makes people
/// write them down.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    private const int FewestSigns = 5;

    // What people put before and after their digits, without tones; the longer first, so that none leaves the rest of another.
    private static readonly string[] Common =
    [
        .. new[]
        {
            "password", "passwort", "matkhau", "dangnhap", "quantri", "quanly", "admin", "administrator", "root", "user", "login", "welcome", "letmein",
            "changeme", "default", "secret", "master", "test", "demo", "trinhdien", "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "qazwsx",
            "abcdefghijklmnopqrstuvwxyz", "abcdef", "abc", "iloveyou", "anhyeuem", "emyeuanh", "yeuem", "yeuanh", "giadinh", "hanhphuc", "maymanmoi",
            "vietnam", "hanoi", "saigon", "hochiminh", "daklak", "buonmathuot", "phuong", "tinh", "xa", "motcua", "hanhchinhcong", "dichvucong", "canbo",
            "congchuc", "ubnd", "uyban", "hoso", "thutuc", "football", "baseball", "monkey", "dragon", "sunshine", "princess", "superman", "starwars",
            "computer", "internet", "google", "facebook", "zalo", "samsung", "windows", "microsoft",
        }.OrderByDescending(w => w.Length),
    ];

    /// <summary>What is wrong with a new password, as one sentence that says what to do; null if nothing is.</summary>
    /// <param name="chosen">The new password.</param>
    /// <param name="present">The one it replaces.</param>
    /// <param name="userName">The name it belongs to.</param>
    public static string? Wrong(string chosen, string present, string userName)
    {
        var folded = VietnameseText.Fold(chosen);
        return chosen switch
        {
            { Length: < Shortest } => $"Mật khẩu mới cần ít nhất {Shortest} ký tự; một câu ngắn dễ nhớ là tốt nhất.",
            { Length: > Passwords.Longest } => $"Mật khẩu mới dài quá {Passwords.Longest} ký tự; hãy chọn câu ngắn hơn.",
            _ when chosen == present => "Mật khẩu mới trùng mật khẩu đang dùng; hãy chọn mật khẩu khác.",
            _ when Letters(folded).Contains(Letters(userName)) => "Mật khẩu mới chứa tên đăng nhập nên dễ đoán; hãy chọn câu không có tên đó.",
            _ when chosen.Distinct().Count() < FewestSigns => $"Mật khẩu mới chỉ có vài ký tự lặp lại; hãy dùng ít nhất {FewestSigns} ký tự khác nhau.",
            _ when IsCommon(folded) => "Mật khẩu mới thuộc loại hay bị đoán đầu tiên; hãy chọn một câu của riêng bạn.",
            _ => null,
        };
    }

    private static bool IsCommon(string folded) => Common.Aggregate(Letters(folded), (rest, word) => rest.Replace(word, "")).Length < 2;

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetter));
}
