using System.Globalization;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Signing;

/// <summary>Where a signature shows.</summary>
public enum SignaturePlace
{
    /// <summary>Nowhere.</summary>
    Nowhere,

    /// <summary>At the top left of the first page: who digitized (R-DIG-05).</summary>
    TopLeft,

    /// <summary>At the top right of the first page: the agency on copies and annexes (NĐ 30/2020/NĐ-CP, Phụ lục I).</summary>
    TopRight,

    /// <summary>In a box of a page: the image of a hand's signature or of a seal.</summary>
    Box,
}

/// <summary>How a signature looks on paper. The place follows from the class of the document (R-X-07).</summary>
/// <param name="Place">Where it shows.</param>
/// <param name="Time">When it is signed; also written into the signature.</param>
/// <param name="Lines">What it says, one line each.</param>
public sealed record SignatureLook(SignaturePlace Place, DateTimeOffset Time, IReadOnlyList<string> Lines)
{
    /// <summary>The image, PNG; null for none.</summary>
    public byte[]? Image { get; init; }

    /// <summary>The box of an image; null at the corners.</summary>
    public SignatureBox? Box { get; init; }

    /// <summary>Why it was signed, for readers' signature panels; null for nothing.</summary>
    public string? Reason { get; init; }

    /// <summary>The personal signature of who digitized, at the top left: name and time (TT 01/2023/TT-VPCP Đ.8.1).</summary>
    public static SignatureLook Digitizer(string name, DateTimeOffset time) =>
        new(SignaturePlace.TopLeft, time, [$"Người số hóa: {name}", $"Thời gian ký: {Moment(time)}"]) { Reason = "Số hóa giấy tờ" };

    /// <summary>The personal signature of whoever signs for another reason, at the top left: name and time on one line, which
    /// stands above the QR code of printed papers.</summary>
    public static SignatureLook Signer(string name, DateTimeOffset time) =>
        new(SignaturePlace.TopLeft, time, [$"Người ký: {name}; {Moment(time)}"]);

    /// <summary>The agency on an electronic copy, at the top right: form of the copy, agency, time (NĐ 30/2020/NĐ-CP, Phụ lục I).</summary>
    /// <param name="form">"SAO Y", "SAO LỤC" or "TRÍCH SAO".</param>
    public static SignatureLook Copy(string form, string agency, DateTimeOffset time) =>
        new(SignaturePlace.TopRight, time, [form, agency, $"Thời gian ký: {Moment(time)}"]) { Reason = "Bản sao điện tử" };

    /// <summary>The agency on an annex that is a file of its own, at the top right: number and symbol of the document, time; no image.</summary>
    public static SignatureLook Annex(string numberAndSymbol, DateTimeOffset time) =>
        new(SignaturePlace.TopRight, time, [numberAndSymbol, Moment(time)]) { Reason = "Phụ lục của văn bản" };

    /// <summary>An image in a box: the blue signature of a person, or the red seal of an agency over about a third of it at its left.</summary>
    /// <param name="png">PNG with a transparent ground.</param>
    public static SignatureLook Picture(byte[] png, SignatureBox box, DateTimeOffset time) => new(SignaturePlace.Box, time, []) { Image = png, Box = box };

    /// <summary>A signature that does not show.</summary>
    public static SignatureLook Hidden(DateTimeOffset time) => new(SignaturePlace.Nowhere, time, []);

    private static string Moment(DateTimeOffset time) =>
        $"{Vietnam.Local(time).ToString("dd/MM/yyyy; HH:mm:ss", CultureInfo.InvariantCulture)} +07:00";
}

/// <summary>A box on a page as people see it.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Left">Points from the left edge.</param>
/// <param name="Top">Points from the top edge.</param>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
public sealed record SignatureBox(int Page, float Left, float Top, float Width, float Height);
