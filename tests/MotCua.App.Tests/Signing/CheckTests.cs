using System.Security.Cryptography.X509Certificates;
using System.Text;
using MotCua.App.Papers.Signing;
using MotCua.Domain.Papers;
using Xunit;

namespace MotCua.App.Tests.Signing;

/// <summary>What is said of signatures that come from outside: honest ones, old ones, forged ones.</summary>
public sealed class CheckTests : IDisposable
{
    private static readonly DateTimeOffset Now = SigningRoom.Now;

    private readonly SigningRoom room = new();
    private readonly X509Certificate2 root = ForeignSigner.Root("CA của cơ quan", Now.AddYears(-5), Now.AddYears(5));

    private X509Certificate2 Officer(int from = -365, int to = 365) => ForeignSigner.Issued(root, "Y Bhiăt Niê", Now.AddDays(from), Now.AddDays(to));

    private void TrustRoot() => File.WriteAllBytes(Path.Combine(room.Trust, "root.cer"), root.RawData);

    private FileSignature Only(byte[] pdf) => Assert.Single(room.Check(pdf).Signatures);

    private static byte[] Replace(byte[] pdf, string old, string by)
    {
        Assert.Equal(old.Length, by.Length);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.Contains(old, text);
        return Encoding.Latin1.GetBytes(text.Replace(old, by, StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_without_a_signature_has_no_signer_and_is_not_valid()
    {
        var report = room.Check(SmallPdf.Classic());
        Assert.Empty(report.Signatures);
        Assert.Null(report.Refusal);
        Assert.False(report.AllValid);
    }

    [Fact]
    public void A_signature_of_other_software_is_valid_and_trusted_by_its_root_alone()
    {
        using var officer = Officer();
        var signed = ForeignSigner.Sign(officer, Now.AddDays(-3));
        var stranger = Only(signed);
        Assert.Equal(("Y Bhiăt Niê", "CA của cơ quan", true, false), (stranger.Name, stranger.Issuer, stranger.Valid, stranger.Trusted));
        Assert.Equal((SignatureTrust.UnknownRoot, Now.AddDays(-3), false), (stranger.Trust, stranger.Time, stranger.TimeProved));
        TrustRoot();
        var known = Only(signed);
        Assert.True(known.Trusted);
        Assert.False(known.RevocationChecked);
        Assert.Contains(known.Remarks, r => r.StartsWith("Chưa kiểm tra thu hồi", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-365, -1, -3, SignatureTrust.OutOfTime)] // expired since, and nothing proves that it was signed before
    [InlineData(-365, 365, -400, SignatureTrust.OutOfTime)] // signed before it began
    [InlineData(-365, 365, 20, SignatureTrust.OutOfTime)] // signed tomorrow
    [InlineData(-365, 365, -1, SignatureTrust.Trusted)]
    public void A_certificate_must_have_been_valid_when_it_signed(int from, int to, int signed, SignatureTrust trust)
    {
        TrustRoot();
        using var officer = Officer(from, to);
        var one = Only(ForeignSigner.Sign(officer, Now.AddDays(signed)));
        Assert.Equal((true, trust), (one.Valid, one.Trust));
    }

    [Fact]
    public void A_revoked_certificate_is_told_and_another_one_is_known_to_stand()
    {
        TrustRoot();
        using var officer = Officer();
        using var other = Officer();
        File.WriteAllBytes(Path.Combine(room.Trust, "list.crl"), ForeignSigner.Revoke(root, officer, Now.AddDays(-9), Now.AddDays(9)));
        Assert.Equal(SignatureTrust.Revoked, Only(ForeignSigner.Sign(officer, Now.AddDays(-3))).Trust);
        var standing = Only(ForeignSigner.Sign(other, Now.AddDays(-3)));
        Assert.True(standing is { Trusted: true, RevocationChecked: true });
        using var impostor = ForeignSigner.Root("CA của cơ quan", Now.AddYears(-5), Now.AddYears(5));
        File.WriteAllBytes(Path.Combine(room.Trust, "list.crl"), ForeignSigner.Revoke(impostor, other, Now.AddDays(-9), Now.AddDays(9)));
        Assert.True(Only(ForeignSigner.Sign(other, Now.AddDays(-3))) is { Trusted: true, RevocationChecked: false });
    }

    [Fact]
    public void Weak_algorithms_are_told()
    {
        using var officer = Officer();
        var old = Only(ForeignSigner.Sign(officer, Now, digest: "1.3.14.3.2.26"));
        Assert.False(old.Valid);
        Assert.Contains(old.Remarks, r => r.Contains("SHA-1", StringComparison.Ordinal));
        using var small = ForeignSigner.Root("Khóa ngắn", Now.AddDays(-9), Now.AddDays(9), bits: 1024);
        File.WriteAllBytes(Path.Combine(room.Trust, "small.cer"), small.RawData);
        Assert.Equal(SignatureTrust.Unfit, Only(ForeignSigner.Sign(small, Now)).Trust);
        Assert.False(Only(ForeignSigner.Sign(officer, Now, form: "adbe.x509.rsa_sha1")).Valid);
    }

    [Fact]
    public void A_signature_that_brings_its_own_content_is_not_valid()
    {
        using var officer = Officer();
        Assert.False(Only(ForeignSigner.Sign(officer, Now, detached: false)).Valid);
    }

    // Universal signature forgery: something of the signature is missing or nonsense, and a careless reader takes it for valid.
    [Theory]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange null")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange []")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 0 0 0]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 -1 ########## $$$$$$$$$$]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$ 0 0]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [9 @@@@@@@@@@ ########## $$$$$$$$$$]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 @@@@@@@@@@ ########## 9999999999]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$] /ByteRange [0 1 2 3]")]
    [InlineData("/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$]", "/ByteRange [0 @@@@@@@@@@ ########## $$$$$$$$$$] /Contents ()")]
    [InlineData("/Contents <0000", "/Contents null /Other <0000")]
    [InlineData("/Contents <0000", "/Contents (x) /Other <0000")]
    [InlineData("/Contents <0000", "/Contents < 0000")]
    public void A_signature_without_its_parts_is_not_valid(string part, string by)
    {
        TrustRoot();
        using var officer = Officer();
        var forged = room.Check(ForeignSigner.Sign(officer, Now, alter: e => e.Replace(part, by, StringComparison.Ordinal)));
        Assert.False(forged.AllValid);
        Assert.False(Assert.Single(forged.Signatures).Valid);
    }

    // Signature wrapping: the second half of the signed bytes is moved, and other content stands in the gap.
    [Fact]
    public async Task A_gap_wider_than_the_signature_is_not_valid()
    {
        var signed = await room.Sign(SmallPdf.Classic());
        var text = Encoding.Latin1.GetString(signed);
        var end = text.IndexOf('>', text.IndexOf("/Contents <", StringComparison.Ordinal)) + 1;
        const string wrapped = "\n3 0 obj <</Type /Page /Parent 2 0 R>> endobj\n";
        var from = text.IndexOf("/ByteRange [0 ", StringComparison.Ordinal) + "/ByteRange [0 0000000000 ".Length;
        var moved = text[..from] + (end + wrapped.Length).ToString("D10", System.Globalization.CultureInfo.InvariantCulture) + text[(
            from + 10)..end] + wrapped + text[end..];
        Assert.False(room.Check(Encoding.Latin1.GetBytes(moved)).AllValid);
    }

    [Fact]
    public async Task Bytes_in_the_room_behind_the_signature_are_not_taken()
    {
        var signed = await room.Sign(SmallPdf.Classic());
        Assert.False(room.Check(Replace(signed, "0000000000>>>", "00000000ff>>>")).AllValid);
    }

    public static TheoryData<string, SignatureCover> Changes => new()
    {
        { "content", SignatureCover.ThenContent },
        { "page", SignatureCover.ThenContent },
        { "annotation", SignatureCover.ThenContent },
        { "catalog", SignatureCover.ThenContent },
        { "appearance", SignatureCover.ThenContent },
        { "dangling", SignatureCover.ThenContent },
        { "no section", SignatureCover.ThenContent },
        { "tail", SignatureCover.ThenContent },
        { "line", SignatureCover.ThenContent },
        { "other chain", SignatureCover.ThenContent },
        { "field", SignatureCover.ThenForm },
    };

    // Incremental saving attacks, and what honest software does.
    [Theory, MemberData(nameof(Changes))]
    public async Task What_came_after_a_signature_is_told(string kind, SignatureCover cover)
    {
        var paper = SmallPdf.Classic("/Annots [6 0 R] /B [50 0 R]", "/AcroForm <</Fields [6 0 R]>>", "",
            "<</Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (x) /Rect [72 300 200 320] /P 3 0 R>>");
        var signed = await room.Sign(paper);
        var page = SmallPdf.Value(signed, 3);
        var field = int.Parse(page[(page.IndexOf("[6 0 R ", StringComparison.Ordinal) + 7)..].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        var changed = kind switch
        {
            "content" => SmallPdf.Append(signed, (4, "<</Length 1>>\nstream\nn\nendstream")),
            "page" => SmallPdf.Append(signed, (3, page[..^2] + "/Rotate 180>>")),
            "annotation" => SmallPdf.Append(signed, (3, page.Replace("[6 0 R", "[50 0 R 6 0 R", StringComparison.Ordinal)), (50,
                "<</Type /Annot /Subtype /FreeText>>")),
            "catalog" => SmallPdf.Append(signed, (1, SmallPdf.Value(signed, 1)[..^2] + "/OpenAction 50 0 R>>"), (50, "<</S /JavaScript>>")),
            "appearance" => SmallPdf.Append(signed, (field, SmallPdf.Value(signed, field).Replace("/AP", "/AA", StringComparison.Ordinal))),
            "dangling" => SmallPdf.Append(signed, (50, "<</Type /Annot /Subtype /FreeText>>")),
            "no section" => [.. signed, .. "4 0 obj\n<</Length 1>>\nstream\nn\nendstream\nendobj\n"u8],
            "tail" => [.. signed, .. "%%EOF"u8],
            "line" => [.. signed, (byte)'\n'],
            "other chain" => Encoding.Latin1.GetBytes(
                Encoding.Latin1.GetString(SmallPdf.Append(signed, (4, SmallPdf.Value(signed, 4)))).Replace(
                    $"/Prev {SmallPdf.LastStart(Encoding.Latin1.GetString(signed))}", $"/Prev {SmallPdf.LastStart(Encoding.Latin1.GetString(paper))}",
                        StringComparison.Ordinal)),
            _ => SmallPdf.Append(signed, (6, SmallPdf.Value(signed, 6).Replace("(x)", "(y)", StringComparison.Ordinal))),
        };
        var report = room.Check(changed);
        Assert.False(report.AllValid);
        if (report.Refusal is null && report.Signatures.Count > 0)
            Assert.Equal((cover, true), (Only(changed).Cover, Only(changed).Intact));
        else
            Assert.Contains(kind, new[] { "no section", "other chain" });
    }

    [Fact]
    public async Task What_proves_a_signature_later_leaves_it_valid()
    {
        var signed = await room.Sign(SmallPdf.Classic());
        var proved = SmallPdf.Append(
            signed, (1, SmallPdf.Value(signed, 1)[..^2] + "/DSS 60 0 R>>"), (60, "<</CRLs [61 0 R]>>"), (61, "<</Length 1>>\nstream\nn\nendstream"));
        Assert.Equal((true, SignatureCover.ThenSignatures), (Only(proved).Valid, Only(proved).Cover));
        // What is shown must not come in under the name of a proof.
        var shown = SmallPdf.Append(proved, (3, SmallPdf.Value(signed, 3).Replace("/Contents 4 0 R", "/Contents 61 0 R", StringComparison.Ordinal)));
        Assert.Equal(SignatureCover.ThenContent, Only(shown).Cover);
    }

    [Fact]
    public void A_time_stamp_of_the_file_is_checked_and_is_nobodys_signature()
    {
        using var twin = new StampTwin(Now);
        var stamped = ForeignSigner.Put("ETSI.RFC3161", Now, null, twin.Stamp);
        File.WriteAllBytes(Path.Combine(room.Trust, "tsa.cer"), twin.Root.RawData);
        var report = room.Check(stamped);
        Assert.Equal((SignatureKind.TimeStamp, true, true, true, Now),
            (Only(stamped).Kind, Only(stamped).Valid, Only(stamped).Trusted, Only(stamped).TimeProved, Only(stamped).Time));
        Assert.Empty(report.Signers);
        Assert.False(report.AllValid);
        Assert.False(Only(Replace(stamped, "(MotCua)", "(MotCuo)")).Valid);
    }

    [Fact]
    public async Task A_signature_over_a_file_that_was_changed_after_an_earlier_one_saves_only_itself()
    {
        var signed = await room.Sign(SmallPdf.Classic());
        var report = room.Check(await room.Sign(SmallPdf.Append(signed, (4, "<</Length 1>>\nstream\nn\nendstream"))));
        Assert.Equal([(false, SignatureCover.ThenContent), (true, SignatureCover.WholeFile)], report.Signatures.Select(s => (s.Valid, s.Cover)));
        Assert.False(report.AllValid);
    }

    // Planned before signing: an old page names an object that is written later, as part of a second signature.
    [Fact]
    public async Task An_object_that_a_page_had_named_before_it_was_there_is_content()
    {
        var first = await room.Sign(SmallPdf.Classic("/Thumb 12 0 R"), SignatureLook.Hidden(Now));
        var second = await room.Sign(first);
        Assert.Contains("\n12 0 obj", Encoding.Latin1.GetString(second), StringComparison.Ordinal);
        Assert.Equal(SignatureCover.ThenContent, room.Check(second).Signatures[0].Cover);
    }

    public void Dispose()
    {
        root.Dispose();
        room.Dispose();
    }
}
