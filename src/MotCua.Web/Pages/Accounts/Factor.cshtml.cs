using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using MotCua.App;
using MotCua.App.Access;
using MotCua.App.Reference;
using MotCua.Domain.Law;
using MotCua.Integrations.Codes;
using MotCua.Web.Configuration;
using MotCua.Web.Kit;
using MotCua.Web.SignIn;

namespace MotCua.Web.Pages.Accounts;

/// <summary>The officer's second factor: set up, recovery codes made anew, removed.</summary>
[AnyAccount(AccountState.NoFactor), NeverKept, EnableRateLimiting(GuessRate.Policy)]
public sealed class FactorModel : PageModel
{
    private const string Issuer = "MotCua";
    private static readonly TimeSpan OfferLife = TimeSpan.FromMinutes(30);

    private readonly SecondFactors factors;
    private readonly IOneTimeCodes phone;
    private readonly ISecretSeal seal;
    private readonly SignInDesk desk;
    private readonly MotCuaSettings settings;
    private readonly TimeProvider clock;

    /// <summary>Asks the host for what the page needs.</summary>
    public FactorModel(SecondFactors factors, IOneTimeCodes phone, ISecretSeal seal, SignInDesk desk, MotCuaSettings settings, TimeProvider clock) =>
        (this.factors, this.phone, this.seal, this.desk, this.settings, this.clock) = (factors, phone, seal, desk, settings, clock);

    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>The present password.</summary>
        [Required(ErrorMessage = "Hãy nhập mật khẩu đang dùng.")]
        public string Password { get; set; } = "";

        /// <summary>The phone's code, or a recovery code where one may stand in.</summary>
        [Required(ErrorMessage = "Hãy nhập mã.")]
        public string Code { get; set; } = "";
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <summary>Where to go afterwards.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? ReturnTo { get; set; }

    /// <summary>The secret that is offered, sealed for this officer and for half an hour.</summary>
    [BindProperty]
    public string? Offer { get; set; }

    /// <summary>Whose account it is.</summary>
    public Account Who => Account.Of(HttpContext)!;

    /// <summary>His duties need one, and he has none: nothing else opens before.</summary>
    public bool Forced => Who.State == AccountState.NoFactor;

    /// <summary>A demonstration, where it is not asked for.</summary>
    public bool Spared => Who.Demo && settings.Demonstration;

    /// <summary>The row that asks for it today; null where none does.</summary>
    public Rule? Rule { get; private set; }

    /// <summary>The duties that it names, in words.</summary>
    public string Duties => Rule is null ? "" : string.Join("; ", RequiredFactor.Duties(Rule).Select(d => Terms.Of(d)));

    /// <summary>The second factor; null if there is none.</summary>
    public FactorState? State { get; private set; }

    /// <summary>Recovery codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>The offered secret in groups of four, for whoever types it.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>The offered secret as a QR code.</summary>
    public QrPicture? Picture { get; private set; }

    /// <summary>Where it goes on.</summary>
    public string Onward => Url.IsLocalUrl(ReturnTo) ? ReturnTo : Forced ? "/viec" : "/tai-khoan";

    /// <summary>Shows what there is, or offers a new one.</summary>
    public Task<IActionResult> OnGetAsync(CancellationToken cancel) => Show(cancel);

    /// <summary>Sets up the second factor that was offered.</summary>
    public async Task<IActionResult> OnPostEnrolAsync(CancellationToken cancel)
    {
        if (Offered() is not { } secret)
        {
            ModelState.Clear();
            ModelState.AddModelError("", "Mã QR này đã quá nửa giờ; hãy quét mã mới dưới đây rồi nhập lại.");
            return await Show(cancel);
        }
        if (!ModelState.IsValid || await Unconfirmed(null, cancel))
            return await Show(cancel);
        var (codes, refused) = await factors.Enrol(Who.Id, secret, Input.Code, Account.OriginOf(HttpContext), cancel);
        if (refused is not null)
        {
            ModelState.AddRefusal(refused, "Input");
            return await Show(cancel);
        }
        Codes = codes;
        return await Show(cancel);
    }

    /// <summary>Makes new recovery codes.</summary>
    public async Task<IActionResult> OnPostRenewAsync(CancellationToken cancel)
    {
        if (await factors.Of(Who.Id, cancel) is not null && ModelState.IsValid && !await Unconfirmed(Input.Code, cancel))
            Codes = await factors.Renew(Who.Id, Account.OriginOf(HttpContext), cancel);
        return await Show(cancel);
    }

    /// <summary>Removes the second factor.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (await factors.Of(Who.Id, cancel) is null || !ModelState.IsValid || await Unconfirmed(Input.Code, cancel))
            return await Show(cancel);
        await factors.Remove(Who.Id, Account.OriginOf(HttpContext), cancel);
        TempData["Done"] = "Đã tắt lớp xác thực thứ hai. Các phiên đăng nhập khác của bạn đã kết thúc.";
        return LocalRedirect("/tai-khoan");
    }

    private async Task<bool> Unconfirmed(string? code, CancellationToken cancel)
    {
        if (await desk.Confirm(HttpContext, Who, Input.Password, code, cancel) is not { } wrong)
            return false;
        ModelState.AddModelError(wrong.Field.Length == 0 ? "" : $"Input.{wrong.Field}", wrong.Sentence);
        return true;
    }

    private async Task<IActionResult> Show(CancellationToken cancel)
    {
        var services = HttpContext.RequestServices;
        var rules = (await services.GetRequiredService<ReferenceCache>().Get(services.GetRequiredService<MotCuaDb>(), cancel)).Rules;
        Rule = RequiredFactor.On(Vietnam.Day(clock.GetUtcNow()), rules);
        State = await factors.Of(Who.Id, cancel);
        if (State is null)
            MakeOffer();
        Input = new Fields();
        foreach (var name in new[] { "Input.Password", "Input.Code" })
            ModelState.SetModelValue(name, null, "");
        return Page();
    }

    private void MakeOffer()
    {
        var secret = Offered();
        if (secret is null)
        {
            secret = phone.NewSecret();
            Offer = seal.Seal(Purpose, string.Create(CultureInfo.InvariantCulture, $"{secret} {clock.GetUtcNow().UtcTicks}"));
            ModelState.Remove(nameof(Offer));
        }
        Secret = string.Join(' ', secret.Chunk(4).Select(g => new string(g)));
        Picture = QrPicture.Of(phone.AddressOf(secret, Who.UserName, Issuer));
    }

    private string? Offered() =>
        Offer is { Length: > 0 } && seal.Open(Purpose, Offer)?.Split(' ') is [var secret, var ticks]
        && clock.GetUtcNow().UtcTicks - long.Parse(ticks, CultureInfo.InvariantCulture) < OfferLife.Ticks
            ? secret
            : null;

    private string Purpose => string.Create(CultureInfo.InvariantCulture, $"offer {Who.Id.Value}");
}
