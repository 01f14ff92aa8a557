using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Dossiers;
using MotCua.App.Law;
using MotCua.App.Work;
using MotCua.Domain.Processes;
using MotCua.Testing;
using Xunit;

namespace MotCua.App.Tests.Work;

/// <summary>What leaves the system as a file.</summary>
public sealed class ExportTests
{
    private const string Number = "066190004812";

    [Theory, ClassData(typeof(BothEngines))]
    public async Task A_file_holds_exactly_the_list_in_its_order_and_was_written_down_first(Engine engine)
    {
        await using var house = await TestHouse.Open(engine);
        var life = new Life(house);
        foreach (var procedure in new[] { "1.115334", "1.001193", "1.001612", "1.001193" })
            await life.Received(procedure);
        await life.Ended(await life.Received());
        foreach (var query in new[] { new WorkQuery(), new WorkQuery(WorkView.All), new WorkQuery { Procedure = "1.001193", Sort = WorkSort.Code } })
            foreach (var kind in Enum.GetValues<SheetKind>())
            {
                var log = new Lists.Log();
                var rows = await Export(house, "hanh.tn", query, kind, log);
                Assert.Equal(await house.Codes("hanh.tn", query), rows.Skip(1).Select(r => r[1]));
                Assert.Equal(((await house.Officer("hanh.tn")).Value, "danh sách", rows.Count - 1), Assert.Single(log.Exports));
                Assert.All(rows, r => Assert.Equal(rows[0].Count, r.Count));
            }
    }

    [Theory]
    [Requirement("R-SEC-04")]
    [InlineData("hanh.tn", Number)]
    [InlineData("thinh.nd", "•••••••••812")]
    public async Task Whole_numbers_are_for_those_who_handle_the_dossier(string user, string shown)
    {
        await using var house = await TestHouse.Open();
        await new Life(house).Received();
        var rows = await Export(house, user, new WorkQuery(WorkView.All), SheetKind.Csv);
        Assert.Equal(shown, rows[1][rows[0].IndexOf("Số định danh, mã số")]);
    }

    [Fact]
    public async Task No_cell_of_a_file_is_a_formula_and_any_words_come_back_as_they_were()
    {
        string[] words = ["=HYPERLINK(\"x\")", "+84 901", "-1", "@SUM(A1)", "a;b", "nói \"được\"", "hai\r\ndòng", "Nguyễn Thị Ưởng", "𠮷", "", "a<b>&c"];
        var csv = new MemoryStream();
        await using (var sheet = new CsvSheet(csv))
            await sheet.Row([.. words.Select(w => (SheetCell)w)]);
        Assert.Equal([0xEF, 0xBB, 0xBF], csv.ToArray().Take(3).Select(b => (int)b));
        var cells = Csv(Encoding.UTF8.GetString(csv.ToArray()[3..]))[0];
        Assert.Equal(words.Select(w => w.Length > 0 && "=+-@".Contains(w[0]) ? "'" + w : w), cells);
        var book = new MemoryStream();
        await using (var sheet = new XlsxSheet(book, "Hồ sơ", [.. words.Select(_ => 10)]))
            await sheet.Row([.. words.Select(w => (SheetCell)w), new SheetCell(null, new DateTimeOffset(2026, 11, 17, 2, 10, 0, TimeSpan.Zero))]);
        var xml = Sheet(book);
        Assert.Equal(words.Append("46343.3819"), Xlsx(xml)[0].Select(c => c.Length > 10 && char.IsDigit(c[0]) ? c[..10] : c));
        Assert.DoesNotContain(xml.Descendants(), e => e.Name.LocalName == "f");
    }

    [Fact]
    public async Task A_list_longer_than_the_rule_allows_is_cut_and_says_so()
    {
        await using var house = await TestHouse.Open();
        var life = new Life(house);
        for (var i = 0; i < 3; i++)
            await life.Received();
        await using (var db = house.Db())
        {
            await db.Set<RuleRow>().Where(r => r.Key == "work.export.max-rows").ExecuteUpdateAsync(r => r.SetProperty(x => x.Value, "2"));
            await ReferenceStamp.Raise(db, default);
            await db.SaveChangesAsync();
        }
        var log = new Lists.Log();
        var rows = await Export(house, "hanh.tn", new WorkQuery(), SheetKind.Csv, log);
        Assert.Equal((4, 2), (rows.Count, log.Exports[0].Rows));
        Assert.Contains("mỗi lần chỉ xuất 2 dòng đầu", rows[3][1]);
    }

    private static async Task<List<List<string>>> Export(TestHouse house, string user, WorkQuery query, SheetKind kind, Lists.Log? log = null)
    {
        await using var db = house.Db();
        var reaches = new Reaches(db, house.Clock);
        var export = new ExportWork(db, house.Search(db), reaches, house.References, log ?? new Lists.Log(), house.Clock);
        var made = await export.Do(await house.Officer(user), query, "danh sách", kind);
        var bytes = new MemoryStream();
        await using (made.Content)
            await made.Content.CopyToAsync(bytes);
        return kind == SheetKind.Csv ? Csv(Encoding.UTF8.GetString(bytes.ToArray()[3..])) : Xlsx(Sheet(bytes));
    }

    private static XDocument Sheet(MemoryStream book)
    {
        using var zip = new ZipArchive(new MemoryStream(book.ToArray()));
        foreach (var part in zip.Entries)
            using (var content = part.Open())
                XDocument.Load(content);
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return XDocument.Load(sheet);
    }

    private static List<List<string>> Xlsx(XDocument sheet) => [.. sheet.Descendants().Where(e => e.Name.LocalName == "row")
        .Select(r => r.Elements().Select(c => c.Value.Replace("\n", "\r\n", StringComparison.Ordinal)).ToList())];

    /// <summary>Reads cells between semicolons, quoted ones with anything in them.</summary>
    private static List<List<string>> Csv(string text)
    {
        var (rows, row, cell, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ';' or '\n' && !quoted)
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
                cell.Append(c);
        }
        return rows;
    }
}
