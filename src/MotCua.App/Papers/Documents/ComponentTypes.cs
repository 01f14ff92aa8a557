using Microsoft.EntityFrameworkCore;
using MotCua.App.Catalogue;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Papers.Documents;

/// <summary>Which kinds of papers may stand for the components of a procedure: what the catalogue names, the dated rows, and the component itself.</summary>
public sealed class ComponentTypes
{
    private readonly string procedure;
    private readonly ILookup<string, string> rows;

    private ComponentTypes(string procedure, IEnumerable<ComponentTypeRow> rows) =>
        (this.procedure, this.rows) = (procedure, rows.ToLookup(r => r.Component, r => r.Type));

    /// <summary>The code of the kind of paper that a component is, where it has no national one.</summary>
    public static string Own(string procedure, string component) => $"{procedure}:{component}";

    /// <summary>The rows of a procedure on a day.</summary>
    public static async Task<ComponentTypes> On(MotCuaDb db, string procedure, DateOnly day, CancellationToken cancel = default) => new(
        procedure,
        await db.Set<ComponentTypeRow>().AsNoTracking().Where(r => r.Procedure == procedure && r.From <= day && (r.To == null || r.To >= day)).ToListAsync(cancel));

    /// <summary>The kinds that may stand for a component.</summary>
    public IReadOnlySet<string> Of(RequiredPaper paper)
    {
        var types = paper.ReplacedBy.Concat(rows[paper.Code]).Append(Own(procedure, paper.Code)).ToHashSet(StringComparer.Ordinal);
        if (paper.NationalCode is { } code)
            types.Add(code);
        return types;
    }
}
