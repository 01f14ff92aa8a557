using MotCua.App.Agencies;
using MotCua.App.Papers.Forms;
using MotCua.App.Reception;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;

namespace MotCua.App.Print;

/// <summary>Prints follow-up books in the set of forms of their year: filled from the log, or blank for the days on which the system is
/// down (R-FORM-11, R-FORM-12).</summary>
public sealed class BookPrint(
    MotCuaDb db, FollowUpBook books, ReferenceCache references, FormTemplates templates, IFormPrinter printer, Issuer issuer, TimeProvider clock)
{
    /// <summary>Most lines of one print.</summary>
    public const int MostLines = 3000;

    /// <summary>Height of a line that is written by hand, in points: about 11 mm.</summary>
    private const double HandHeight = 31;

    private readonly FormShelf shelf = new(db, templates);

    /// <summary>Prints a period of a book; null and no refusal for a book that the officer may not open.</summary>
    /// <param name="sectors">The group of fields; empty for all.</param>
    /// <param name="from">First day, within the year.</param>
    /// <param name="to">Last day, within the year.</param>
    public async Task<(PrintedPaper? Paper, Refusal? No)> Filled(
        OfficerId officer, BookOf book, IReadOnlyList<string> sectors, DateOnly from, DateOnly to, CancellationToken cancel = default)
    {
        if (from.Year != book.Year || to.Year != book.Year || to < from)
            return (null, new Refusal("book.period", $"Hãy chọn ngày đầu và ngày cuối trong năm {book.Year}, ngày đầu không sau ngày cuối."));
        if (await books.Span(officer, book, sectors, from, to, MostLines, cancel) is not { } span)
            return (null, null);
        if (span.HasMore)
            return (null, new Refusal("book.long", $"Khoảng ngày này có hơn {MostLines} hồ sơ. Hãy chọn khoảng ngày ngắn hơn hoặc ít lĩnh vực hơn."));
        var (content, name) = await Content(new AgencyId(book.Unit), book.Year, 1, null, null, cancel);
        var values = new Dictionary<string, string>(content.Values)
        {
            [FormKeys.BookVolume] = "điện tử", [FormKeys.BookSectors] = sectors.Count == 0 ? "Mọi lĩnh vực" : string.Join("; ", sectors),
            [FormKeys.BookPeriod] = $"từ ngày {VietnameseFormat.Day(from)} đến ngày {VietnameseFormat.Day(to)}",
            [FormKeys.BookLines] = $"Số hồ sơ: {FormPhrases.Count(span.Page.Lines.Count)}",
        };
        return await Print(content with { Values = values, Tables = Rows([.. span.Page.Lines.Select(Row)]) }, span.Page.Form, name, cancel);
    }

    /// <summary>A blank volume as it was opened.</summary>
    public async Task<(PrintedPaper? Paper, Refusal? No)> Blank(PaperBookRow book, CancellationToken cancel = default)
    {
        var (content, name) = await Content(new AgencyId(book.UnitId), book.Year, book.Volume, book.OpenedOn, book.ClosedOn, cancel);
        return await Print(Blank(content, book.FirstNumber, book.LastNumber), book.Form, $"{name}-quyen-{book.Volume:00}", cancel);
    }

    /// <summary>The last number of a blank volume that is to have so many pages; null where the set has no book.</summary>
    public async Task<int?> LastNumber(
        AgencyId unit, string set, int year, int volume, int firstNumber, int pages, DateOnly opened, CancellationToken cancel = default)
    {
        if (await shelf.Find(FormTypes.Book, set, clock.GetUtcNow(), cancel) is not { } form)
            return null;
        var (content, _) = await Content(unit, year, volume, opened, null, cancel);
        // The most lines that still stand on so many pages: found by halving, the printer alone knows how high a line is.
        var (fits, not) = (1, pages * 60);
        while (not - fits > 1)
        {
            var half = (fits + not) / 2;
            (fits, not) = printer.Pages(form.Template, Blank(content, firstNumber, firstNumber + half - 1)) <= pages ? (half, not) : (fits, half);
        }
        return firstNumber + fits - 1;
    }

    private static FormContent Blank(FormContent content, int first, int last) => content with
    {
        RowHeight = HandHeight, Tables = Rows([.. Enumerable.Range(first, last - first + 1).Select(n =>
            new Dictionary<string, string> { [FormKeys.LineNumber] = FormPhrases.Count(n) })]),
        Values = new Dictionary<string, string>(content.Values)
        {
            [FormKeys.BookLines] = $"Từ số {FormPhrases.Count(first)} đến số {FormPhrases.Count(last)}", [FormKeys.BookSectors] = FormText.Dots,
        },
    };

    private async Task<(FormContent Content, string Name)> Content(
        AgencyId unit, int year, int volume, DateOnly? opened, DateOnly? closed, CancellationToken cancel)
    {
        var (reference, now) = (await references.Get(db, cancel), clock.GetUtcNow());
        // A year's book has one set of forms, that of its first day: its number is written as that set does.
        var values = Letterhead.Of(FormTypes.Book, unit, volume, new DateOnly(year, 1, 1), reference);
        values[FormKeys.Date] = FormPhrases.Day(opened ?? Vietnam.Day(now));
        values[FormKeys.BookYear] = $"{year}";
        values[FormKeys.BookVolume] = FormPhrases.Count(volume);
        Letterhead.Put(values, FormKeys.OpenedOn, opened is { } o ? VietnameseFormat.Day(o) : VietnameseFormat.Day(new DateOnly(year, 1, 1)));
        Letterhead.Put(values, FormKeys.ClosedOn, closed is { } c ? VietnameseFormat.Day(c) : null);
        var code = $"Sổ theo dõi hồ sơ {year} – quyển {FormPhrases.Count(volume)}";
        return (new FormContent
        {
            Code = code, CreatedAt = now, Author = reference.Agencies.NameOf(unit), Values = values, Sample = issuer.Sample,
        }, $"so-theo-doi-{year}");
    }

    private async Task<(PrintedPaper?, Refusal?)> Print(FormContent content, string set, string name, CancellationToken cancel) =>
        await shelf.Find(FormTypes.Book, set, clock.GetUtcNow(), cancel) is { } form
            ? (new PrintedPaper(form.Template.Key, $"{name}.pdf", printer.Print(form.Template, content)), null)
            : (null, new Refusal(StatutoryPapers.NoTemplate, $"Chưa có mẫu sổ theo dõi của bộ mẫu {set}. Đề nghị quản trị bổ sung mẫu giấy."));

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Rows(IReadOnlyList<Dictionary<string, string>> rows) =>
        new() { [FormKeys.BookTable] = [.. rows.DefaultIfEmpty([])] };

    private static Dictionary<string, string> Row(BookLine line)
    {
        var row = new Dictionary<string, string>
        {
            [FormKeys.LineNumber] = FormPhrases.Count(line.Number), [FormKeys.DossierCode] = Broken(line.Code), [FormKeys.Request] = line.Procedure,
            [FormKeys.DossierCount] = FormPhrases.Count(line.Sets), [FormKeys.ApplicantName] = line.Owner, [FormKeys.HandlingUnit] = line.Competent,
            [FormKeys.ApplicantContact] = line.Phone is { Length: > 0 } phone ? $"{line.Address}; {phone}" : line.Address,
            [FormKeys.ReceivedAt] = Moment(line.Received), [FormKeys.Appointment] = Moment(line.Appointment), [FormKeys.SentAt] = Moment(line.Sent),
            [FormKeys.ResultAt] = Moment(line.Result), [FormKeys.ReturnedAt] = Moment(line.Returned),
            [FormKeys.ReturnWay] = Terms.Of(line.Channel) is var way ? char.ToUpperInvariant(way[0]) + way[1..] : "",
        };
        Letterhead.Put(row, FormKeys.Remark, line.Note);
        return row;
    }

    /// <summary>The code on two lines, cut where its groups part: the column is narrower than it.</summary>
    private static string Broken(string code) => code.IndexOf('-') is >= 0 and var at ? $"{code[..(at + 1)]}\n{code[(at + 1)..]}" : code;

    private static string Moment(DateTimeOffset? at) =>
        at is { } some ? FormattableString.Invariant($"{Vietnam.Local(some):HH:mm} {VietnameseFormat.Day(Vietnam.Day(some))}") : "";
}
