using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.App.Access;
using MotCua.App.Papers;
using MotCua.App.Privacy;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Domain.Words;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Dossiers;

/// <summary>Corrects or erases the data of a person in a dossier, at his request.</summary>
[NeedsDuty(Duty.HeadOneStop), NeverKept]
public sealed class PersonalDataModel(DossierDoor door, CorrectParty correct) : PageModel
{
    /// <summary>Code of the dossier, from the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>Whose data; the owner's where nobody is named.</summary>
    [BindProperty(SupportsGet = true, Name = "nguoi")]
    public Guid? Who { get; set; }

    /// <summary>Full name.</summary>
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The number of the kind that stands in the dossier.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Day or year of birth, as typed.</summary>
    [BindProperty]
    public string? Birth { get; set; }

    /// <summary>Address.</summary>
    [BindProperty]
    public string? Address { get; set; }

    /// <summary>Phone.</summary>
    [BindProperty]
    public string? Phone { get; set; }

    /// <summary>E-mail.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The request.</summary>
    [BindProperty]
    public string? Basis { get; set; }

    /// <summary>The dossier.</summary>
    public DossierView View { get; private set; } = null!;

    /// <summary>The person shown.</summary>
    public PartyRow PartyRow { get; private set; } = null!;

    /// <summary>What was done before.</summary>
    public IReadOnlyList<PartyChangeRow> Changes { get; private set; } = [];

    /// <summary>What kind of number it is.</summary>
    public string NumberLabel => ActWords.Capital(Terms.Of(PartyRow.IdentityKind));

    /// <summary>Shows what stands there.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } instead)
            return instead;
        var p = PartyRow;
        (Name, Number, Address, Phone, Email) = (p.Name, p.Number, p.Address, p.Phone, p.Email);
        Birth = p.Birth is { } day ? VietnameseFormat.Day(day) : p.BirthYear?.ToString(CultureInfo.InvariantCulture);
        return Page();
    }

    /// <summary>Corrects.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } instead)
            return instead;
        var (day, year) = ReadBirth();
        if (!ModelState.IsValid)
            return Page();
        var right = PartyRow.ToParty() with
        {
            Name = Name ?? "", Number = string.IsNullOrWhiteSpace(Number) ? PartyRow.Number : Number, Birth = day, BirthYear = year ?? day?.Year,
            Address = Address ?? "", Phone = Phone, Email = Email,
        };
        var refusals = await correct.Correct(View, PartyRow.Id, right, Basis ?? "", cancel);
        return Done(refusals, "Đã chỉnh sửa dữ liệu cá nhân trong hồ sơ");
    }

    /// <summary>Erases.</summary>
    public async Task<IActionResult> OnPostEraseAsync(CancellationToken cancel)
    {
        if (await Load(cancel) is { } instead)
            return instead;
        return Done(await correct.Erase(View, PartyRow.Id, Basis ?? "", cancel) is { } no ? [no] : [], "Đã xóa dữ liệu cá nhân trong hồ sơ");
    }

    private IActionResult Done(IReadOnlyList<Refusal> refusals, string said)
    {
        foreach (var no in refusals)
            ModelState.AddRefusal(no);
        if (refusals.Count > 0)
            return Page();
        TempData["Done"] = $"{said} {View.Dossier.Case.Code.Value}.";
        return Redirect($"/ho-so/{View.Dossier.Case.Code.Value}");
    }

    private (DateOnly? Day, int? Year) ReadBirth()
    {
        if (string.IsNullOrWhiteSpace(Birth))
            return (null, null);
        if (VietnameseFormat.TryParseDay(Birth, out var day))
            return (day, null);
        if (Birth.Trim().Length == 4 && int.TryParse(Birth.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
            return (null, year);
        ModelState.AddModelError(nameof(Birth), "Ngày sinh chưa đúng. Hãy nhập như 22/11/1990 hoặc chỉ năm sinh.");
        return (null, null);
    }

    private async Task<IActionResult?> Load(CancellationToken cancel)
    {
        var (view, instead) = await door.Open(this, Code, ReadingKind.Dossier, "personal-data", cancel);
        if (view is null)
            return instead;
        if (!CorrectParty.May(view))
            return NotFound();
        View = view;
        PartyRow = view.Parties.FirstOrDefault(p => p.Id == Who) ?? view.Owner;
        Changes = await correct.Of(view.Dossier.Id.Value, cancel);
        return null;
    }
}
