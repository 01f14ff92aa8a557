using MotCua.App;
using MotCua.App.Papers;
using MotCua.Integrations.Files;
using MotCua.Migrations;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Brings the database to today's schema.</summary>
public sealed class MigrateVerb : IVerb
{
    private const int Progress = 1000;

    private sealed record Document(string Provider, IReadOnlyList<string> Applied);

    /// <inheritdoc/>
    public string Name => "migrate";

    /// <inheritdoc/>
    public string Usage => "migrate [--files] [--new-key]";

    /// <inheritdoc/>
    public string Does => "đưa cơ sở dữ liệu lên lược đồ hiện tại; --files mã hóa lại kho tệp bằng khóa mới nhất, --new-key thêm khóa mới trước đó";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options => [new("files"), new("new-key")];

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
        return line.Has("files") || line.Has("new-key") ? await Reseal(line, stop) : 0;
    }

    /// <summary>Writes each file anew that lies plain or under an older key. The system may run meanwhile; a second call goes on where this one
    /// ended.</summary>
    private static async Task<int> Reseal(VerbLine line, CancellationToken stop)
    {
        if (line.Has("new-key"))
        {
            if (line.Settings.FileKeys is not null)
                return line.Refuse("Khóa của kho tệp lấy từ thiết lập fileKeys; hãy thêm khóa mới vào cuối thiết lập đó rồi chạy lại không có --new-key.");
            var newest = StoreKeys.Add(line.Settings.Keys, TimeProvider.System).Newest.Id;
            line.Say($"Đã thêm khóa {newest}; hãy khởi động lại hệ thống đang chạy để tệp mới dùng khóa này.");
        }
        var store = FileStores.Of(line.Settings);
        var (done, looked, broken) = (0, 0, new List<string>());
        foreach (var digest in store.Digests().ToList())
        {
            try
            {
                done += await store.Reseal(digest, stop) ? 1 : 0;
            }
            catch (UnopenableFileException)
            {
                broken.Add(digest);
            }
            if (++looked % Progress == 0)
                line.Note($"Đã xem {looked} tệp…");
        }
        line.Say($"Đã mã hóa lại {done} trong {looked} tệp.");
        return broken.Count == 0 ? 0 : line.Refuse(
            $"Có {broken.Count} tệp không mở được nên giữ nguyên, đầu tiên là {broken[0]}; hãy khôi phục tệp hoặc khóa từ bản sao lưu.");
    }
}
