using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MotCua.App.Demonstration;
using MotCua.Domain.Law;

namespace MotCua.Bench.Faults;

/// <summary>A simulated officer at his own unit: looks through his list, searches, opens dossiers, does what they offer him, receives new ones.</summary>
/// <param name="Think">Waits as long as a person looks at a page.</param>
internal sealed partial class Officer(Seat seat, Seat citizen, bool receives, int unit, Journal journal, DemoPeople people, int number, Func<Task> Think)
{
    // In this order: whoever may claim a step does so before he ends it.
    private static readonly string[] Plain = ["claim-step", "hand-over", "approve"];
    private static readonly string[] Filters =
        ["?xem=don-vi&xep=han", "?xem=don-vi&han=sap-han", "?xem=tat-ca&trang-thai=dang-xu-ly&xep=moi", "?xem=tat-ca&trang-thai=co-ket-qua", "?xem=toi"];

    private readonly Random random = new(number);
    private string? lastCode;

    /// <summary>Signs in.</summary>
    public async Task SignIn(string userName, string password)
    {
        var page = await seat.Get("sign-in", "/dang-nhap");
        var token = HtmlForm.In(page.Page).First().Hidden;
        var to = await seat.Post("sign-in", "/dang-nhap", [.. token, ("Input.UserName", userName), ("Input.Password", password)]);
        if (to.To is not ("/" or "/viec"))
            throw new InvalidOperationException($"Không đăng nhập được bằng {userName} để đo ({to.Status} {to.To}).");
    }

    /// <summary>One piece of work, of several pages.</summary>
    public async Task Turn()
    {
        var dice = random.Next(100);
        try
        {
            await (dice switch
            {
                < 25 when receives => Receive(),
                < 62 => Process(),
                < 75 => Filter(),
                < 90 => Search(),
                _ => Track(),
            });
        }
        catch (Exception e) when (e is GaveUpException or OperationCanceledException)
        {
            // Counted where it happened, and he goes on with the next piece of work; or he was told to stop while he thought.
        }
    }

    private async Task Filter()
    {
        await Think();
        Remember(await seat.Get("list-filtered", "/viec" + Filters[random.Next(Filters.Length)]));
    }

    private async Task Search()
    {
        await Think();
        var words = lastCode is not null && random.Next(2) == 0 ? lastCode[^4..] : people.Owner(random.Next(1000), personsOnly: true).Raw("owner.name");
        Remember(await seat.Get("search", "/viec?xem=tat-ca&q=" + Uri.EscapeDataString(words)));
    }

    private async Task Track()
    {
        if (lastCode is null)
            return;
        await Think();
        var form = HtmlForm.In((await citizen.Get("track", "/tra-cuu")).Page).First();
        await citizen.Post("track", "/tra-cuu", [.. form.Hidden, ("ma", lastCode), ("ma-tra-cuu", "")]);
    }

    private async Task Process()
    {
        await Think();
        var list = await seat.Get("list", "/viec?xem=don-vi&xep=" + (random.Next(2) == 0 ? "han" : "moi"));
        if (Remember(list) is not { } code)
            return;
        await Think();
        var page = await seat.Get("open", $"/ho-so/{code}");
        var forms = HtmlForm.In(page.Page).Where(f => f.Action.StartsWith($"/ho-so/{code}/viec/", StringComparison.Ordinal)).ToList();
        if (Plain.Select(k => (Kind: k, Form: forms.Find(f => f.Action.Contains($"/viec/{k}", StringComparison.Ordinal)))).FirstOrDefault(f =>
            f.Form is not null)
            is { Form: { } plain, Kind: var kind })
        {
            await Think();
            await Act(kind, code, plain.Action, plain.Hidden, null);
        }
        else if (HtmlForm.Links(page.Page, "btn act").FirstOrDefault(l => l.Contains("/viec/complete-step") || l.Contains("/viec/register-result")) is { } link)
            await Fill(code, link);
    }

    private async Task Fill(string code, string link)
    {
        await Think();
        var page = await seat.Get("open-form", link);
        if (HtmlForm.In(page.Page).FirstOrDefault(f => f.Class == "act-form") is not { } form)
            return;
        await Think();
        if (link.Contains("/viec/complete-step"))
            await Act("complete-step", code, link, [.. form.Hidden, ("Input.Proposal", "Granted"), ("Input.Note", $"Đủ điều kiện giải quyết, {Mark()}.")],
                null);
        else
            await Act("register-result", code, link,
                [.. form.Hidden, ("Input.ResultNumber", $"{Mark()}/GCN"), ("Input.Day", Vietnam.Day(DateTimeOffset.UtcNow).ToString("dd/MM/yyyy",
                    CultureInfo.InvariantCulture))],
                new SentFile("Input.Digest", $"ket-qua-{Mark()}.pdf", Pdf()));
    }

