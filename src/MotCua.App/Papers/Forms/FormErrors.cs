namespace MotCua.App.Papers.Forms;

/// <summary>A paper could not be printed. The message is one Vietnamese sentence that says what to do;
/// it names keys and characters, never what a person wrote, so that it may stand in the log.</summary>
public class FormException(string sentence, Exception? cause = null) : Exception(sentence, cause);

/// <summary>A template file cannot be used: the message names the file and the place in it.</summary>
public sealed class FormTemplateException(string sentence, Exception? cause = null) : FormException(sentence, cause);

/// <summary>The content does not fill the template: a value that must stand on the paper is missing.</summary>
/// <param name="key">The value key, table, list or role concerned.</param>
public sealed class FormContentException(string key, string sentence) : FormException(sentence)
{
    /// <summary>The value key, table, list or role concerned.</summary>
    public string Key { get; } = key;
}

/// <summary>The font has no drawing for a character of the content. Printing stops: a box on an official paper is a wrong name.</summary>
/// <param name="character">The character as text (one code point).</param>
public sealed class MissingGlyphException(string character) : FormException(
    $"Không in được ký tự “{Shown(character)}” ({Code(character)}) vì phông chữ không có ký tự này; "
    + "hãy sửa nội dung hoặc cài phông chữ có đủ ký tự.")
{
    /// <summary>The character that the font lacks.</summary>
    public string Character { get; } = character;

    private static string Code(string text) =>
        char.IsHighSurrogate(text[0]) && text.Length > 1 ? $"U+{char.ConvertToUtf32(text[0], text[1]):X4}" : $"U+{(int)text[0]:X4}";

    private static string Shown(string text) => char.IsControl(text[0]) || text[0] == '\uFFFD' ? "?" : text;
}

/// <summary>No serif font with all Vietnamese letters was found.</summary>
/// <param name="folders">Where it was looked for.</param>
public sealed class NoFontException(IEnumerable<string> folders) : FormException(
    "Không tìm thấy phông chữ có chân đủ chữ tiếng Việt để in giấy; hãy cài phông Tinos (gói fonts-croscore), "
    + $"Noto Serif hoặc DejaVu Serif, hoặc chép các tệp .ttf vào một trong các thư mục: {string.Join(", ", folders)}.");
