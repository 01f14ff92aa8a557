using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Domain.Law;

namespace MotCua.Web.Kit;

/// <summary>Puts refusals of the domain on the form.</summary>
public static class Refusals
{
    /// <summary>Adds the sentence, with its article, to the field that the refusal names, or to the form as a whole.</summary>
    /// <param name="state">The state of the form.</param>
    /// <param name="refusal">What was refused and why.</param>
    /// <param name="prefix">The name of the bound property that holds the fields: "Input".</param>
    public static void AddRefusal(this ModelStateDictionary state, Refusal refusal, string prefix = "")
    {
        var key = (prefix, refusal.Field) switch
        {
            (_, null or "") => "",
            ("", var field) => field,
            var (before, field) => $"{before}.{field}",
        };
        state.AddModelError(key, refusal.Law is null ? refusal.Sentence : $"{refusal.Sentence} (Căn cứ: {refusal.Law})");
    }

    /// <summary>The sentences of one field, in order, without repeats.</summary>
    internal static IReadOnlyList<string> Sentences(this ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? entry.Sentences() : [];

    /// <summary>The sentences of an entry; a value that could not be read at all has a sentence of its own.</summary>
    internal static IReadOnlyList<string> Sentences(this ModelStateEntry entry) =>
        [.. entry.Errors.Select(e => string.IsNullOrEmpty(e.ErrorMessage) ? "Giá trị chưa đọc được; hãy nhập lại." : e.ErrorMessage).Distinct()];
}
