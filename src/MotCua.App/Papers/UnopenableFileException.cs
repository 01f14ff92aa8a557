namespace MotCua.App.Papers;

/// <summary>A stored file that is there and cannot be given out: it was changed, or the key that sealed it is gone.</summary>
/// <param name="sentence">What is wrong and what to do, in Vietnamese; it names no paper and no person.</param>
/// <param name="keyMissing">The file may be whole, but nobody here has its key.</param>
public sealed class UnopenableFileException(string sentence, bool keyMissing = false, Exception? inner = null) : IOException(sentence, inner)
{
    /// <summary>Whether only the key is missing.</summary>
    public bool KeyMissing => keyMissing;

    /// <summary>The bytes are not those that were stored.</summary>
    public static UnopenableFileException Changed(Exception? inner = null) =>
        new("Tệp trong kho đã bị sửa hoặc hỏng nên không mở; hãy khôi phục tệp từ bản sao lưu.", inner: inner);

    /// <summary>The key ring does not hold the key.</summary>
    public static UnopenableFileException WithoutKey(string id) =>
        new($"Không có khóa {id} để mở tệp trong kho; hãy khôi phục thư mục keys hoặc thiết lập fileKeys.", keyMissing: true);
}
