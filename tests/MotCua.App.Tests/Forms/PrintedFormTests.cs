using MotCua.App.Papers.Forms;
using MotCua.Integrations.Forms;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Forms;

public sealed class PrintedFormTests
{
    private const double Millimetre = 72 / 25.4;

    public static TheoryData<string> Types => ["receipt", "supplement", "refusal", "control-slip"];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_form_prints_its_fields_on_A5_with_all_tones_readable(string type)
    {
        var content = Content(type);
        var pdf = Print(type, content);

        Assert.All(pdf.Sizes, s => Assert.Equal((148, 210), (Math.Round(s.Width / Millimetre), Math.Round(s.Height / Millimetre))));
        Assert.Contains(PrintedPdf.Squeeze("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), pdf.Text);
        Assert.Contains(PrintedPdf.Squeeze("Độc lập - Tự do - Hạnh phúc"), pdf.Text);
        Assert.Contains(PrintedPdf.Squeeze("ỦY BAN NHÂN DÂN PHƯỜNG BUÔN MA THUỘT"), pdf.Text);
        Assert.All(KeysOf(type), key => Assert.Contains(PrintedPdf.Squeeze(content.Values[key]), pdf.Text));
        Assert.All(content.Lists.Values.SelectMany(l => l), item => Assert.Contains(PrintedPdf.Squeeze(item), pdf.Text));
        Assert.All(content.Signatures.Values, s => Assert.Contains(PrintedPdf.Squeeze(s.Name!), pdf.Text));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(7, 2)]
    [InlineData(12, 2)]
    public void A_receipt_takes_a_second_page_when_its_components_do_not_fit(int components, int pages)
    {
        // Short texts, so that two components fit on one page in the widest of the fonts too.
        var content = With(With(Papers.Receipt(components), FormKeys.ApplicantAddress, "Buôn Akŏ Dhông"), FormKeys.ReturnAt, "Bưu chính");
        content = With(content, FormKeys.Request, "Đính chính Giấy chứng nhận");
        var pdf = Print("receipt", content);

        Assert.Equal(pages, pdf.Texts.Count);
        Assert.All(
            content.Tables[FormKeys.Components],
            row => Assert.Contains(PrintedPdf.Squeeze(row[FormKeys.PaperName]), pdf.Text));
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_page_carries_the_code_its_number_and_the_caution(string type)
    {
        var pdf = Print(type, Content(type, 14));

        for (var i = 0; i < pdf.Texts.Count; i++)
        {
            Assert.Contains("H15.112-261113-0027", pdf.Texts[i]);
            Assert.Contains($"Trang{i + 1}/{pdf.Texts.Count}", pdf.Texts[i]);
            Assert.Contains(PrintedPdf.Squeeze("bố cục chưa xác minh với phụ lục gốc"), pdf.Texts[i]);
        }
    }

    [Fact]
    public void The_signatures_never_stand_alone_on_a_page()
    {
        for (var components = 1; components <= 16; components++)
        {
            var pdf = Print("receipt", Papers.Receipt(components));
            var page = pdf.Texts.Single(t => t.Contains("NGƯỜINỘPHỒSƠ"));

            Assert.Contains(PrintedPdf.Squeeze("Vào Sổ theo dõi hồ sơ, Quyển số: 03/2026"), page);
            Assert.Contains(PrintedPdf.Squeeze("Giấy này lập thành 02 liên"), page);
        }
    }

    [Fact]
    public void A_row_taller_than_a_page_goes_on_under_a_repeated_head()
    {
        var long_ = string.Join(' ', Enumerable.Range(1, 700).Select(i => $"tờ{i}"));
        var content = Papers.Receipt();
        content = content with
        {
            Tables = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>>
            {
                [FormKeys.Components] = [new Dictionary<string, string> { [FormKeys.PaperName] = long_ }],
            },
        };
        var pdf = Print("receipt", content);

        Assert.True(pdf.Texts.Count > 2);
        Assert.Contains(PrintedPdf.Squeeze("STT Tên giấy tờ"), pdf.Texts[1]);
        Assert.All(Enumerable.Range(1, 700), i => Assert.Contains($"tờ{i}", pdf.Text));
    }

    [Fact]
    public void A_name_longer_than_the_line_is_cut_and_none_of_it_is_lost()
    {
        var name = string.Concat(Enumerable.Repeat("Hoàng", 60));
        var pdf = Print("receipt", With(Papers.Receipt(), FormKeys.ApplicantName, name));

        Assert.Contains(name, pdf.Text);
        Assert.All(pdf.Letters.SelectMany(p => p), l => Assert.InRange(l.At.Right, 0, 138.5 * Millimetre));
    }

    [Fact]
    [Requirement("R-FORM-25")]
    public void Fields_that_are_empty_are_left_out_dotted_or_refused_as_the_template_says()
    {
        var content = Papers.Receipt();
        content = content with
        {
            Values = content.Values.Where(v => v.Key is not (FormKeys.BookVolume or FormKeys.ApplicantEmail)).ToDictionary(),
        };
        var text = Print("receipt", content).Text;

        Assert.DoesNotContain("VàoSổ", text);
        Assert.DoesNotContain(PrintedPdf.Squeeze("Người ủy quyền"), text);
        Assert.Contains("Email:……", text);
        var refused = Assert.Throws<FormContentException>(() => Print("receipt", With(content, FormKeys.ApplicantName, "")));
        Assert.Equal(FormKeys.ApplicantName, refused.Key);
        Assert.Equal(FormKeys.Components, Assert.Throws<FormContentException>(() => Print("receipt", Papers.Receipt(0))).Key);
    }

    [Fact]
    [Requirement("R-REC-28")]
    public void The_principal_stands_on_the_receipt_where_one_authorised_the_submitter()
    {
        var content = With(Papers.Receipt(), FormKeys.PrincipalName, "Y Ƀlŭ Niê Kdăm");
        content = With(content, FormKeys.PrincipalIdentifier, "066081004412");
        content = With(content, FormKeys.AuthorisationPaper, "Văn bản ủy quyền số 212/2026 ngày 02/11/2026");
        var text = Print("receipt", content).Text;

        Assert.Contains(PrintedPdf.Squeeze("Người ủy quyền: Y Ƀlŭ Niê Kdăm"), text);
        Assert.Contains("066081004412", text);
        Assert.Contains(PrintedPdf.Squeeze("Giấy tờ ủy quyền: Văn bản ủy quyền số 212/2026"), text);
    }

    [Fact]
    [Requirement("R-FORM-22")]
    public void An_electronic_form_names_the_digital_signature_in_place_of_the_hand()
    {
        var text = Print("receipt", Papers.Receipt()).Text;

        Assert.Contains(PrintedPdf.Squeeze("Chữ ký số của người tiếp nhận hồ sơ"), text);
        Assert.Contains(PrintedPdf.Squeeze("(Ký và ghi rõ họ tên)"), text);
    }

    [Fact]
    [Requirement("R-FORM-16")]
    public void A_sample_is_marked_at_the_top_right_of_each_page()
    {
        var pdf = Print("receipt", Papers.Receipt(12) with { Sample = true });

        Assert.All(pdf.Letters, letters =>
        {
            var at = Enumerable.Range(0, letters.Count - 2).First(i => letters[i].Value + letters[i + 1].Value + letters[i + 2].Value == "MẪU");
            Assert.InRange(letters[at].At.Left, 110 * Millimetre, 148 * Millimetre);
            Assert.InRange(letters[at].At.Bottom, 198 * Millimetre, 210 * Millimetre);
        });
        Assert.DoesNotContain("MẪU", Print("receipt", Papers.Receipt()).Text);
    }

    [Fact]
    public void Parallel_prints_do_not_disturb_one_another()
    {
        var printer = FontsHere.Printer();
        var alone = Enumerable.Range(1, 8).Select(n => printer.Print(Papers.Template("receipt"), Papers.Receipt(n))).ToList();
        var together = new byte[alone.Count][];
        Parallel.For(0, alone.Count, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i =>
            together[i] = new SkiaFormPrinter().Print(Papers.Template("receipt"), Papers.Receipt(i + 1)));

        Assert.Equal(alone, together);
    }

    internal static PrintedPdf Print(string type, FormContent content) => new(FontsHere.Printer().Print(Papers.Template(type), content));

    internal static FormContent With(FormContent content, string key, string value) =>
        content with { Values = new Dictionary<string, string>(content.Values) { [key] = value } };

    private static FormContent Content(string type, int rows = 2) => Papers.Of(type, rows);

    private static IEnumerable<string> KeysOf(string type)
    {
        foreach (var block in Papers.Template(type).Blocks)
            foreach (var text in block switch
            {
                FieldsBlock f => f.Fields.Select(x => x.Value),
                HeadingBlock h => [h.Number, h.PlaceAndDate],
                NoteBlock n => [n.Text],
                _ => [],
            })
                foreach (var key in FormText.Keys(text).Where(Papers.Receipt().Values.ContainsKey))
                    yield return key;
    }
}
