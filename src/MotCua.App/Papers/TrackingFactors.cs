using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.App.Dossiers;
using MotCua.Domain.Dossiers;
using MotCua.Domain.Law;

namespace MotCua.App.Papers;

/// <summary>Seals small secrets with a key that is not in the database.</summary>
public interface ISeal
{
    /// <summary>Seals.</summary>
    string Seal(string secret);

    /// <summary>Opens; null where the key that sealed it is gone.</summary>
    string? Open(string sealedSecret);
}

/// <summary>The second factor of tracking: hashed to be checked, sealed to be printed again.</summary>
[Term("mã tra cứu in trên giấy tiếp nhận")]
public sealed class TrackingFactorRow
{
    /// <summary>The dossier.</summary>
    public Guid DossierId { get; set; }
    /// <summary>Salt of the hash.</summary>
    public required byte[] Salt { get; set; }
    /// <summary>PBKDF2 of the factor.</summary>
    public required byte[] Hash { get; set; }
    /// <summary>The factor under a key outside the database.</summary>
    public required string Sealed { get; set; }
}

/// <summary>Gives a dossier the factor that is printed on its receipt, and checks what is typed (R-ADM-13).</summary>
public sealed class TrackingFactors(MotCuaDb db, ISeal seal)
{
    // Letters and digits that cannot be taken for each other on paper.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 8;
    private const int Rounds = 100_000;
    private static readonly byte[] Nobody = new byte[16];

    /// <summary>The factor of a dossier as it is printed: "K7QM-3XTA". It is drawn when it is first asked for, and again where its key is lost.</summary>
    public async Task<string> Of(DossierId dossier, CancellationToken cancel = default)
    {
        for (var again = false; ; again = true)
        {
            var row = await db.Set<TrackingFactorRow>().FirstOrDefaultAsync(f => f.DossierId == dossier.Value, cancel);
            if (row is not null && seal.Open(row.Sealed) is { } known)
            {
                db.ChangeTracker.Clear();
                return Printed(known);
            }
            var drawn = RandomNumberGenerator.GetString(Letters, Length);
            var salt = RandomNumberGenerator.GetBytes(Nobody.Length);
            if (row is null)
                db.Add(row = new TrackingFactorRow { DossierId = dossier.Value, Salt = salt, Hash = [], Sealed = "" });
            (row.Salt, row.Hash, row.Sealed) = (salt, Hash(drawn, salt), seal.Seal(drawn));
            try
            {
                await db.SaveChangesAsync(cancel);
                return Printed(drawn);
            }
            catch (DbUpdateException e) when (!again && Collisions.Is(e))
            {
                // Two prints at once: the other one's factor holds.
            }
            finally
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    /// <summary>Whether what is typed is the factor of a dossier; as slow for a dossier that is not there.</summary>
    public async Task<bool> Fits(DossierId? dossier, string typed, CancellationToken cancel = default)
    {
        var id = dossier?.Value ?? Guid.Empty;
        var row = await db.Set<TrackingFactorRow>().AsNoTracking().FirstOrDefaultAsync(f => f.DossierId == id, cancel);
        var hash = Hash(Plain(typed), row?.Salt ?? Nobody);
        return row is not null && CryptographicOperations.FixedTimeEquals(hash, row.Hash);
    }

    private static string Printed(string factor) => $"{factor[..(Length / 2)]}-{factor[(Length / 2)..]}";

    private static string Plain(string typed) => string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Take(64));

    private static byte[] Hash(string factor, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(factor), salt, Rounds, HashAlgorithmName.SHA256, 32);
}

internal sealed class TrackingFactorTables : IEntityTypeConfiguration<TrackingFactorRow>
{
    public void Configure(EntityTypeBuilder<TrackingFactorRow> row)
    {
        row.ToTable("tracking_factors").HasKey(f => f.DossierId);
        row.Property(f => f.DossierId).ValueGeneratedNever();
    }
}
