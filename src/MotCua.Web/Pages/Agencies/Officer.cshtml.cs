using Microsoft.AspNetCore.Mvc;
using MotCua.App.Access;
using MotCua.App.Staff;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Agencies;

/// <summary>One officer: who he is, what he may do and by which decisions, who stands in for him.</summary>
[NeverKept]
public sealed class OfficerModel(StaffReader staff, Officers officers, EndDuties end, SecondFactors factors, IServiceProvider services) : OfficerPage(staff)
{
    /// <summary>A one-time password that was just given; null if none was.</summary>
    public string? Password { get; private set; }

    /// <summary>Whether whoever looks may give him a duty somewhere.</summary>
    public bool MayGive => Reached.Reach.IsAdministrator && Reached.Reach.Officer.Value != OfficerId;

    /// <summary>Whether whoever looks may ask that somebody stands in for him.</summary>
    public bool MayProposeSubstitute => View.Standing(Reached.Today).Any() && (Reached.Reach.Officer.Value == OfficerId
        || View.Standing(Reached.Today).Any(g => Reached.Reach.Approves(new AgencyId(g.UnitId))));

    /// <summary>Shows the officer.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Load(null, cancel) ? Page() : NotFound();

    /// <summary>Gives a one-time password, shown once.</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken cancel)
    {
        var officer = new OfficerId(OfficerId);
        if (!await Load(null, cancel))
            return NotFound();
        var no = await officers.MayReopen(Me, officer, cancel);
        Password = no is null ? await services.GetRequiredService<OneTimePasswords>().Give(officer, Me, Account.OriginOf(HttpContext), cancel) : null;
        if (Password is null)
            Refuse([no ?? new Refusal("staff.crossed", "Tài khoản vừa thay đổi. Hãy thử lại.")]);
        return Page();
    }

    /// <summary>Removes the second factor of an officer who has lost his phone and his recovery codes.</summary>
    public async Task<IActionResult> OnPostFactorAsync(CancellationToken cancel)
    {
        if (!await Load(null, cancel))
            return NotFound();
        if (await factors.Reset(Me, new OfficerId(OfficerId), Reached.Reference.Agencies, Account.OriginOf(HttpContext), cancel) is { } no)
        {
            Refuse([no]);
            return Page();
        }
        TempData["Done"] = $"Đã gỡ lớp xác thực thứ hai của {View.Officer.Name}. Người này phải bật lại khi đăng nhập nếu nhiệm vụ đòi hỏi.";
        return Redirect(Href);
    }

    /// <summary>Takes him off a backup list.</summary>
    /// <param name="entry">Row number of the entry.</param>
    public async Task<IActionResult> OnPostUnlistAsync([FromForm(Name = "muc")] int entry, CancellationToken cancel)
    {
        if (!await Load(null, cancel))
            return NotFound();
        if (await end.Unlist(Me, entry, cancel) is { } no)
        {
            Refuse([no]);
            return Page();
        }
        TempData["Done"] = "Đã đưa ra khỏi danh sách dự phòng từ hôm nay.";
        return Redirect(Href);
    }
}
