using MotCua.Domain.Words;

namespace MotCua.Web.SignIn;

/// <summary>Which new passwords are taken: long, and not made of what is tried first. No mixture of signs is asked for; it only makes people
/// write them down.</summary>
public sealed class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    private const int FewestSigns = 5;
    private const int ShortestName = 3;
    private const string Product = "motcua";

    // What stands for a letter in passwords that only look mixed.
    private const string Disguised = "4@310!$57";
    private const string Plain = "aaeioisst";
    private static readonly char[] Digits = [.. "0123456789"];

    private readonly IReadOnlyList<string> common;

    private PasswordRules(IEnumerable<string> leaked) =>
        // The longer first, so that none leaves the rest of another.
        common = [.. leaked.SelectMany(w => new[] { Letters(w), Letters(Undisguise(w)) }).Where(w => w.Length > 1).Distinct().OrderByDescending(w => w.Length)];

    /// <summary>Reads the list of passwords that are known and tried first: one a line, folded; lines with # are remarks.</summary>
    /// <exception cref="IOException">The list is not there.</exception>
    public static PasswordRules Load(string file) =>
        new(File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith('#')));

    /// <summary>What is wrong with a new password, as one sentence that says what to do; null if nothing is.</summary>
    /// <param name="chosen">The new password.</param>
    /// <param name="present">The one it replaces.</param>
    /// <param name="userName">The name it belongs to.</param>
    public string? Wrong(string chosen, string present, string userName)
    {
        var folded = VietnameseText.Fold(chosen);
        return chosen switch
        {
            { Length: < Shortest } => $"Mật khẩu mới cần ít nhất {Shortest} ký tự; một câu ngắn dễ nhớ là tốt nhất.",
            { Length: > Passwords.Longest } => $"Mật khẩu mới dài quá {Passwords.Longest} ký tự; hãy chọn câu ngắn hơn.",
            _ when VietnameseText.Nfc(chosen) == VietnameseText.Nfc(present) => "Mật khẩu mới trùng mật khẩu đang dùng; hãy chọn mật khẩu khác.",
            _ when Letters(userName) is { Length: >= ShortestName } name && Letters(folded).Contains(name) =>
                "Mật khẩu mới chứa tên đăng nhập nên dễ đoán; hãy chọn câu không có tên đó.",
            _ when chosen.Distinct().Count() < FewestSigns => $"Mật khẩu mới chỉ có vài ký tự lặp lại; hãy dùng ít nhất {FewestSigns} ký tự khác nhau.",
            _ when IsCommon(Letters(folded)) || IsCommon(Letters(Undisguise(folded))) =>
                "Mật khẩu mới thuộc loại hay bị đoán đầu tiên; hãy chọn một câu của riêng bạn.",
            _ when Letters(folded).Contains(Product) => "Mật khẩu mới chứa tên hệ thống nên dễ đoán; hãy chọn câu không có chữ đó.",
            _ => null,
        };
    }

    /// <summary>How strong a password is that has been taken, as one sentence.</summary>
    public static string Strength(string chosen) => (chosen.Length, chosen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length) switch
    {
        ( >= 20, _) or ( >= 16, >= 4) => "Mật khẩu mới mạnh.",
        ( >= 16, _) or (_, >= 4) => "Mật khẩu mới khá; thêm một từ nữa thì khó đoán hơn nhiều.",
        _ => "Mật khẩu mới vừa đủ dài; lần sau nên chọn một câu bốn, năm từ.",
    };

    private bool IsCommon(string letters) => common.Aggregate(letters, (rest, word) => rest.Replace(word, "")).Length < 2;

    // Digits and signs around the word are put there to satisfy a rule; inside it they stand for letters.
    private static string Undisguise(string folded)
    {
        var to = folded.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1;
        return string.Concat(folded[..to].TrimStart(Digits).Select(c => Disguised.IndexOf(c) is >= 0 and var at ? Plain[at] : c));
    }

    private static string Letters(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsAsciiLetter));
}
