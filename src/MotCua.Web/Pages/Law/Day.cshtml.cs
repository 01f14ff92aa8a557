using Microsoft.AspNetCore.Mvc;
using MotCua.App.Amending;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Time;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Law;

/// <summary>Adds, changes or takes away a day that differs from the week.</summary>
[NeedsDuty(Duty.Administer)]
public sealed class DayModel(Amend amend, LawReader reader, TimeProvider clock) : AmendPage(amend)
{
    /// <summary>The choice that the day is as its week says.</summary>
    public const string AsWeek = "none";

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The day.</summary>
        public DateOnly? Day { get; set; }

        /// <summary>A <see cref="DayKind"/>, or <see cref="AsWeek"/>.</summary>
        public string Kind { get; set; } = nameof(DayKind.Holiday);

        /// <summary>The occasion.</summary>
        public string? Name { get; set; }

        /// <summary>The other day of a swap.</summary>
        public DateOnly? SwappedWith { get; set; }

        /// <summary>Whose calendar.</summary>
        public string Scope { get; set; } = "nation";

        /// <summary>The text.</summary>
        public string? Basis { get; set; }

        /// <summary>Whether it is announced and was read.</summary>
        public bool Verified { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>What the calendar says of the day now.</summary>
    public DayStanding? Now { get; private set; }

    /// <summary>What a day can be.</summary>
    public IReadOnlyList<Choice> Kinds { get; } = [.. Choice.Of<DayKind>(), new(AsWeek, "theo tuần làm việc (bỏ khỏi lịch)")];

    /// <summary>Whose calendar.</summary>
    public IReadOnlyList<Choice> Scopes { get; private set; } = [];

    private ReferenceData reference = null!;
    private DayLine? row;

    /// <summary>Shows the form, with what stands of the day.</summary>
    public async Task OnGetAsync(DateOnly? ngay, [FromQuery(Name = "pham-vi")] string? scope, CancellationToken cancel)
    {
        (Input.Day, Input.Scope) = (ngay, scope ?? "nation");
        await Load(cancel);
        if (row is { Day: var day })
            (Input.Kind, Input.Name, Input.SwappedWith, Input.Basis, Input.Verified) =
                (day.Kind.ToString(), day.Name, day.SwappedWith, day.LegalBasis, day.Verified);
    }

    /// <summary>Looks at it or saves it.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await Load(cancel);
        if (Input.Day is null && ModelState.IsValid)
            ModelState.AddModelError("Input.Day", "Hãy nhập ngày.");
        var kind = Enum.TryParse<DayKind>(Input.Kind, out var k) && Enum.IsDefined(k) ? k : (DayKind?)null;
        Amendment amendment = kind is { } set
            ? new SetDay(Input.Day ?? default, set, Input.Name ?? "", Input.Basis ?? "", Input.Verified, Input.SwappedWith, Input.Scope)
            : new RemoveDay(row?.Id ?? 0, Input.Basis ?? "");
        return await Send(amendment, $"/danh-muc/lich?nam={Input.Day?.Year}&don-vi={Uri.EscapeDataString(Input.Scope)}", cancel);
    }

    private async Task Load(CancellationToken cancel)
    {
        reference = await reader.Reference(cancel);
        Scopes = LawWords.Scopes(reference, Vietnam.Day(clock.GetUtcNow()));
        if (Input.Day is not { } day)
            return;
        var rows = await reader.Days(day.Year, [Input.Scope], cancel);
        // A day that is worked for a swap stands in the row of the other day.
        row = rows.LastOrDefault(d => d.Day.Day == day) ?? rows.LastOrDefault(d => d.Day.SwappedWith == day);
        if (Request.Method == HttpMethods.Get && row is not null)
            Input.Day = row.Day.Day;
        var unit = Input.Scope.StartsWith("unit:", StringComparison.Ordinal) ? reference.Agencies.Find(Input.Scope["unit:".Length..])?.Id : null;
        Now = reference.CalendarOf(unit ?? default).Why(Input.Day.Value);
    }
}
