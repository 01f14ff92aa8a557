using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Catalogue;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;
using MotCua.Domain.Processes;

namespace MotCua.App.Dossiers;

/// <summary>What an applicant declared, by the name of a field: a row beside the log, which can be corrected or erased.</summary>
[Term("thông tin người nộp kê khai")]
public sealed class DossierDeclaredRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Name of the field.</summary>
    public required string Name { get; set; }
    /// <summary>The event that brought it.</summary>
    public int Version { get; set; }
    /// <summary>What people read, as it was on the day.</summary>
    public required string Label { get; set; }
    /// <summary>What the value is.</summary>
    public DeclaredKind Kind { get; set; }
    /// <summary>The value, invariant; null once erased.</summary>
    public string? Value { get; set; }
}

/// <summary>A declared value before it is kept.</summary>
public sealed record Declaration(DeclaredField Field, string Value);

/// <summary>Gives conditions of processes what was declared; read only for processes that ask.</summary>
internal static class DeclaredData
{
    private const string Asked = "form.";

    /// <summary>The look-up for a dossier that is on record, or that is about to be.</summary>
    /// <param name="about">What is declared with its reception.</param>
    public static async Task<Func<string, DataValue?>?> Of(
        MotCuaDb db, DossierId id, ProcessDefinition process, IReadOnlyList<Declaration> about, CancellationToken cancel)
    {
        if (!process.Flows.Any(f => f.Condition?.Contains(Asked, StringComparison.Ordinal) == true))
            return null;
        var values = about.Count > 0
            ? about.ToDictionary(d => d.Field.Name, d => DeclaredField.Of(d.Field.Kind, d.Value))
            : (await db.Set<DossierDeclaredRow>().AsNoTracking().Where(d => d.DossierId == id.Value).ToListAsync(cancel))
                .ToDictionary(d => d.Name, d => DeclaredField.Of(d.Kind, d.Value));
        return values.GetValueOrDefault;
    }
}

internal sealed class DeclaredDataTables : IEntityTypeConfiguration<DossierDeclaredRow>
{
    public void Configure(EntityTypeBuilder<DossierDeclaredRow> row) => row.ToTable("dossier_declared").HasKey(d => new { d.DossierId, d.Name });
}
