using MotCua.Integrations.Signing.Pdf;

namespace MotCua.Integrations.Signing;

/// <summary>The bytes that a signature covers: from the start of the file to the signature, and from behind it to an end.</summary>
/// <param name="From">Where the signature's own bytes begin, their bracket with them.</param>
/// <param name="To">Behind them.</param>
/// <param name="End">Behind the last byte covered.</param>
internal sealed record SignatureRange(int From, int To, int End)
{
    private const string Odd = "Vùng byte mà chữ ký khai là đã ký không khớp với chỗ đặt chữ ký; không thể tin chữ ký này.";

    /// <summary>Reads the range of a signature, which must leave out the signature and nothing else. Whoever may choose the gap may hide other
    /// content in it, and whoever names a key twice shows another content to another reader.</summary>
    /// <returns>The range, or a Vietnamese sentence on what is wrong with it.</returns>
    public static (SignatureRange? Range, string? Problem) Read(PdfDictionary signature, int length)
    {
        if (signature.Repeats)
            return (null, "Chữ ký ghi một mục hai lần (dấu hiệu giả mạo); không thể tin chữ ký này.");
        if (signature["Contents"] is not PdfString { Bytes.Length: > 0 } contents)
            return (null, "Trong tệp có chỗ ký nhưng không có nội dung chữ ký; không thể tin chữ ký này.");
        if (signature["ByteRange"] is not PdfArray array)
            return (null, "Chữ ký không nói nó phủ phần nào của tệp; không thể tin chữ ký này.");
        var numbers = array.Items.Select(i => i is PdfNumber { Text: null } n ? (long)n.Value : -1).ToArray();
        if (numbers is not [0, > 0, > 0, > 0] || !contents.Hex)
            return (null, Odd);
        if (numbers[1] != contents.Start || numbers[2] != contents.End || numbers[2] + numbers[3] > length)
            return (null, Odd);
        return (new(contents.Start, contents.End, (int)(numbers[2] + numbers[3])), null);
    }

    /// <summary>The covered bytes.</summary>
    public byte[] Bytes(byte[] pdf) => [.. pdf.AsSpan(0, From), .. pdf.AsSpan(To, End - To)];
}
