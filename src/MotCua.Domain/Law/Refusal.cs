namespace MotCua.Domain.Law;

/// <summary>Why something may not be done: a value, not an exception.</summary>
/// <param name="Code">Stable code for programs: "supplement.too-late".</param>
/// <param name="Sentence">One Vietnamese sentence for the person: what is wrong and what to do.</param>
/// <param name="Law">The article it rests on, where there is one.</param>
/// <param name="Field">The field of the form that it concerns, where there is one.</param>
[NoTerm("a refusal of the software, not the legal act of refusing a dossier")]
public sealed record Refusal(string Code, string Sentence, string? Law = null, string? Field = null);