    private async Task Act(string kind, string code, string to, IReadOnlyList<(string Name, string Value)> fields, SentFile? file)
    {
        var key = $"{kind}:{fields.First(f => f.Name == "khoa").Value}";
        journal.Send(key);
        var answer = await seat.Post(kind, to, fields, file);
        if (answer.To == $"/ho-so/{code}")
        {
            journal.Acknowledge(key);
            return;
        }
        journal.Refuse();
        var typed = fields.Where(f => f.Name is "Input.Note" or "Input.ResultNumber").Select(f => f.Value);
        var page = WebUtility.HtmlDecode(answer.Page);
        if (typed.Any(t => !page.Contains(t, StringComparison.Ordinal)))
            journal.Error(kind, $"trả lời {answer.Status} không còn điều đã nhập");
    }

    private async Task Receive()
    {
        await Think();
        var door = HtmlForm.In((await seat.Get("reception", "/tiep-nhan")).Page).First(f => f.Hidden.Any(h => h.Name == "procedure"));
        await Think();
        var begun = await seat.Post("begin", "/tiep-nhan", [.. door.Hidden.Where(h => h.Name is not ("procedure" or "don-vi")),
            ("procedure", Samples.Procedure), ("don-vi", unit.ToString(CultureInfo.InvariantCulture))]);
        if (begun.To is not { } draft || !Guid.TryParse(draft.Split('/')[^1], out var attempt))
        {
            journal.Error("begin", $"trả lời {begun.Status} {begun.To}");
            return;
        }
        await Think();
        var (hidden, words) = (await Form(draft), Mark());
        var typed = Typed(words);
        journal.Send(attempt, words);
        var saved = await seat.Post("save-draft", draft, [.. hidden, .. typed, ("do", "save")], new SentFile("paper.1.files", $"to-khai-{words}.pdf", Pdf()));
        if (saved.To is null || !saved.To.StartsWith(draft, StringComparison.Ordinal))
        {
            journal.Error("save-draft", $"trả lời {saved.Status} {saved.To}");
            return;
        }
        journal.Acknowledge(attempt, words);
        await Think();
        journal.Send($"attempt:{attempt}");
        var received = await seat.Post("receive", draft, [.. await Form(draft), .. typed, ("do", "receive")]);
        // Sent twice the attempt's own page says what became of it.
        if (received.To == draft)
            received = await seat.Get("receive", draft);
        if (received.To?.StartsWith("/ho-so/", StringComparison.Ordinal) != true)
        {
            journal.Error("receive", $"trả lời {received.Status} {received.To}");
            return;
        }
        lastCode = received.To.Split('/')[2];
        journal.Acknowledge($"attempt:{attempt}");
    }

    private async Task<IReadOnlyList<(string Name, string Value)>> Form(string draft)
    {
        var page = await seat.Get("open-draft", draft);
        return HtmlForm.In(page.Page).FirstOrDefault(f => f.Hidden.Any(h => h.Name == "seen"))?.Hidden ?? [];
    }

    private IEnumerable<(string Name, string Value)> Typed(string words) =>
        Samples.Typed(people.Owner(random.Next(1000), personsOnly: true)).Select(t => t.Name == "owner.address" ? (t.Name, $"Số 12 ngõ {words}") : t);

    private string? Remember(Answer list)
    {
        if (list.To?.StartsWith("/ho-so/", StringComparison.Ordinal) == true)
            return lastCode = list.To.Split('/')[2];
        var codes = Code().Matches(list.Page).Select(m => m.Groups[1].Value).Distinct().ToList();
        return codes.Count == 0 ? null : lastCode = codes[random.Next(codes.Count)];
    }

    private static string Mark() => "K" + Guid.NewGuid().ToString("N")[..12];

    // Large enough that it lies on disk while it is read, and unlike every other.
    private static byte[] Pdf()
    {
        var body = string.Concat(Enumerable.Range(0, 1200).Select(_ => $"% {Guid.NewGuid():N}{Guid.NewGuid():N}\n"));
        const string Objects = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
            + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n"
            + "4 0 obj<</Length 18>>stream\n0 0 m 100 100 l S \nendstream endobj\n";
        return Encoding.ASCII.GetBytes($"%PDF-1.4\n{body}{Objects}trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
    }

    [GeneratedRegex("href=\"/ho-so/([^\"/?#]+)\"")]
    private static partial Regex Code();
}
