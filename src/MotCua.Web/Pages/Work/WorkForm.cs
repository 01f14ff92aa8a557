using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using MotCua.App.Reference;
using MotCua.App.Work;
using MotCua.Domain.Words;

namespace MotCua.Web.Pages.Work;

/// <summary>The filters of a list as they stand in its address: what was typed is kept, what cannot be read gets one sentence.</summary>
public sealed class WorkForm
{
    /// <summary>The names of all filters in the address, in the order of the form.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "xem", "q", "buoc", "han", "trang-thai", "don-vi", "can-bo", "linh-vuc", "thu-tuc", "nguoi", "ma", "kenh", "so", "nhan-tu", "nhan-den",
        "hen-tu", "hen-den", "kq-tu", "kq-den", "tra-tu", "tra-den", "xep",
    ];

    // What people type about persons, or words that may name one: never kept in a log.
    private static readonly string[] Private = ["q", "nguoi", "ma"];

    private const int Longest = 500;

    private readonly Dictionary<string, string> typed;
    private readonly Dictionary<string, string> errors = [];

    private WorkForm(Dictionary<string, string> typed) => this.typed = typed;

    /// <summary>What was typed in a field; "" for nothing.</summary>
    public string this[string name] => typed.GetValueOrDefault(name, "");

    /// <summary>What is wrong with a field; null for nothing.</summary>
    public string? ErrorOf(string name) => errors.GetValueOrDefault(name);

    /// <summary>Whether anything is wrong.</summary>
    public bool IsBad => errors.Count > 0;

    /// <summary>Whether anything narrows the list.</summary>
    public bool Narrows => typed.Keys.Any(n => n is not ("xem" or "xep"));

    /// <summary>What is asked for; a field that is wrong asks nothing.</summary>
    public WorkQuery Query { get; private set; } = new();

    /// <summary>The filters as the query of an address, always in the same order; "" for none.</summary>
    public string Address(string? without = null) => Build(typed.Where(t => t.Key != without));

    /// <summary>The same with some fields set; an empty value takes one away.</summary>
    public string With(params (string Name, string Value)[] more)
    {
        var all = new Dictionary<string, string>(typed);
        foreach (var (name, value) in more)
            all[name] = value;
        return Build(all.Where(t => t.Value.Length > 0));
    }

    /// <summary>The filters for a record, without what was typed about persons.</summary>
    public string ForRecord() =>
        string.Join(' ', Names.Where(typed.ContainsKey).Select(n => Private.Contains(n) ? n : $"{n}={typed[n]}")) is { Length: > 0 } said ? said : "xem=don-vi";

    /// <summary>Reads the query of an address.</summary>
    /// <param name="query">The address's query; what it does not know is left alone.</param>
    public static WorkForm Read(IQueryCollection query, ReferenceData reference)
    {
        var typed = new Dictionary<string, string>();
        foreach (var name in Names)
            if (VietnameseText.Clean(query[name].ToString()) is { } value)
                typed[name] = value.Length > Longest ? value[..Longest] : value;
        // Links of earlier versions and of the frame.
        foreach (var (name, value) in Preset(query["loc"].ToString()))
            typed.TryAdd(name, value);
        var form = new WorkForm(typed);
        form.Fill(reference, query["ma-thu-tuc"]);
        return form;
    }

    private static IEnumerable<(string Name, string Value)> Preset(string loc) => loc switch
    {
        "toi" => [("xem", "toi")],
        "han" => [("han", "qua-han")],
        "dan" => [("han", "cho-bo-sung")],
        "tra" => [("buoc", "tra")],
        "nhan" => [("xem", "tat-ca")],
        _ => [],
    };

    private void Fill(ReferenceData reference, string? procedure)
    {
        // Words are looked for in everything, unless the list is named.
        var view = Choice("xem", WorkSlugs.Views) ?? (typed.ContainsKey("q") ? WorkView.All : WorkView.Unit);
        Query = new WorkQuery(view)
        {
            Words = Text("q"), Step = Choice("buoc", WorkSlugs.Steps), Due = Choice("han", WorkSlugs.Due), Status = Choice("trang-thai", WorkSlugs.Statuses),
            Unit = Number("don-vi"), Officer = Number("can-bo"), Sector = Text("linh-vuc"), Procedure = Procedure(reference, procedure), Person = Person(),
            Code = Text("ma")?.ToUpperInvariant(), Channel = Choice("kenh", WorkSlugs.Channels), Book = Book(),
            Received = DaysOf("nhan"), Appointment = DaysOf("hen"), Result = DaysOf("kq"), Returned = DaysOf("tra"),
            Sort = Choice("xep", WorkSlugs.Sorts),
        };
    }

    private string? Text(string name) => typed.GetValueOrDefault(name);

    private T? Choice<T>(string name, IReadOnlyList<(T Value, string Slug)> of) where T : struct
    {
        if (Text(name) is not { } slug)
            return null;
        var found = WorkSlugs.Find(of, slug);
        if (found is null)
            errors[name] = "Lựa chọn này không có. Hãy chọn lại trong danh sách.";
        return found;
    }

    private int? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        errors[name] = "Lựa chọn này không có. Hãy chọn lại trong danh sách.";
        return null;
    }

    /// <summary>The code alone or followed by the name; else the name, which the combobox gives a code beside it.</summary>
    private string? Procedure(ReferenceData reference, string? code)
    {
        if (Text("thu-tuc") is not { } text)
            return null;
        var folded = VietnameseText.Fold(text);
        var found = reference.Procedures.FirstOrDefault(p => p.Code == text || text.StartsWith(p.Code + " ", StringComparison.Ordinal))
            ?? reference.Procedures.Where(p => VietnameseText.Fold(p.Name) == folded).OrderBy(p => p.Code == code ? 0 : 1).FirstOrDefault();
        if (found is null)
            errors["thu-tuc"] = "Chưa rõ thủ tục nào. Hãy gõ vài chữ rồi chọn trong gợi ý, hoặc gõ đúng mã như 1.001193.";
        else
            typed["thu-tuc"] = found.Code;
        return found?.Code;
    }

    private string? Person()
    {
        var text = Text("nguoi");
        if (text is null || VietnameseText.Fold(text).Any(char.IsLetterOrDigit))
            return text;
        errors["nguoi"] = "Hãy gõ họ tên (không cần dấu) hoặc đủ số định danh, mã số.";
        return null;
    }

    private BookOf? Book()
    {
        if (Text("so") is not { } text)
            return null;
        if (text.Split('.') is [var unit, var year] && int.TryParse(unit, NumberStyles.None, CultureInfo.InvariantCulture, out var u)
            && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && y is > 2000 and < 2400)
            return new BookOf(u, y);
        errors["so"] = "Không có sổ này. Hãy chọn lại trong danh sách.";
        return null;
    }

    private Days DaysOf(string name)
    {
        var days = new Days(Day(name + "-tu"), Day(name + "-den"));
        if (days.From > days.To)
            errors[name + "-den"] = "Ngày này trước ngày bắt đầu. Hãy đổi lại hai ngày.";
        return days;
    }

    private DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (VietnameseFormat.TryParseDay(text, out var day))
            return day;
        errors[name] = "Ngày chưa đúng; hãy viết như 22/11/2026.";
        return null;
    }

    private static string Build(IEnumerable<KeyValuePair<string, string>> fields)
    {
        var builder = new QueryBuilder();
        foreach (var (name, value) in fields.OrderBy(f => Names.ToList().IndexOf(f.Key)))
            builder.Add(name, value);
        return builder.ToString();
    }
}
