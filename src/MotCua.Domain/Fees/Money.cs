using MotCua.Domain.Law;

namespace MotCua.Domain.Fees;

/// <summary>An amount in whole đồng.</summary>
[NoTerm("an amount")]
public readonly record struct Dong(long Amount)
{
    /// <summary>Nothing.</summary>
    public static readonly Dong Zero = new(0);
    /// <summary>Sum.</summary>
    public static Dong operator +(Dong a, Dong b) => new(a.Amount + b.Amount);
    /// <summary>Difference.</summary>
    public static Dong operator -(Dong a, Dong b) => new(a.Amount - b.Amount);
}

/// <summary>Whether an amount is a fee (lệ phí) or a charge (phí).</summary>
[Term("loại khoản thu", Law = "Luật Phí và lệ phí 2015 Đ.3")]
public enum TariffKind
{
    /// <summary>Lệ phí.</summary>
    [Term("lệ phí")] Fee,
    /// <summary>Phí.</summary>
    [Term("phí")] Charge,
}

/// <summary>What a procedure costs, dated, with its legal basis (R-FEE-07).</summary>
/// <param name="Per">What one unit is: "hồ sơ", "trang", "bản".</param>
/// <param name="Channel">The channel it holds for; null for all.</param>
[Term("mức thu phí, lệ phí")]
public sealed record Tariff(
    string Name, TariffKind Kind, Dong Amount, string Per, string? Channel, string LegalBasis, DateOnly From, DateOnly? To, bool Verified);
