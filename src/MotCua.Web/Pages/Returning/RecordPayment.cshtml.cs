using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using MotCua.App.Papers;
using MotCua.App.Returning;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Dossiers.Paying;
using MotCua.Domain.Fees;
using MotCua.Web.Pages.Dossiers;

namespace MotCua.Web.Pages.Returning;

/// <summary>The one-stop unit records money that it collected.</summary>
public sealed class RecordPaymentModel(DossierReader reader, ReturnResult returning) : ActPage(reader)
{
    /// <summary>What is typed.</summary>
    public sealed class Fields
    {
        /// <summary>How much came in.</summary>
        public Dong? Amount { get; set; }

        /// <summary>How.</summary>
        public PaymentMethod Method { get; set; }

        /// <summary>Number of the fee receipt.</summary>
        [StringLength(50, ErrorMessage = "Số biên lai dài quá 50 ký tự; hãy chỉ ghi ký hiệu và số.")]
        public string? Receipt { get; set; }
    }

    /// <summary>What is typed.</summary>
    [BindProperty]
    public Fields Input { get; set; } = new();

    /// <inheritdoc/>
    public override ActKind Kind => ActKinds.Of<RecordPayment>();

    /// <summary>Records the money.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancel) =>
        Perform((id, _, hand) => returning.Pay(id, Input.Amount ?? Dong.Zero, Input.Method, Input.Receipt, hand, cancel), cancel);

    /// <inheritdoc/>
    protected override Task Prepare(CancellationToken cancel)
    {
        Input.Amount ??= View.Dossier.Money.Owed;
        return Task.CompletedTask;
    }
}
