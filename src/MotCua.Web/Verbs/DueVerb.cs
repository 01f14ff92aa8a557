using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Domain.Words;
using MotCua.Web.Kit;

namespace MotCua.Web.Verbs;

/// <summary>The due date and how it came about: for one limit, for a procedure, or for a whole file of questions.</summary>
public sealed class DueVerb : IVerb
{
    private const string StandardInput = "-";

    // A line of a batch is one line of the answer: not indented.
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private sealed record Document(string Due, IReadOnlyList<AccountLine> Account);

    private sealed record Failed(string Error);

    /// <inheritdoc/>
    public string Name => "due";

    /// <inheritdoc/>
    public string Usage =>
        "due (--procedure CODE [--channel direct|online|postal] [--case TEXT] | --limit \"10 ngày làm việc\") --received T [--unit CODE] "
        + "[--pause FROM..TO]… [--supplement FROM..TO]… | due --batch FILE.jsonl";

    /// <inheritdoc/>
    public string Does => "tính ngày hẹn trả và nói vì sao: ngày nào tính, ngày nào không, theo văn bản nào";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options { get; } =
    [
        new("procedure", "CODE"), new("channel", "CHANNEL"), new("case", "TEXT"), new("limit", "LIMIT"), new("received", "T"), new("unit", "CODE"),
        new("pause", "FROM..TO") { Many = true }, new("supplement", "FROM..TO") { Many = true }, new("batch", "FILE"),
    ];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        if (line.Has("batch"))
            return Options.FirstOrDefault(o => o.Name != "batch" && line.Has(o.Name)) is { } other
                ? line.Wrong($"--{other.Name} không đi cùng --batch; hãy ghi trong từng dòng của tệp.")
                : await Batch(line, line.Option("batch")!, stop);
        var (question, wrong) = DueQuestion.Read(line);
        if (question is null)
            return line.Wrong(wrong!);
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var answer = await new DueAnswers(await house.References.Get(db, stop), (c, d) => house.References.Procedure(db, c, d, stop)).To(question);
        if (answer.Account is not { } account)
            return line.Refuse(answer.Refusal!);
        line.Print(Of(account));
        Tell(line, account);
        return 0;
    }

    private static async Task<int> Batch(VerbLine line, string file, CancellationToken stop)
    {
        if (file != StandardInput && !File.Exists(file))
            return line.Refuse($"Không có tệp {file}; hãy xem lại đường dẫn, hoặc ghi “-” để đọc đầu vào chuẩn.");
        await using var house = await House.Open(line, stop);
        if (house.Refusal is { } refused)
            return line.Refuse(refused);
        await using var db = house.Db();
        var answers = new DueAnswers(await house.References.Get(db, stop), (c, d) => house.References.Procedure(db, c, d, stop));
        using var opened = file == StandardInput ? null : new StreamReader(file);
        var (input, number, bad) = (opened ?? line.Streams.In, 0, 0);
        while (await input.ReadLineAsync(stop) is { } text)
        {
            number++;
            if (string.IsNullOrWhiteSpace(text))
                continue;
            var (question, wrong) = DueQuestion.Read(text);
            var answer = question is null ? wrong! : await answers.To(question);
            if (answer.Account is null)
                bad++;
            line.Streams.Out.WriteLine(answer.Account is { } account
                ? JsonSerializer.Serialize(Of(account), OneLine)
                : JsonSerializer.Serialize(new Failed($"Dòng {number}: {answer.Refusal}"), OneLine));
        }
        return bad == 0 ? 0 : line.Refuse($"{bad} dòng không tính được; hãy xem trường “error” của các dòng đó.");
    }

    private static Document Of(DueDateAccount account) => new(Moments.Write(account.Due), account.Lines);

    private static void Tell(VerbLine line, DueDateAccount account)
    {
        line.Say($"Hẹn trả: {VietnameseFormat.LongDay(account.Due)}");
        line.Say($"Tiếp nhận: {VietnameseFormat.LongDay(account.AcceptedAt)}; thời hạn: {Words(account.Limit)}");
        line.Say("");
        foreach (var l in account.Lines)
            line.Say($"  {Days(l),-25} {Number(l.Counts),7}  {l.Reason}{(l.Law is { } law ? $" ({law})" : "")}{(l.Verified ? "" : " – chưa xác minh")}");
        line.Say($"  {"Cộng",-25} {Number(account.Limit.Amount),7}  = {Words(account.Limit)}");
        if (!account.Verified)
            line.Say("\nCó dòng chưa xác minh: ngày hẹn có thể thay đổi khi văn bản được đối chiếu hoặc lịch nghỉ được công bố.");
    }

    private static string Words(TimeLimit limit) =>
        limit.Unit == LimitUnit.SameDay ? Terms.Of(limit.Unit) : $"{Number(limit.Amount)} {Terms.Of(limit.Unit)}";

    private static string Number(decimal number) => VietText.Number(number);

    private static string Days(AccountLine l) =>
        l.From == l.To ? VietnameseFormat.Day(l.From) : $"{VietnameseFormat.Day(l.From)} – {VietnameseFormat.Day(l.To)}";
}
