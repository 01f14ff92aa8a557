using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Domain.Law;

namespace MotCua.App.Law;

/// <summary>A dated row of a rule.</summary>
[NoTerm("stores a Rule")]
public sealed class RuleRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>What is ruled.</summary>
    public required string Key { get; set; }
    /// <summary>Where: "nation", "ministry:G01", "province:H15", "unit:H15.12", "procedure:1.001193".</summary>
    public required string Scope { get; set; }
    /// <summary>The value, invariant.</summary>
    public required string Value { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Whose day chooses it.</summary>
    public Binds Binds { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
}

/// <summary>A regime.</summary>
[NoTerm("stores a Regime")]
public sealed class RegimeRow
{
    /// <summary>"R1" … "R4".</summary>
    public required string Id { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>The texts.</summary>
    public required string LegalBasis { get; set; }
}

/// <summary>A reason of a dated list: refusal, supplement, sending back, stop.</summary>
[Term("lý do theo danh mục")]
public sealed class ReasonRow
{
    /// <summary>Row number.</summary>
    public int Id { get; set; }
    /// <summary>Which list: "refuse-reception", "supplement".</summary>
    public required string Kind { get; set; }
    /// <summary>Code in the list.</summary>
    public required string Code { get; set; }
    /// <summary>The words shown and printed.</summary>
    public required string Text { get; set; }
    /// <summary>The text it rests on.</summary>
    public required string LegalBasis { get; set; }
    /// <summary>First day.</summary>
    public DateOnly From { get; set; }
    /// <summary>Last day; null while it stands.</summary>
    public DateOnly? To { get; set; }
    /// <summary>Whether the text was read.</summary>
    public bool Verified { get; set; }
    /// <summary>Whose move it is: who must act for a pause to end, at whose decision a dossier stops; null in lists that ask for nobody.</summary>
    public Responsible? By { get; set; }
    /// <summary>Whether it holds only with an article of special law that the officer names.</summary>
    public bool NamesLaw { get; set; }
}

/// <summary>What one of our statuses is called on the national portal.</summary>
[Term("trạng thái hồ sơ trên Cổng Dịch vụ công quốc gia")]
public sealed class NationalStatusRow
{
    /// <summary>Our status.</summary>
    public required string Status { get; set; }
    /// <summary>The portal's code.</summary>
    public required string Code { get; set; }
    /// <summary>The portal's name.</summary>
    public required string Name { get; set; }
}

/// <summary>Code and name of a small list: provinces of birth registration, nationalities.</summary>
[NoTerm("an entry of a small list")]
public sealed class CodeRow
{
    /// <summary>Which list.</summary>
    public required string List { get; set; }
    /// <summary>Code.</summary>
    public required string Code { get; set; }
    /// <summary>Name.</summary>
    public required string Name { get; set; }
}

/// <summary>Counts the changes of reference rows, so that a cached copy knows that it is old.</summary>
[NoTerm("tells an old copy of the reference rows")]
public sealed class ReferenceStampRow
{
    /// <summary>1 for all rows together; further numbers for kinds of rows that are kept in a copy of their own.</summary>
    public int Id { get; set; }
    /// <summary>Grows with every change.</summary>
    public long Value { get; set; }
}

/// <summary>Says that reference rows changed, so that cached copies are read again.</summary>
public static class ReferenceStamp
{
    /// <summary>The row of the stamp, to be read together with others; none where nothing was ever changed.</summary>
    internal static IQueryable<ReferenceStampRow> Rows(MotCuaDb db) => db.Set<ReferenceStampRow>().Where(s => s.Id == 1);

    /// <summary>Raises the stamp; the caller saves.</summary>
    public static Task Raise(MotCuaDb db, CancellationToken cancel) => Raise(db, 1, cancel);

    /// <summary>Raises the stamp of a kind of rows; the caller saves.</summary>
    public static async Task Raise(MotCuaDb db, int id, CancellationToken cancel)
    {
        var stamp = await db.Set<ReferenceStampRow>().FindAsync([id], cancel);
        if (stamp is null)
            db.Add(new ReferenceStampRow { Id = id, Value = 1 });
        else
            stamp.Value++;
    }

    /// <summary>Raises the stamp at once. Until the caller's transaction ends, whoever else holds it waits: changes to reference rows
    /// that rest on what was read go one after the other.</summary>
    public static async Task Hold(MotCuaDb db, CancellationToken cancel)
    {
        if (await db.Set<ReferenceStampRow>().Where(s => s.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(x => x.Value, x => x.Value + 1), cancel) > 0)
            return;
        db.Add(new ReferenceStampRow { Id = 1, Value = 1 });
        await db.SaveChangesAsync(cancel);
    }
}

internal sealed class LawTables :
    IEntityTypeConfiguration<RuleRow>, IEntityTypeConfiguration<RegimeRow>, IEntityTypeConfiguration<ReasonRow>,
    IEntityTypeConfiguration<NationalStatusRow>, IEntityTypeConfiguration<CodeRow>, IEntityTypeConfiguration<ReferenceStampRow>
{
    public void Configure(EntityTypeBuilder<RuleRow> row)
    {
        row.ToTable("rules");
        row.HasIndex(r => new { r.Key, r.Scope, r.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RegimeRow> row) => row.ToTable("regimes");

    public void Configure(EntityTypeBuilder<ReasonRow> row)
    {
        row.ToTable("reasons");
        row.HasIndex(r => new { r.Kind, r.Code, r.From }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<NationalStatusRow> row) => row.ToTable("national_statuses").HasKey(r => r.Status);

    public void Configure(EntityTypeBuilder<CodeRow> row) => row.ToTable("codes").HasKey(r => new { r.List, r.Code });

    public void Configure(EntityTypeBuilder<ReferenceStampRow> row)
    {
        row.ToTable("reference_stamp");
        row.Property(r => r.Id).ValueGeneratedNever();
    }
}
