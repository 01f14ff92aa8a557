using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using MotCua.Integrations.Signing.Keys;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Signing;

/// <summary>What is signed here, as other programs and the house's own check see it.</summary>
public sealed class PadesTests : IDisposable
{
    private readonly SigningRoom room = new();

    public static TheoryData<string> Kinds => ["printed", "classic", "streams", "hybrid", "turned", "form", "apart", "generated"];

    private byte[] Paper(string kind)
    {
        switch (kind)
        {
            case "printed":
                return SigningRoom.Printed;
            case "streams":
                return SmallPdf.Streams();
            case "hybrid":
                return SmallPdf.Hybrid();
            case "turned":
                return SmallPdf.Classic("/Rotate 90");
            case "form":
                return SmallPdf.Classic("/Annots [6 0 R]", "/AcroForm <</Fields [6 0 R]>>", "",
                    "<</Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [72 300 200 320] /P 3 0 R>>");
            case "apart":
                return SmallPdf.Classic("/Annots 7 0 R", "/AcroForm 8 0 R", "",
                    "<</Type /Annot /Subtype /Widget /FT /Tx /T (ChuKy1) /V (x) /Rect [72 300 200 320] /P 3 0 R>>", "[6 0 R]", "<</Fields 9 0 R>>", "[6 0 R]");
            case "generated":
                var to = Path.Combine(room.Folder, "generated.pdf");
                SigningRoom.Outside("qpdf", "--object-streams=generate", room.Save(SigningRoom.Printed), to);
                return File.ReadAllBytes(to);
            default:
                return SmallPdf.Classic();
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_signed_paper_is_valid_and_sound_for_everybody(string kind)
    {
        var paper = Paper(kind);
        var signed = await room.Sign(paper);
        Assert.Equal(paper, signed[..paper.Length]);
        var one = Assert.Single(room.Check(signed).Signatures);
        Assert.Equal((TestKey.SignerName, true, true, SignatureCover.WholeFile), (one.Name, one.Valid, one.Trusted, one.Cover));
        Assert.Equal(SigningRoom.Now, one.Time);
        Assert.True(room.Check(signed).AllValid);
        var outside = room.Pdfsig(signed);
        Assert.Contains("Signature is Valid", outside);
        Assert.Contains("Total document signed", outside);
        Assert.Contains("ETSI.CAdES.detached", outside);
        room.Sound(signed);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_second_signature_keeps_the_first_valid(string kind)
    {
        var signed = await room.Sign(await room.Sign(Paper(kind)), SignatureLook.Copy("SAO Y", "Ủy ban nhân dân phường Buôn Ma Thuột", SigningRoom.Now));
        var report = room.Check(signed);
        Assert.Equal([SignatureCover.ThenSignatures, SignatureCover.WholeFile], report.Signatures.Select(s => s.Cover));
        Assert.True(report.AllValid, string.Join('\n', report.Signatures.SelectMany(s => s.Remarks)));
        Assert.Equal(2, room.Valid(signed));
        room.Sound(signed);
    }

    [Theory]
    [InlineData("printed")]
    [InlineData("streams")]
    public async Task A_changed_byte_anywhere_in_the_signed_range_is_rejected(string kind)
    {
        var signed = await room.Sign(Paper(kind));
        var text = Encoding.Latin1.GetString(signed);
        var range = Regex.Match(text, @"/ByteRange \[0 (\d+) (\d+) (\d+)\]").Groups.Values.Skip(1)
            .Select(g => int.Parse(g.Value, CultureInfo.InvariantCulture)).ToArray();
        var covered = Enumerable.Range(0, range[0]).Concat(Enumerable.Range(range[1], range[2])).ToList();
        var step = Math.Max(1, covered.Count / 400);
        for (var i = 0; i < covered.Count; i += step)
        {
            var changed = signed.ToArray();
            changed[covered[i]] ^= 1;
            Assert.False(room.Check(changed).AllValid, $"byte {covered[i]}");
            if (i / step % 20 == 0)
                Assert.Equal(0, room.Valid(changed));
        }
    }

    [Theory]
    [InlineData("printed")]
    [InlineData("turned")]
    public async Task The_digitizer_and_the_time_stand_at_the_top_left_of_the_first_page(string kind)
    {
        var path = room.Save(await room.Sign(Paper(kind), SignatureLook.Digitizer("Nguyễn Thị Ngọc Ưởng", SigningRoom.Now)));
        var (boxes, _) = SigningRoom.Outside("pdftotext", "-bbox", "-l", "1", path, "-");
        var words = Regex.Matches(boxes, """<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<""").ToList();
        foreach (var wanted in new[] { "Người", "hóa:", "Ngọc", "Ưởng", "ký:", "24/11/2026;", "15:04:05", "+07:00" })
        {
            var word = Assert.Single(words, w => w.Groups[5].Value == wanted && double.Parse(w.Groups[2].Value, CultureInfo.InvariantCulture) < 45);
            Assert.InRange(double.Parse(word.Groups[3].Value, CultureInfo.InvariantCulture), 10, 300);
        }
        var (fonts, _) = SigningRoom.Outside("pdffonts", path);
        Assert.DoesNotMatch(kind == "printed" ? @"\n\S+.*\bno\s+yes\s+\w+\s+\d+\s+0" : "never", fonts);
    }

    [Fact]
    public async Task Many_papers_are_signed_in_one_session()
    {
        await using var session = await room.Key.Open(null, 20, TestContext.Current.CancellationToken);
        var signer = new Integrations.Signing.PadesSigner();
        for (var i = 0; i < 20; i++)
            Assert.True(room.Check(await signer.Sign(
                session, SigningRoom.Printed, SignatureLook.Digitizer("H'Ngát Byă", SigningRoom.Now.AddMinutes(i)),
                    TestContext.Current.CancellationToken)).AllValid);
    }

    [Fact]
    public async Task A_picture_and_a_hidden_signature_are_valid_too()
    {
        var png = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        var hidden = await room.Sign(SigningRoom.Printed, SignatureLook.Hidden(SigningRoom.Now));
        var both = await room.Sign(hidden, SignatureLook.Picture(png, new(1, 300, 600, 120, 60), SigningRoom.Now));
        Assert.True(room.Check(both).AllValid);
        Assert.Equal(2, room.Valid(both));
        room.Sound(both);
        await Assert.ThrowsAsync<SigningException>(() => room.Sign(hidden, SignatureLook.Picture([1, 2], new(1, 0, 0, 9, 9), SigningRoom.Now)));
        await Assert.ThrowsAsync<SigningException>(() => room.Sign(hidden, SignatureLook.Picture(png, new(7, 0, 0, 9, 9), SigningRoom.Now)));
    }

    [Fact]
    public async Task What_is_protected_locked_or_broken_is_refused_with_a_sentence()
    {
        var locked = SmallPdf.Classic("", "/Perms <</DocMDP 6 0 R>>", "", "<</Type /Sig /Reference [<</TransformParams <</P 1>>>>]>>");
        foreach (var (paper, says) in new[]
        {
            (SmallPdf.Classic(trailer: " /Encrypt <</Filter /Standard>>"), "mật khẩu"), (locked, "khóa"), (SmallPdf.Classic()[..^60], "hỏng"),
            ("không phải PDF"u8.ToArray(), "PDF"), ([], "PDF"),
        })
            Assert.Contains(says, (await Assert.ThrowsAsync<SigningException>(() => room.Sign(paper))).Message);
        room.Clock.Advance(TimeSpan.FromDays(20 * 365));
        Assert.Contains("hết hạn", (await Assert.ThrowsAsync<SigningException>(() => room.Sign(SmallPdf.Classic()))).Message);
    }

    [Fact]
    public async Task Scans_beside_the_project_are_signed_and_stay_sound()
    {
        var folder = Repository.Path("..", "shared", "data", "scans");
        if (!Directory.Exists(folder))
            Assert.Skip("no ../shared: the scans are not beside the project");
        foreach (var path in Directory.EnumerateFiles(folder, "*.pdf").Order(StringComparer.Ordinal).Take(8))
        {
            var signed = await room.Sign(await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
            Assert.True(room.Check(signed).AllValid, path);
            Assert.Equal(1, room.Valid(signed));
            room.Sound(signed);
        }
    }

    public void Dispose() => room.Dispose();
}
