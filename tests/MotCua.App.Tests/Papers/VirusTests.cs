using MotCua.App.Papers;
using MotCua.Integrations.Files;
using MotCua.Integrations.Scanning;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Papers;

public sealed class VirusTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("motcua-virus-").FullName;
    private readonly FileRules rules = new(10_000_000, 20_000_000, [FileKind.Pdf]);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_with_a_virus_is_refused_by_its_name_and_a_clean_one_is_taken(bool unix)
    {
        using var clamd = new FakeClamd(unix ? Path.Combine(folder, "clamd") : null);
        var infected = SampleFiles.Pdf(System.Text.Encoding.ASCII.GetString(FakeClamd.Eicar));
        var (file, no) = await Take(clamd.Address, infected, rules);
        Assert.Null(file);
        Assert.Equal("file.virus", no!.Code);
        Assert.Contains("Win.Test.EICAR_HDB-1", no.Sentence);
        (file, no) = await Take(clamd.Address, SampleFiles.Pdf(new string('x', 200_000)), rules);
        Assert.Null(no);
        Assert.Null(file!.Warning);
        Assert.Single(Directory.EnumerateDirectories(Path.Combine(folder, "files")));
        Assert.True(await new Clamd(ClamdAddress.Parse(clamd.Address)).Answers(default));
    }

    [Fact]
    public async Task While_the_scanner_does_not_answer_the_rule_says_whether_files_are_taken_and_never_silently()
    {
        using var clamd = new FakeClamd();
        clamd.Dispose();
        var (file, no) = await Take(clamd.Address, SampleFiles.Pdf(), rules);
        Assert.Null(file);
        Assert.Equal("file.unscanned", no!.Code);
        (file, no) = await Take(clamd.Address, SampleFiles.Pdf(), rules with { TakesUnscanned = true });
        Assert.Null(no);
        Assert.Contains("chưa được quét vi-rút", file!.Warning);
    }

    [Theory]
    [InlineData("stream: Size limit exceeded. ERROR")]
    [InlineData("")]
    [InlineData("HTTP/1.1 400")]
    public async Task An_answer_that_says_neither_is_no_answer(string said)
    {
        using var clamd = new FakeClamd { Answer = said };
        Assert.Equal("file.unscanned", (await Take(clamd.Address, SampleFiles.Pdf(), rules)).No!.Code);
    }

    [Fact]
    public async Task Where_no_scanner_is_configured_files_are_taken()
    {
        Assert.False(new Clamd(null).IsConfigured);
        Assert.NotNull((await Take(null, SampleFiles.Pdf(), rules)).File);
    }

    [Theory]
    [InlineData("tcp://127.0.0.1:3310", true)]
    [InlineData("unix:/run/clamav/clamd.ctl", true)]
    [InlineData("tcp://:3310", false)]
    [InlineData("tcp://a:0", false)]
    [InlineData("http://a:1", false)]
    [InlineData("unix:clamd", false)]
    public void Addresses_are_understood_or_not(string text, bool understood) => Assert.Equal(understood, ClamdAddress.Understands(text));

    private async Task<(StoredFile? File, Domain.Law.Refusal? No)> Take(string? address, byte[] bytes, FileRules by)
    {
        var clamd = new Clamd(address is null ? null : ClamdAddress.Parse(address), TimeSpan.FromSeconds(20));
        return await new FileIntake(new FolderFileStore(Path.Combine(folder, "files")), null, null, clamd).Take(new MemoryStream(bytes), "tờ khai.pdf", by);
    }
}
