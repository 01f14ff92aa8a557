using System.Globalization;
using MotCua.App.Reference;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Documents;

/// <summary>How long a document is kept (R-REPO-09): the row "retention.years" of its procedure, else of the nation, on the day it was put here.</summary>
/// <param name="Until">Last day on which it may not be deleted; null = for ever.</param>
/// <param name="Basis">By which text.</param>
/// <param name="Verified">Whether the text was read.</param>
[Term("thời hạn bảo quản", Law = "Luật Lưu trữ 33/2024/QH15")]
public sealed record Retention(DateOnly? Until, string Basis, bool Verified)
{
    /// <summary>The value of the rule for what is kept for ever.</summary>
    public const string Forever = "permanent";

    /// <summary>What holds for a document; nothing is deleted where no row says how long it must stay.</summary>
    /// <param name="procedure">The procedure whose result or component it is; null for an old paper.</param>
    public static Retention Of(HeldDocumentRow document, string? procedure, ReferenceData reference)
    {
        var day = Vietnam.Day(document.KeptAt);
        var rule = procedure is null ? reference.Rules.Find("retention.years", day) : reference.Rules.Find("retention.years", day, $"procedure:{procedure}");
        if (rule is null)
            return new Retention(null, "chưa có quy định trong hệ thống", false);
        return int.TryParse(rule.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var years)
            ? new Retention(day.AddYears(years), rule.LegalBasis, rule.Verified)
            : new Retention(null, rule.LegalBasis, rule.Verified);
    }

    /// <summary>Whether it must still be there on a day.</summary>
    public bool HoldsOn(DateOnly day) => Until is not { } until || day <= until;
}
