using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using MotCua.App.Papers.Forms;
using MotCua.Integrations.Forms;
using MotCua.Testing;
using QRCoder;
using Xunit;

namespace MotCua.App.Tests.Forms;

/// <summary>The PDF as a file: fonts, text, QR code, sameness.</summary>
public sealed class PrintedFileTests
{
    private const double Millimetre = 72 / 25.4;
    private const string Letters =
        "Nguyễn Thị Ngọc Ưởng, H'Ngát Byă, Y Ƀlŭ Niê, Ŭ Ĭ Č Ŏ Ĕ ƀ ŭ ĭ č ŏ ĕ, Ê̆ ê̆ Ô̆ ô̆ Ơ̆ ơ̆ Ư̆ ư̆ ñ Ñ, "
        + "Đặng Thùy Trâm đ, Quyết định, office ffi fl, “Ẵ Ẳ Ặ Ệ Ỗ Ợ Ữ Ỹ”";

    [Fact]
    public void Fonts_are_embedded_and_only_what_the_paper_uses_of_them()
    {
        var pdf = PrintedFormTests.Print("receipt", Papers.Receipt(7));

        Assert.Equal(3, Regex.Count(pdf.Raw, "/Type /FontDescriptor"));
        Assert.Equal(3, Regex.Count(pdf.Raw, "/FontFile2 "));
        Assert.Equal(3, Regex.Count(pdf.Raw, "/ToUnicode "));
        Assert.DoesNotContain("/Type3", pdf.Raw);
        Assert.InRange(pdf.Bytes.Length, 10_000, 90_000);
    }

