using System.Diagnostics;
using System.Text;
using Xunit;

namespace MotCua.App.Tests.Signing;

/// <summary>Files made to harm whoever reads them: a sentence, in bounded time and memory.</summary>
public sealed class HostileSignatureTests : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private const long MostBytes = 1024L * 1024 * 1024;

    private readonly SigningRoom room = new();

    private void IsRefused(byte[] pdf)
    {
        var (clock, before) = (Stopwatch.StartNew(), GC.GetAllocatedBytesForCurrentThread());
        var report = room.Check(pdf);
        Assert.False(report.AllValid);
        Assert.EndsWith(".", report.Refusal);
        Assert.True(clock.Elapsed < Longest, clock.Elapsed.ToString());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < MostBytes);
    }

    [Fact]
    public async Task A_file_cut_anywhere_is_never_valid()
    {
        var signed = await room.Sign(SmallPdf.Streams());
        for (var length = 0; length < signed.Length; length += 37)
            Assert.False(room.Check(signed[..length]).AllValid);
    }

    [Fact]
    public async Task Bytes_changed_at_random_never_end_the_program()
    {
        var signed = await room.Sign(SmallPdf.Hybrid());
        var text = Encoding.Latin1.GetString(signed);
        var contents = text.IndexOf("/Contents <", StringComparison.Ordinal) + "/Contents <".Length;
        var dice = new Random(20261124);
        for (var i = 0; i < 600; i++)
        {
            var changed = signed.ToArray();
            for (var j = dice.Next(1, 9); j > 0; j--)
                if (i % 2 == 0)
                    changed[dice.Next(changed.Length)] = (byte)dice.Next(256);
                else
                    changed[contents + dice.Next(4000)] = (byte)"0123456789abcdef"[dice.Next(16)];
            room.Check(changed);
        }
    }

    [Theory]
    [InlineData("[", 5_000_000)]
    [InlineData("<</A ", 1_000_000)]
    [InlineData("[1024 ", 12_000_000)]
    [InlineData("(", 1_000_000)]
    public void Depth_and_size_are_bounded(string part, int times)
    {
        var value = new StringBuilder(part.Length * times);
        if (part.Length == 6)
            value.Append('[').Insert(1, part[1..], times);
        else
            value.Insert(0, part, times);
        IsRefused(SmallPdf.Classic("", "/AcroForm 6 0 R", "", value.ToString()));
    }

    [Fact]
    public void Loops_are_seen()
    {
        var start = SmallPdf.LastStart(Encoding.Latin1.GetString(SmallPdf.Classic()));
        IsRefused(SmallPdf.Classic(trailer: $" /Prev {start}"));
        IsRefused(SmallPdf.Classic("", "/AcroForm 6 0 R", "", "7 0 R", "6 0 R"));
        IsRefused(SmallPdf.Classic("", "/AcroForm 6 0 R", "", "<</Length 6 0 R>>\nstream\nx\nendstream"));
        // Fields that are their own children have an end.
        var report = room.Check(SmallPdf.Classic("", "/AcroForm <</Fields [6 0 R]>>", "", "<</Kids [6 0 R 7 0 R]>>",
            "<</Kids [6 0 R] /Parent 7 0 R /FT /Sig>>"));
        Assert.False(report.AllValid);
    }

    [Theory]
    [InlineData("startxref\n99999999999999999999\n%%EOF")]
    [InlineData("startxref\n-5\n%%EOF")]
    [InlineData("xref\n0 999999999999\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF")]
    [InlineData("xref\n99999999999 1\n0000000000 65535 n \ntrailer\n<<>>\nstartxref\n9\n%%EOF")]
    [InlineData("7 0 obj\n<</Type /XRef /Size 2147483647 /W [1 2 1] /Root 1 0 R /Length 4>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    [InlineData("7 0 obj\n<</Type /XRef /Size 9 /W [2147483647 2147483647 9] /Root 1 0 R /Length 4>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    [InlineData("7 0 obj\n<</Type /XRef /Size 9 /W [1 2 1] /Index [0 -1] /Root 1 0 R /Length 4>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    [InlineData("7 0 obj\n<</Type /XRef /Size 9 /W [0 0 0] /Root 1 0 R /Length 4>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    [InlineData("7 0 obj\n<</Type /XRef /Size 9 /W [1 2 1] /Length 99999999999>>\nstream\nabcd\nendstream\nendobj\nstartxref\n9\n%%EOF")]
    public void Numbers_beyond_the_file_are_refused(string rest) => IsRefused(Encoding.Latin1.GetBytes("%PDF-1.7\n" + rest));

    [Fact]
    public void A_stream_that_swells_is_refused()
    {
        var packed = SmallPdf.Deflated(new byte[300_000_000]);
        var head = $"7 0 obj\n<</Type /XRef /Size 9 /W [1 2 1] /Filter /FlateDecode /Length {packed.Length}>>";
        IsRefused(Encoding.Latin1.GetBytes(
            $"%PDF-1.7\n{head}\nstream\n{packed}\nendstream\nendobj\nstartxref\n9\n%%EOF"));
    }

    public void Dispose() => room.Dispose();
}
