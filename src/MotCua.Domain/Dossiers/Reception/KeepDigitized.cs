using System.Globalization;
using MotCua.Domain.Agencies;
using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>A paper of the dossier has gone through the digitization line: its code is given and it goes into the repository (R-DIG-01, R-DIG-10). The
/// system does so when the copy is signed and the data confirmed; who may do these was asked then.</summary>
/// <param name="Document">Id of the document of the repository.</param>
/// <param name="Component">Code of the component; "result" for the result (R-DIG-17).</param>
/// <param name="Digest">SHA-256 of the signed copy.</param>
/// <param name="Pages">Its pages.</param>
/// <param name="Sources">SHA-256 of the files that the pages came in.</param>
/// <param name="By">Who digitized and signed.</param>
[Term("cấp mã và lưu kết quả số hóa", Law = "TT 01/2023/TT-VPCP Đ.7")]
public sealed record KeepDigitized(Guid Document, string Component, string Digest, int Pages, IReadOnlyList<string> Sources, OfficerId By)
    : DossierAct, IAllowsOnDossier<KeepDigitized>
{
    private static readonly Refusal Unborn = new("digitize.unborn", "Lần nộp này chưa được tiếp nhận. Bản số hóa được lưu vào kho khi tiếp nhận xong.");

    private static readonly Refusal Known = new("digitize.known", "Bản số hóa này đã được lưu vào kho.");

    /// <inheritdoc/>
    public static Needs Needs { get; } = new(At.Reception);

    /// <inheritdoc/>
    public static Refusal? Allows(Dossier dossier, Circumstances now) => dossier.Case.Status == DossierStatus.Unborn ? Unborn : null;

    /// <inheritdoc/>
    public override IReadOnlyList<Counter> Draws(Dossier dossier, Circumstances now) => [Series(now.Today)];

    /// <summary>The series that digitization-result codes are drawn from: one for each year.</summary>
    public static Counter Series(DateOnly day) => new("digitized", day.Year.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override Decision Decide(Dossier dossier, Circumstances now) => Allows(dossier, now) is { } no ? no
        : dossier.Digitized.Exists(d => d.Document == Document) ? Known
        : new PaperDigitized(Document, Component, Digest, Pages, now.Numbers[Series(now.Today)], Sources, By);
}

/// <summary>A paper was digitized and kept. The code itself holds the owner's identifier and stands beside the log.</summary>
/// <param name="Number">The number of the year in its code.</param>
[Term("đã số hóa giấy tờ", Law = "TT 01/2023/TT-VPCP Đ.7"), Stored("paper-digitized")]
public sealed record PaperDigitized(
    Guid Document, string Component, string Digest, int Pages, long Number, IReadOnlyList<string> Sources, OfficerId By) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Digitized = d.Digitized.Add(new KeptPaper(Component, Document, Number)) };
}
