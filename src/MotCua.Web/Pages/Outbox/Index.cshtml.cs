using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Dossiers;
using MotCua.App.Outbox;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Outbox;

/// <summary>What would have been sent: until the outside is linked, notices are only shown here.</summary>
[NeedsDuty(Duty.HeadOneStop, Duty.Control, Duty.Administer, Duty.Receive)]
public sealed class IndexModel(OutboxList outbox, WorkList work, ReferenceCache references, MotCuaDb db) : PageModel
{
    /// <summary>A message in words.</summary>
    /// <param name="Code">The dossier's code; null where the officer may not open it.</param>
    /// <param name="State">Whether it was sent.</param>
    public sealed record Line(DateTimeOffset At, string? Code, string Receiver, string Text, string State, bool Sent);

    /// <summary>One receiver to show, or all.</summary>
    public sealed record Choice(string Href, string Label, bool Current);

    /// <summary>The receivers.</summary>
    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The messages, newest first.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>The page shown, from 1.</summary>
    public int At { get; private set; } = 1;

    /// <summary>Whether more follow.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Shows a page of the outbox.</summary>
    /// <param name="den">A receiver; all without it.</param>
    /// <param name="trang">The page, from 1.</param>
    public async Task OnGetAsync(string? den, int trang = 1, CancellationToken cancel = default)
    {
        var receivers = await outbox.Receivers(cancel);
        var receiver = receivers.FirstOrDefault(r => r == den);
        var page = await outbox.Of(receiver, trang, cancel);
        var codes = await work.Codes(SignedIn.Of(HttpContext).Id.Value, [.. page.Rows.Select(r => r.DossierId).Distinct()], cancel);
        var statuses = (await references.Get(db, cancel)).NationalStatuses;
        (At, HasMore) = (page.Page, page.HasMore);
        Lines = [.. page.Rows.Select(r => new Line(
            r.Created, codes.GetValueOrDefault(r.DossierId), NameOf(r.Receiver), TextOf(r, statuses),
            r.Sent is null ? "chưa gửi thật" : "đã gửi", r.Sent is not null))];
        Choices =
        [
            new Choice("/hop-thu", "Mọi nơi nhận", receiver is null),
            .. receivers.Select(r => new Choice("/hop-thu?den=" + Uri.EscapeDataString(r), NameOf(r), r == receiver)),
        ];
    }

    private static string TextOf(OutboxRow row, IReadOnlyDictionary<string, (string Code, string Name)> statuses) =>
        row.Receiver == "national-portal" && statuses.TryGetValue(row.Text, out var status)
            ? $"Trạng thái {status.Code}: {status.Name}" : row.Text;

    private static string NameOf(string receiver) => receiver switch
    {
        "sms" => "Tin nhắn",
        "email" => "Thư điện tử",
        "national-portal" => "Cổng Dịch vụ công quốc gia",
        _ => receiver,
    };
}
