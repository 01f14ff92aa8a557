using System.ComponentModel.DataAnnotations;
using MotCua.Domain.Dossiers;

namespace MotCua.Web.Pages.Processing;

/// <summary>What is typed of who carries paper.</summary>
public sealed class CarrierFields
{
    /// <summary>By which way.</summary>
    public PaperCarrier Carrier { get; set; }

    /// <summary>The carrier's number.</summary>
    [StringLength(60, ErrorMessage = "Số hiệu dài quá 60 ký tự; hãy xem lại.")]
    public string? Tracking { get; set; }

    /// <summary>Who carries it.</summary>
    [StringLength(200, ErrorMessage = "Tên người, đơn vị đi giao dài quá 200 ký tự; hãy rút gọn.")]
    public string? CarriedBy { get; set; }
}
