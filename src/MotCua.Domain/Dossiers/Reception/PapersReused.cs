using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers.Reception;

/// <summary>A component that a document of the repository stands for, by reference (R-REPO-04).</summary>
/// <param name="Component">Code of the component.</param>
/// <param name="Document">Id of the document.</param>
[Term("giấy tờ dẫn nguồn từ kho", Law = "TT 01/2023/TT-VPCP Đ.12")]
public sealed record ReusedPaper(string Component, Guid Document);

/// <summary>A document that was offered and not taken.</summary>
/// <param name="Reason">Code of the list "reuse-declined"; null where the officer gave none.</param>
[Term("giấy tờ có trong kho không dùng lại")]
public sealed record LeftPaper(string Component, Guid Document, string? Reason);

/// <summary>Papers that were held already were used again, or could have been: the share of reuse is counted from this (R-DIG-12, R-DIG-19).</summary>
/// <param name="Components">How many components were handed in altogether.</param>
[Term("sử dụng lại giấy tờ đã có trong kho", Law = "TT 01/2023/TT-VPCP Đ.12"), Stored("papers-reused")]
public sealed record PapersReused(IReadOnlyList<ReusedPaper> Taken, IReadOnlyList<LeftPaper> Left, int Components) : DossierEvent
{
    /// <inheritdoc/>
    public override Dossier ApplyTo(Dossier d) => d with { Reused = [.. Taken] };
}
