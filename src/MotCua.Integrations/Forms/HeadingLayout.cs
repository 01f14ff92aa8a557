using System.Globalization;
using MotCua.App.Papers.Forms;

namespace MotCua.Integrations.Forms;

/// <summary>The heading: QR code at the top left, agency and number, Quốc hiệu, tiêu ngữ, place and date
/// (NĐ 30/2020/NĐ-CP, Phụ lục I, mục I and II; TT 01/2023/TT-VPCP for the QR code).</summary>
internal static class HeadingLayout
{
    private const string Nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private const string Motto = "Độc lập - Tự do - Hạnh phúc";
    private const float LargestSize = 12;

    // Words that belong together in a narrow heading.
    private static readonly string[] Together =
    [
        "ỦY BAN NHÂN DÂN", "TRUNG TÂM", "PHỤC VỤ", "HÀNH CHÍNH CÔNG", "HÀNH CHÍNH", "BỘ PHẬN", "TIẾP NHẬN", "TRẢ KẾT QUẢ", "MỘT CỬA",
        "VĂN PHÒNG", "HỘI ĐỒNG NHÂN DÂN", "CHI NHÁNH", "ĐẤT ĐAI", "ĐĂNG KÝ", "KHU VỰC", "BUÔN MA THUỘT", "ĐẮK LẮK",
    ];

    private const float Gap = 6;

    public static Box Build(HeadingBlock heading, FormContent content, TextSetter text, PageSetup page)
    {
        var qr = content.Qr is { } payload ? new QrDrawing(payload.Build()) : null;
        var start = qr is null ? 0 : qr.Side + QrDrawing.QuietZone * qr.Module + Gap / 2;
        var area = page.Body - start;
        var share = qr is null ? 0.57f : 0.63f;
        var size = text.Fit(Nation, FontStyle.Bold, LargestSize, area * share - Gap / 2);
        var right = text.One(Nation, FontStyle.Bold, size).Width;
        var left = area - right - Gap;
        var agency = Agency(heading, content, text, size, left);
        var nation = National(text, size, right);
        var second = Math.Max(agency.Height, nation.Height) + 3;
        var number = new Column(left).Add(Wrap(text, Fill(heading.Number, content), FontStyle.Regular, size, left));
        var date = new Column(right).Add(Wrap(text, Fill(heading.PlaceAndDate, content), FontStyle.Italic, size, right));
        var height = second + Math.Max(number.Height, date.Height);
        return new(Math.Max(height, qr is null ? 0 : qr.Side + QrDrawing.QuietZone * qr.Module), (pen, y, _) =>
        {
            if (qr is not null)
                pen.Fill(qr.Rectangles(0, y));
            agency.Draw(pen, start, y);
            number.Draw(pen, start, y + second);
            nation.Draw(pen, start + left + Gap, y);
            date.Draw(pen, start + left + Gap, y + second);
        })
        { KeepWithNext = true };
    }

    private static Column Agency(HeadingBlock heading, FormContent content, TextSetter text, float size, float width) =>
        new Column(width)
            .Add(Wrap(text, Upper(Fill(heading.Parent, content)), FontStyle.Regular, size, width))
            .Add(Wrap(text, Upper(Fill(heading.Unit, content)), FontStyle.Bold, size, width))
            .Rule(0.4f);

    private static Column National(TextSetter text, float size, float width) =>
        new Column(width)
            .Add([text.One(Nation, FontStyle.Bold, size)])
            .Add([text.One(Motto, FontStyle.Bold, text.Fit(Motto, FontStyle.Bold, size + 1, width))])
            .Rule(1);

    private static IReadOnlyList<Line> Wrap(TextSetter text, string words, FontStyle style, float size, float width) =>
        text.Balance([new(words, style)], size, width);

    private static string Fill(string words, FormContent content) => FormText.Fill(words, content.Values, WhenEmpty.Refuse)!;

    private static string Upper(string words) =>
        Together.Aggregate(words.ToUpper(CultureInfo.InvariantCulture), (text, glued) => text.Replace(glued, glued.Replace(' ', '\u00A0')));

    /// <summary>Centred lines, then perhaps a rule under them.</summary>
    private sealed class Column(float width)
    {
        private readonly List<(Line Line, float Top)> lines = [];
        private float? rule;

        public float Height { get; private set; }

        public Column Add(IReadOnlyList<Line> more)
        {
            foreach (var line in more)
            {
                lines.Add((line, Height));
                Height += line.Size * FormLayout.Leading;
            }
            return this;
        }

        /// <param name="share">Length of the rule as a share of the last line's width.</param>
        public Column Rule(float share)
        {
            rule = share * lines[^1].Line.Width;
            Height += 4;
            return this;
        }

        public void Draw(Pen pen, float x, float y)
        {
            foreach (var (line, top) in lines)
                pen.Text(line, x + (width - line.Width) / 2, y + top + line.Size * FormLayout.Ascent);
            if (rule is { } length)
                pen.Rule(x + (width - length) / 2, y + Height - 2, x + (width + length) / 2, y + Height - 2, 0.7f);
        }
    }
}
