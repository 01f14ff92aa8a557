using MotCua.Web.Backup;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Puts a backup back, into an empty data folder only, after everything in it was checked.</summary>
public sealed class RestoreVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "restore";

    /// <inheritdoc/>
    public string Usage => "restore FILE";

    /// <inheritdoc/>
    public string Does => "khôi phục một bản sao lưu vào thư mục dữ liệu còn trống, sau khi đối chiếu từng tệp";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var file = Path.GetFullPath(line.Arguments[0]);
        var data = line.Settings.Data;
        if (!line.Settings.Embedded)
            return line.Refuse("Lệnh này khôi phục cơ sở dữ liệu nhúng; với PostgreSQL hãy dùng pg_restore rồi chép lại thư mục files và keys.");
        if (!File.Exists(file))
            return line.Refuse($"Không có tệp {file}; hãy kiểm tra đường dẫn.");
        if (!IsEmpty(data))
            return line.Refuse($"Thư mục {data} đã có dữ liệu; hãy chỉ một thư mục trống bằng --data hoặc chạy clean trước.");
        try
        {
            return await Restore(line, file, data, stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return line.Refuse($"Không ghi được vào {data} hoặc không đọc được {file}; hãy kiểm tra dung lượng đĩa và quyền ({e.GetType().Name}).");
        }
    }

    private static async Task<int> Restore(VerbLine line, string file, string data, CancellationToken stop)
    {
        DataFolder.Make(data);
        using var held = DataFolder.HoldAlone(line.Settings);
        if (held is null)
            return line.Refuse($"Hệ thống đang chạy trên thư mục {data}; hãy dừng nó rồi chạy lại.");
        var unpacked = Path.Combine(data, ".restoring");
        try
        {
            line.Note($"Đang đối chiếu {file} …");
            Directory.CreateDirectory(unpacked);
            await using var from = File.OpenRead(file);
            var (manifest, wrong) = await ArchiveReader.Unpack(from, unpacked, stop);
            if (manifest is null)
                return line.Refuse(wrong!);
            MoveUp(unpacked, data);
            line.Say($"Đã khôi phục {manifest.Entries.Count} tệp vào {data}.");
            line.Print(new { data, created = manifest.Created, files = manifest.Entries.Count, bytes = manifest.Entries.Sum(e => e.Size) });
            return DataFolder.Prepare(line.Settings) is { } refused ? line.Refuse(refused) : 0;
        }
        finally
        {
            if (Directory.Exists(unpacked))
                Directory.Delete(unpacked, recursive: true);
        }
    }

    // The database last: a folder without it is not taken for a whole one.
    private static void MoveUp(string from, string data)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(from).OrderBy(e => Path.GetFileName(e) == Manifest.Database).ToList())
            Directory.Move(entry, Path.Combine(data, Path.GetFileName(entry)));
    }

    private static bool IsEmpty(string data) =>
        !Directory.Exists(data) || Directory.EnumerateFileSystemEntries(data).All(e => Path.GetFileName(e) is DataFolder.LockName or "lost+found");
}
