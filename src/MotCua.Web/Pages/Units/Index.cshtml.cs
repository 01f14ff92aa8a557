using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App;
using MotCua.App.Reference;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Units;

/// <summary>Administrative units of today and before: where an old one is now, on what text that rests,
/// and which communes have no agency in the system yet.</summary>
[NeedsDuty(Duty.Control, Duty.Administer)]
public sealed class IndexModel(MotCuaDb db, ReferenceCache references, TimeProvider clock) : PageModel
{
    /// <summary>Units on a page.</summary>
    public const int Size = 25;

    /// <summary>A unit with what became of it.</summary>
    /// <param name="Above">Its superior units.</param>
    /// <param name="Origins">The old units that went into it, split ones marked.</param>
    /// <param name="HasAgency">Whether its committee is among the agencies; null where that is not asked.</param>
    public sealed record Line(
        AdministrativeUnit Unit, string Above, bool Holds, Whereabouts Now, IReadOnlyList<(AdministrativeUnit Unit, bool Split)> Origins, bool? HasAgency);

    /// <summary>What was typed.</summary>
    public string? Query { get; private set; }

    /// <summary>Only communes without an agency are shown.</summary>
    public bool Lacking { get; private set; }

    /// <summary>The page, from 1.</summary>
    public int At { get; private set; } = 1;

    /// <summary>Units found.</summary>
    public int Total { get; private set; }

    /// <summary>The units of the page.</summary>
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>All units.</summary>
    public UnitBook Units { get; private set; } = UnitBook.Empty;

    /// <summary>The province of the officer's unit; null where it is not known.</summary>
    public AdministrativeUnit? Home { get; private set; }

    /// <summary>Communes of that province, and how many of them have no agency yet.</summary>
    public (int All, int Lacking) Communes { get; private set; }

    /// <summary>Provinces and communes known to stand today, and how many there are by law.</summary>
    public (int Provinces, int Communes, int OfProvinces, int OfCommunes) Country { get; private set; }

    /// <summary>Shows what answers the words; without words the communes of the province.</summary>
    /// <param name="q">Words of a name, or a code.</param>
    /// <param name="loc">"thieu": communes without an agency.</param>
    /// <param name="trang">The page, from 1.</param>
    public async Task OnGetAsync(string? q, string? loc, int trang = 1, CancellationToken cancel = default)
    {
        var today = Vietnam.Day(clock.GetUtcNow());
        var reference = await references.Get(db, cancel);
        (Units, Query, Lacking) = (reference.Units, VietnameseText.Clean(q), loc == "thieu");
        Home = Units.Find(reference.ProvinceOf(SignedIn.Of(HttpContext).Home.Id, today), today);
        var committees = reference.Agencies.All.Where(a => a.Kind == AgencyKind.Committee && a.From <= today && (a.To is null || today <= a.To))
            .Select(a => VietnameseText.Fold(a.Name)).ToHashSet();
        bool HasAgency(AdministrativeUnit u) => committees.Contains(VietnameseText.Fold($"Ủy ban nhân dân {u.Name}"));
        var own = Home is null ? [] : Units.Under(Home.Code, today).OrderBy(u => VietnameseText.WordKey(u.Proper)).ToList();
        Communes = (own.Count, own.Count(u => !HasAgency(u)));
        Country = (Standing(Level.Province), Standing(Level.Commune),
            reference.Rules.Number("units.province", today), reference.Rules.Number("units.commune", today));
        List<AdministrativeUnit> found = Lacking ? own.FindAll(u => !HasAgency(u))
            : Query is null ? own : [.. UnitSearch.Find(Units, Query, today, Home?.Code)];
        Total = found.Count;
        At = Math.Clamp(trang, 1, Math.Max(1, (Total + Size - 1) / Size));
        Lines = [.. found.Skip((At - 1) * Size).Take(Size).Select(u => new Line(
            u, Units.ParentOf(u) is { } parent ? Units.Title(parent) : "", u.HoldsOn(today), Units.On(u, today),
            [.. Units.Origins(u).Select(o => (o, Units.On(o, today).Ambiguous))], Home is not null && u.Level == Level.Commune && u.HoldsOn(today)
                && u.Parent == Home.Code ? HasAgency(u) : null))];

        int Standing(Level level) => Units.All.Count(u => u.Level == level && u.HoldsOn(today));
    }

    /// <summary>"từ 01/07/2025", "đến 30/06/2025", "01/07/2025–29/04/2026".</summary>
    public static string Time(AdministrativeUnit unit) => (unit.From == AdministrativeUnit.LongAgo, unit.To) switch
    {
        (true, { } to) => $"đến {VietText.Day(to)}",
        (true, null) => "chưa rõ từ ngày nào",
        (false, { } to) => $"{VietText.Day(unit.From)}–{VietText.Day(to)}",
        _ => $"từ {VietText.Day(unit.From)}",
    };
}
