namespace MotCua.App.Papers;

/// <summary>Whether it has pages, and not too many.</summary>
public sealed class PageCountCheck : IFileCheck
{
    /// <inheritdoc/>
    public FileFinding? Find(PaperLook look, string name, SharpnessRules rules) =>
        look.TooLarge ? null
        : look.Pages == 0 ? FileChecks.No("file.pages.none", $"Tệp “{name}” không có trang nào. Hãy quét hoặc lưu lại tệp rồi đính kèm lại.")
        : look.Pages > rules.MostPages
            ? FileChecks.No("file.pages.many", $"Tệp “{name}” có {look.Pages} trang, quá mức {rules.MostPages} trang mỗi tệp. Hãy tách thành nhiều tệp.")
            : null;
}