    [Fact]
    public void Poppler_finds_every_font_embedded_with_a_map_to_Unicode()
    {
        var lines = Run("pdffonts", PrintedFormTests.Print("receipt", Papers.Receipt())).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.Matches(@"CID TrueType\s+Identity-H\s+yes yes yes", line));
    }

    [Fact]
    public void Poppler_reads_the_very_text_that_was_written()
    {
        var text = Run("pdftotext", PrintedFormTests.Print("receipt", PrintedFormTests.With(Papers.Receipt(), FormKeys.ReturnAt, Letters)), "-");

        Assert.Contains(PrintedPdf.Squeeze("Đăng ký nhận kết quả tại: " + Letters), PrintedPdf.Squeeze(text));
        Assert.Contains("Số lượng hồ sơ: 01 (bộ)", text);
        Assert.DoesNotContain('\u00A0', text);
    }

    [Theory]
    [InlineData(Letters)]
    [InlineData("Điện ĐIỆN đ Đ")]
    [InlineData("Thủ Đức 1/2 № 5 – 75.000 đồng")]
    public void Every_letter_is_read_back_as_it_was_written(string words) =>
        Assert.Contains(
            PrintedPdf.Squeeze(words),
            PrintedFormTests.Print("receipt", PrintedFormTests.With(Papers.Receipt(), FormKeys.ReturnAt, words)).Text);

    [Theory]
    [InlineData("/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf")]
    [InlineData("/usr/share/fonts/truetype/noto/NotoSerif-Regular.ttf")]
    public void Another_serif_family_does_as_well(string font)
    {
        if (!File.Exists(font))
            Assert.Skip($"Máy này không có {font}.");
        var content = PrintedFormTests.With(Papers.Receipt(), FormKeys.ApplicantName, "Nguyễn Thị Ngọc Ưởng Đ đ Ƀ ŭ Ê̆ ơ̆");

        var pdf = new PrintedPdf(new SkiaFormPrinter([Path.GetDirectoryName(font)!]).Print(Papers.Template("receipt"), content));

        Assert.Contains(PrintedPdf.Squeeze(content.Values[FormKeys.ApplicantName]), pdf.Text);
        Assert.InRange(pdf.Bytes.Length, 10_000, 100_000);
    }

    [Fact]
    public void Letters_that_come_apart_into_marks_are_read_back_as_one() =>
        Assert.Contains("NguyễnƯởng", NamedText("Nguye\u0302\u0303n U\u031Bo\u031B\u0309ng"));

    [Theory]
    [InlineData("☐", "U+2610")]
    [InlineData("陳", "U+9673")]
    [InlineData("🙂", "U+1F642")]
    [InlineData("\uFFFD", "U+FFFD")]
    [InlineData("\uD83D", "U+FFFD")]
    [InlineData("\u0007", "U+0007")]
    public void A_character_that_the_font_lacks_stops_the_print_and_is_named(string character, string code)
    {
        var missing = Assert.Throws<MissingGlyphException>(() => NamedText("Trần " + character + " Bình"));

        Assert.Contains(code, missing.Message);
        Assert.DoesNotContain("Bình", missing.Message);
    }

    [Fact]
    public void Marks_without_a_drawing_are_no_characters() =>
        Assert.Contains("TrầnBình", NamedText("\uFEFFTrần\u200B\u00AD Bình"));

    [Fact]
    public void Without_a_font_the_sentence_says_what_to_install()
    {
        var folder = Path.Combine(Path.GetTempPath(), "motcua-no-fonts-here");

        var none = Assert.Throws<NoFontException>(() => new SkiaFormPrinter([folder]).Print(Papers.Template("refusal"), Papers.Refusal()));

        Assert.Contains("fonts-croscore", none.Message);
        Assert.Contains(folder, none.Message);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes_and_another_paper_another_id()
    {
        var printer = FontsHere.Printer();
        byte[] Once(int components) => printer.Print(Papers.Template("receipt"), Papers.Receipt(components));
        string Id(byte[] pdf) => Regex.Match(new PrintedPdf(pdf).Raw, "/ID \\[<([0-9A-F]{32})>").Groups[1].Value;
        var first = Once(2);

        for (var i = 0; i < 12; i++)
            Assert.Equal(first, Once(2));
        Assert.Equal(first, new SkiaFormPrinter().Print(Papers.Template("receipt"), Papers.Receipt(2)));
        Assert.NotEqual("", Id(first));
        Assert.NotEqual(Id(first), Id(Once(3)));
    }

    [Fact]
    public void Title_author_and_time_are_those_of_the_content()
    {
        var pdf = PrintedFormTests.Print("receipt", Papers.Receipt());

        Assert.Equal("Giấy tiếp nhận hồ sơ và hẹn trả kết quả H15.112-261113-0027", pdf.Title);
        Assert.Equal("Trung tâm Phục vụ hành chính công phường Buôn Ma Thuột", pdf.Author);
        Assert.StartsWith("D:20261113094005", pdf.Created);
    }

    [Fact]
    [Requirement("R-FORM-20")]
    [Requirement("R-REC-25")]
    public void The_QR_code_of_the_payload_is_drawn_at_the_top_left_with_its_quiet_zone()
    {
        var pdf = PrintedFormTests.Print("receipt", Papers.Receipt());
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Papers.Qr.Build(), QRCodeGenerator.ECCLevel.M, forceUtf8: true);
        var (left, top) = (12 * Millimetre, (210 - 9) * Millimetre);
        var rectangles = pdf.Filled[0].Where(r => r.Left < 40 * Millimetre && r.Bottom > 170 * Millimetre && r.Height < Millimetre && r.Height > 0.5).ToList();
        var module = rectangles.Max(r => r.Height);
        var side = code.ModuleMatrix.Count - 8;

        Assert.InRange(module, 0.36 * Millimetre - 0.01, 0.6 * Millimetre);
        for (var y = 0; y < side; y++)
            for (var x = 0; x < side; x++)
            {
                var (px, py) = (left + (x + 0.5) * module, top - (y + 0.5) * module);
                Assert.Equal(
                    code.ModuleMatrix[y + 4][x + 4], rectangles.Any(r => r.Left < px && px < r.Right && r.Bottom < py && py < r.Top));
            }
        Assert.DoesNotContain(pdf.Letters[0], l => l.At.Left < left + (side + 4) * module && l.At.Top > top - (side + 4) * module);
    }

    /// <summary>Text of a receipt for an applicant of the name.</summary>
    private static string NamedText(string name) =>
        PrintedFormTests.Print("receipt", PrintedFormTests.With(Papers.Receipt(), FormKeys.ApplicantName, name)).Text;

    private static string Run(string tool, PrintedPdf pdf, params string[] more)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, pdf.Bytes);
            var start = new ProcessStartInfo(tool, [file, .. more]) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
            using var process = Process.Start(start);
            var output = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Tool.Missing($"{tool} (gói poppler-utils)");
            return "";
        }
        finally
        {
            File.Delete(file);
        }
    }
}
