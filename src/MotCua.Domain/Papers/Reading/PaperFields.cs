using MotCua.Domain.Law;

namespace MotCua.Domain.Papers.Reading;

/// <summary>A proposal for one field.</summary>
/// <param name="Value">Null where it is left to the officer.</param>
/// <param name="Confidence">0 to 1; of an empty field, how sure it is that the paper states none.</param>
[NoTerm("a proposal of the reader")]
public readonly record struct ReadField(string? Value, double Confidence)
{
    /// <summary>From here on a value is called sure.</summary>
    public const double Sure = 0.9;

    /// <summary>Below this a value is not proposed: a wrong proposal costs more than an empty box.</summary>
    public const double Least = 0.7;

    /// <summary>The paper states none, or nothing legible.</summary>
    public static ReadField None { get; } = new(null, 0);

    /// <summary>The value where it is good enough to be proposed, else empty.</summary>
    public static ReadField Of(string? value, double confidence) =>
        string.IsNullOrWhiteSpace(value) || confidence < Least ? None : new(value.Trim(), Math.Round(Math.Clamp(confidence, 0, 1), 2));
}

/// <summary>What digitizing must record of a paper.</summary>
/// <param name="Type">Kind of paper: "giay-khai-sinh".</param>
/// <param name="Title">Its name as printed; empty for an official letter.</param>
/// <param name="Number">Before the first "/" of its number.</param>
/// <param name="Notation">Behind it.</param>
/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="Issuer">Agency, without the one above it.</param>
/// <param name="OwnerName">Whom it is about; two are joined by "; ".</param>
/// <param name="OwnerId">Digits.</param>
/// <param name="Abstract">Main content, without "Về việc".</param>
/// <param name="ValidUntil">Last day, yyyy-MM-dd.</param>
/// <param name="Scope">Purpose or area of validity.</param>
[Term("Thông tin mô tả của giấy tờ", Law = "TT 01/2023/TT-VPCP Đ.9")]
public sealed record PaperFields(
    ReadField Type, ReadField Title, ReadField Number, ReadField Notation, ReadField Date, ReadField Issuer,
    ReadField OwnerName, ReadField OwnerId, ReadField Abstract, ReadField ValidUntil, ReadField Scope)
{
    /// <summary>The fields by the names under which they are told outside.</summary>
    public IEnumerable<(string Name, ReadField Field)> All() =>
    [
        ("type", Type), ("title", Title), ("number", Number), ("notation", Notation), ("date", Date), ("issuer", Issuer),
        ("owner_name", OwnerName), ("owner_id", OwnerId), ("abstract", Abstract), ("valid_until", ValidUntil), ("scope", Scope),
    ];
}
