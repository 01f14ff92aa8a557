using MotCua.App;
using MotCua.Migrations;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Brings the database to today's schema.</summary>
public sealed class MigrateVerb : IVerb
{
    private sealed record Document(string Provider, IReadOnlyList<string> Applied);

    /// <inheritdoc/>
    public string Name => "migrate";

    /// <inheritdoc/>
    public string Usage => "migrate";

    /// <inheritdoc/>
    public string Does => "đưa cơ sở dữ liệu lên lược đồ hiện tại";

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        if (DataFolder.Prepare(line.Settings) is { } refused)
            return line.Refuse(refused);
        await using var db = Databases.Open(line.Settings.Db, line.Settings.DatabaseFile);
        await using var alone = await Databases.Alone(db, stop);
        var applied = await Databases.Migrate(db, stop);
        line.Print(new Document(db.IsEmbedded ? "sqlite" : "postgresql", applied));
        line.Say(applied.Count == 0 ? "Cơ sở dữ liệu đã ở lược đồ hiện tại." : $"Đã cập nhật {applied.Count} bước: {string.Join(", ", applied)}.");
        return 0;
    }
}
