using Microsoft.EntityFrameworkCore;
using MotCua.Domain.Law;

namespace MotCua.App.Papers.Forms;

/// <summary>A template as papers of a day are printed by it.</summary>
/// <param name="Version">1 for the shipped one.</param>
public sealed record ShelvedForm(FormTemplate Template, int Version);

/// <summary>The templates that are shipped and those that an administrator put in their place: each paper is printed by the one that
/// was in use when it was issued, so that a reprint is as the paper was.</summary>
public sealed class FormShelf(MotCuaDb db, FormTemplates shipped)
{
    /// <summary>The template of a type and set for a paper issued at an instant; null where there is none.</summary>
    /// <exception cref="FormTemplateException">A stored template cannot be read by this version of the program.</exception>
    public async Task<ShelvedForm?> Find(string type, string set, DateTimeOffset issued, CancellationToken cancel = default)
    {
        var (key, day) = ($"{type}/{set}", Vietnam.Day(issued));
        var row = await db.Set<FormTemplateRow>().AsNoTracking()
            .Where(t => t.Key == key && t.DiscardedAt == null && t.UsedAt <= issued && t.From <= day)
            .OrderByDescending(t => t.From).ThenByDescending(t => t.Version).FirstOrDefaultAsync(cancel);
        if (row is not null)
            return new(FormTemplates.Read(FormTemplates.FileOf(key), row.Text), row.Version!.Value);
        return shipped.Find(type, set) is { } template ? new(template, 1) : null;
    }

    /// <summary>Every template given for a form, newest first, thrown away ones too.</summary>
    public async Task<IReadOnlyList<FormTemplateRow>> History(string key, CancellationToken cancel = default) =>
        await db.Set<FormTemplateRow>().AsNoTracking().Where(t => t.Key == key).OrderByDescending(t => t.Id).ToListAsync(cancel);
}
