using System.Diagnostics;
using System.Text;
using MotCua.Domain.Processes.Bpmn;
using Xunit;

namespace MotCua.Domain.Tests.Processes;

/// <summary>Files that mean harm, or are none: one sentence each, in little time and memory.</summary>
public sealed class HostileFileTests
{
    [Theory]
    [InlineData("<!DOCTYPE d [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>")]
    [InlineData("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>")]
    [InlineData("<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\"><d/>")]
    public void A_file_with_a_DTD_is_refused_unread(string text) => Assert.Contains("khai báo DTD", Sentence(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void A_bomb_in_the_mask_of_a_process_is_refused()
    {
        var file = Drawn.File("<process id='p'/>").Replace("<definitions", "<!DOCTYPE definitions [<!ENTITY a \"x\">]><definitions", StringComparison.Ordinal);
        Assert.Contains("khai báo DTD", Sentence(Encoding.UTF8.GetBytes(file)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("không phải XML")]
    [InlineData("<definitions>")]
    [InlineData("<a></b>")]
    [InlineData("<a>&unknown;</a>")]
    public void Broken_XML_is_one_sentence(string text) => Assert.Contains("không phải XML đúng quy cách", Sentence(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void Letters_that_are_not_of_the_named_encoding_are_one_sentence()
    {
        var latin = Encoding.Latin1.GetBytes(Drawn.File("<process id='p' name='Größe'/>"));
        Assert.Contains("sai bảng mã", Sentence(latin));
        Assert.Contains("hãy xuất lại tệp bằng UTF-8", Sentence(Encoding.ASCII.GetBytes("<?xml version='1.0' encoding='klingon'?><a/>")));
        Assert.Contains("hãy xuất lại tệp bằng UTF-8", Sentence([0xFF, 0xFE, 0x00, 0x00, 0x01]));
        Assert.Contains("hãy xuất lại tệp bằng UTF-8", Sentence([0x00, 0x01, 0x02, 0xFF]));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-8")]
    public void A_known_encoding_is_read_as_it_says(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = Drawn.File("<process id='p' name='Größe'/>").Replace("UTF-8", name, StringComparison.Ordinal);
        var read = BpmnReader.Read((byte[])[.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal("Größe", read.Model!.Processes.Single().Name);
    }

    [Fact]
    public void Another_standard_is_named()
    {
        Assert.Contains("không phải BPMN 2.0: phần tử gốc là “definitions”",
            Sentence("<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/'/>"u8.ToArray()));
        Assert.Contains("bắt đầu bằng phần tử “definitions”", Sentence("<process xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>"u8.ToArray()));
    }

    [Fact]
    public void A_large_file_a_deep_one_and_one_of_many_elements_are_refused()
    {
        Assert.Contains("Tệp lớn hơn 5 MB", Sentence(new byte[50 * 1024 * 1024]));
        Assert.Contains("lồng nhau hơn 100 lớp", Sentence(Deep("<task xmlns='urn:x'>", "</task>", 100_000)));
        Assert.Contains("lồng nhau hơn 100 lớp", Sentence(Encoding.UTF8.GetBytes(Drawn.File(
            string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<subProcess id='s{i}'>")) + string.Concat(Enumerable.Repeat("</subProcess>", 20_000))))));
        Assert.Contains("hơn 100000 phần tử", Sentence(Encoding.UTF8.GetBytes(Drawn.File(string.Concat(Enumerable.Repeat("<x xmlns='u'/>", 100_001))))));
    }

    [Fact]
    public void A_file_made_to_keep_the_check_busy_is_answered_soon()
    {
        string[][] hard = [Wide(9000), Chains(3000), Sprouting(), Conditional(400)];
        foreach (var flows in hard)
        {
            var ids = flows.SelectMany(f => f.Split(':')[0].Split('>')).Distinct();
            var nodes = ids.Select(i => i[0] switch
            {
                's' => $"startEvent {i}", 'e' => $"endEvent {i}", 'f' or 'j' => $"parallelGateway {i}", 'o' => $"inclusiveGateway {i}",
                'x' => $"exclusiveGateway {i}", _ => $"userTask {i}",
            }).ToArray();
            var watch = Stopwatch.StartNew();
            var report = Drawn.Check(nodes, flows);
            Assert.True(report.Ok);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{flows.Length} flows took {watch.Elapsed}");
        }
    }

    private static string[] Wide(int n) => ["s>f", .. Enumerable.Range(0, n).SelectMany(i => new[] { $"f>t{i}", $"t{i}>j" }), "j>e"];

    // Inclusive all the way: each join asks who may still come.
    private static string[] Chains(int n) =>
        [
        "s>o0",
        .. Enumerable.Range(0, n).SelectMany(i => new[] { $"o{i}>a{i}:form.a = 1", $"o{i}>b{i}:form.a = 2", $"a{i}>o{i + 1}", $"b{i}>o{i + 1}" }),
        $"o{n}>e",
    ];

    // Each round leaves one more token behind.
    private static string[] Sprouting() => ["s>x1", "x1>f", "f>x2", "f>j", "x2>x1:form.a = 1", "x2>y:form.a = 2", "y>j", "j>e"];

    private static string[] Conditional(int n) => ["s>o", .. Enumerable.Range(0, n).SelectMany(i => new[] { $"o>t{i}:form.a = {i}", $"t{i}>o9" }), "o9>e"];

    private static byte[] Deep(string open, string close, int n) =>
        Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, n)) + string.Concat(Enumerable.Repeat(close, n)));

    private static string Sentence(byte[] file)
    {
        var report = BpmnReader.Read(file).Check();
        Assert.False(report.Ok);
        Assert.False(report.Executable);
        Assert.Equal((0, 0, 0), (report.Tasks, report.Gateways, report.Events));
        return Assert.Single(report.Problems).Reason;
    }
}
