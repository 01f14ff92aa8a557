using MotCua.Domain.Law;

namespace MotCua.Domain.Dossiers;

/// <summary>A component that a document of the repository stands for, by reference (R-REPO-04).</summary>
/// <param name="Component">Code of the component.</param>
/// <param name="Document">Id of the document.</param>
[Term("giấy tờ dẫn nguồn từ kho", Law = "TT 01/2023/TT-VPCP Đ.12")]
public sealed record ReusedPaper(string Component, Guid Document);
