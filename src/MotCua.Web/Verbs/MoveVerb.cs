using System.Globalization;
using MotCua.App.Tracking;
using MotCua.Domain.Law;
using MotCua.Web.Backup;
using MotCua.Migrations;
using MotCua.Web.Configuration;
using Npgsql;

namespace MotCua.Web.Verbs;

/// <summary>Moves the embedded database to an empty PostgreSQL: all rows in one transaction, compared table by table; every paper compared with its
/// digest. Papers and keys stay in the data folder, from which <c>serve --db</c> goes on, or are copied to a new one.</summary>
public sealed class MoveVerb : IVerb
{
    private sealed record Document(string Data, int Tables, long Rows, int Files, int Dossiers, int Events, IReadOnlyList<Broken> Broken);

    /// <inheritdoc/>
    public string Name => "move";

    /// <inheritdoc/>
    public string Usage => "move --db CONNECTION [--to DIR]";

    /// <inheritdoc/>
    public string Does => "chuyển cơ sở dữ liệu nhúng trong --data sang một PostgreSQL trống, đối chiếu từng bảng và từng tệp";

    /// <inheritdoc/>
    public IReadOnlyList<VerbOption> Options => [new("to", "DIR")];

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var settings = line.Settings;
        if (settings.Db is not { } target)
            return line.Wrong("Chưa chỉ nơi đến; hãy thêm --db với chuỗi kết nối của một cơ sở dữ liệu PostgreSQL trống.");
        if (DataFolder.Moved(settings.Data) is { } before)
            return line.Refuse($"Dữ liệu nhúng của {settings.Data} đã chuyển sang {before}; không chuyển lần nữa.");
        if (!File.Exists(settings.DatabaseFile))
            return line.Refuse($"Chưa có cơ sở dữ liệu nhúng nào trong {settings.Data} để chuyển; hãy kiểm tra --data.");
        using var held = DataFolder.HoldAlone(settings);
        if (held is null)
            return line.Refuse($"Hệ thống đang chạy trên thư mục {settings.Data}; hãy dừng nó rồi chạy lại.");
        var to = line.Option("to") is { } dir ? Path.GetFullPath(dir) : settings.Data;
        if (to != settings.Data && Directory.Exists(to) && Directory.EnumerateFileSystemEntries(to).Any())
            return line.Refuse($"Thư mục {to} đã có dữ liệu; hãy chỉ một thư mục trống bằng --to.");
        try
        {
            return await Move(line, target, to, stop);
        }
        catch (MoveException e)
        {
            return line.Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return line.Refuse(
                $"Không đọc được tệp trong {settings.Data} hoặc không ghi được vào {to}; hãy kiểm tra dung lượng đĩa và quyền ({e.GetType().Name}).");
        }
    }

    private static async Task<int> Move(VerbLine line, string target, string to, CancellationToken stop)
    {
        await using var from = new SqliteDb(Databases.Sqlite(line.Settings.DatabaseFile));
        await using var there = new PostgresDb(Databases.Postgres(target));
        await Databases.Migrate(from, stop);
        await Databases.Migrate(there, stop);
        if (await MoveDatabase.Occupied(there, stop) is { } occupied)
            return line.Refuse(
                $"Cơ sở dữ liệu đích đã có dữ liệu (bảng {occupied}); hãy tạo một cơ sở dữ liệu trống rồi chạy lại, lệnh này không trộn hai nơi.");
        var (files, damaged) = await Papers(line, to, stop);
        if (damaged is not null)
            return line.Refuse($"Tệp giấy tờ {damaged} không còn đúng nội dung lúc lưu nên chưa chuyển gì; hãy khôi phục tệp đó từ bản sao lưu.");
        var tables = await MoveDatabase.Run(from, there, t => line.Note($"{t.Name}: {t.Rows} dòng"), stop);
        var found = await new Verification(there, FileStores.Of(line.Settings with { Data = to })).Run(_ => { }, stop);
        line.Print(new Document(to, tables.Count, tables.Sum(t => t.Rows), files, found.Dossiers, found.Events, found.Broken));
        await Mark(line.Settings.Data, target, stop);
        line.Say($"Đã chuyển {tables.Sum(t => t.Rows)} dòng của {tables.Count} bảng và đối chiếu {files} tệp; "
            + $"{found.Dossiers} hồ sơ, {found.Events} sự kiện. Từ nay hãy chạy: ./run serve --db … --data {to}");
        return found.Broken.Count == 0 ? 0 : line.Refuse(
            $"Đã chuyển, nhưng verify thấy {found.Broken.Count} chỗ sai, đầu tiên là {found.Broken[0].Where}: "
            + $"{found.Broken[0].What}; hãy chạy verify trên dữ liệu cũ.");
    }

    /// <summary>Compares each paper with its digest and copies it, the keys and the settings where a new folder is named.</summary>
    /// <returns>How many papers there are, and the first whose bytes are not those of its name.</returns>
    private static async Task<(int Files, string? Damaged)> Papers(VerbLine line, string to, CancellationToken stop)
    {
        var (data, files) = (line.Settings.Data, 0);
        var store = FileStores.Of(line.Settings);
        foreach (var digest in store.Digests())
        {
            if (!await StoredPapers.AreWhole(store, digest, stop))
                return (files, digest);
            files++;
        }
        if (to == data)
            return (files, null);
        DataFolder.Make(to);
        var taken = new[] { line.Settings.Files, line.Settings.Keys }.SelectMany(d => Directory.EnumerateFiles(d, "*", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(data, "motcua.json"));
        foreach (var path in taken.ToList())
        {
            var copy = Path.Combine(to, Path.GetRelativePath(data, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }
        return (files, null);
    }

    // The address without its password: it stands in sentences.
    private static async Task Mark(string data, string target, CancellationToken stop)
    {
        var address = new NpgsqlConnectionStringBuilder(target);
        var day = Vietnam.Local(TimeProvider.System.GetUtcNow()).ToString("HH:mm 'ngày' d/M/yyyy", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(
            Path.Combine(data, DataFolder.MovedName), $"PostgreSQL {address.Host}:{address.Port}/{address.Database} lúc {day}", stop);
    }
}
