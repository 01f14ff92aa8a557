using System.Globalization;
using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>What stands around the text of each page: the foot with code, page number and form; the name at the head of
/// the pages after the first; "MẪU" on a sample (TT 01/2018/TT-VPCP Đ5.2: bold capitals, size 16, top right).</summary>
internal sealed class FormFrame(FormTemplate template, FormContent content, TextSetter text, PageSetup page)
{
    private const float Small = 8.5f;
    private const float SmallestSource = 6.5f;
    private const float Space = 5;
    private readonly Line code = text.One(content.Code, FontStyle.Bold, Small);
    private readonly IReadOnlyList<Line> source = text.Break(
        [new(template.Source, FontStyle.Italic)],
        Math.Max(SmallestSource, text.Fit(template.Source, FontStyle.Italic, Small - 0.5f, page.Body)), page.Body);

    private readonly IReadOnlyList<Line> continued =
        text.Break([new(template.Title + " ", FontStyle.Italic), new("(tiếp theo)", FontStyle.Italic)], Small + 1, page.Body);
    private readonly Line? sample = content.Sample ? text.One("MẪU", FontStyle.Bold, 16) : null;
    private IReadOnlyList<Line> numbers = [];

    /// <summary>Height of the foot with the space above it.</summary>
    public float FootHeight => Space + 3 + Small * FormLayout.Leading + source.Sum(l => l.Size * FormLayout.Leading);

    /// <summary>What the name at the head of a continued page takes from its body.</summary>
    public float ContinuationHeight => continued.Sum(l => l.Size * FormLayout.Leading) + 8;

    /// <summary>Sets the page numbers once it is known how many there are.</summary>
    public void Set(int pages) =>
        numbers = [.. Enumerable.Range(1, pages).Select(n =>
            text.One(string.Create(CultureInfo.InvariantCulture, $"Trang {n}/{pages}"), FontStyle.Regular, Small))];

    public void Draw(Pen pen, int number)
    {
        var y = page.Height - page.Bottom - FootHeight + Space;
        pen.Rule(0, y, page.Body, y, 0.4f);
        pen.Text(code, 0, y + 3 + Small * FormLayout.Ascent);
        pen.Text(numbers[number - 1], page.Body - numbers[number - 1].Width, y + 3 + Small * FormLayout.Ascent);
        y += 3 + Small * FormLayout.Leading;
        foreach (var line in source)
        {
            pen.Text(line, 0, y + line.Size * FormLayout.Ascent);
            y += line.Size * FormLayout.Leading;
        }
        if (sample is not null)
            pen.Text(sample, page.Body - sample.Width, page.Top - 8);
        if (number > 1)
            Continuation(pen);
    }

    private void Continuation(Pen pen)
    {
        var y = page.Top;
        foreach (var line in continued)
        {
            pen.Text(line, (page.Body - line.Width) / 2, y + line.Size * FormLayout.Ascent);
            y += line.Size * FormLayout.Leading;
        }
    }
}
