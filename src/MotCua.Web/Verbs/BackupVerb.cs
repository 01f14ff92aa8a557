using MotCua.Web.Backup;
using MotCua.Web.Configuration;

namespace MotCua.Web.Verbs;

/// <summary>Packs the embedded database, the files and the keys into one file, consistently while the system runs.</summary>
public sealed class BackupVerb : IVerb
{
    /// <inheritdoc/>
    public string Name => "backup";

    /// <inheritdoc/>
    public string Usage => "backup FILE";

    /// <inheritdoc/>
    public string Does => "sao lưu cơ sở dữ liệu nhúng, tệp và khóa vào một tệp .tar.gz, kể cả khi hệ thống đang chạy";

    /// <inheritdoc/>
    public int Least => 1;

    /// <inheritdoc/>
    public async Task<int> Run(VerbLine line, CancellationToken stop)
    {
        var file = Path.GetFullPath(line.Arguments[0]);
        if (Refused(line.Settings, file) is { } refused)
            return line.Refuse(refused);
        var partial = $"{file}.partial-{Environment.ProcessId}";
        var writer = new ArchiveWriter(line.Settings);
        try
        {
            line.Note($"Đang sao lưu {line.Settings.Data} …");
            var manifest = await Write(writer, partial, stop);
            File.Move(partial, file, overwrite: false);
            return Report(line, file, manifest, writer.Damaged);
        }
        catch (IOException e)
        {
            return line.Refuse($"Không ghi được tệp {file}; hãy kiểm tra dung lượng đĩa và quyền ghi ({e.GetType().Name}).");
        }
        finally
        {
            File.Delete(partial);
        }
    }

    private static async Task<Manifest> Write(ArchiveWriter writer, string partial, CancellationToken stop)
    {
        var copy = partial + ".db";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            // The keys are in it: for the account that runs this, and nobody else.
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var to = new FileStream(partial, options);
            return await writer.Write(to, copy, stop);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static string? Refused(MotCuaSettings settings, string file) =>
        !settings.Embedded
            ? "Lệnh này sao lưu cơ sở dữ liệu nhúng; với PostgreSQL hãy dùng pg_dump cho cơ sở dữ liệu rồi chép thư mục files và keys."
        : !File.Exists(settings.DatabaseFile)
            ? $"Chưa có cơ sở dữ liệu nào trong {settings.Data} để sao lưu; hãy kiểm tra --data."
        : File.Exists(file) ? $"Tệp {file} đã có; hãy chọn tên khác, lệnh này không ghi đè bản sao cũ."
        : !Directory.Exists(Path.GetDirectoryName(file)) ? $"Không có thư mục {Path.GetDirectoryName(file)}; hãy tạo thư mục trước."
        : null;

    private static int Report(VerbLine line, string file, Manifest manifest, List<string> damaged)
    {
        var bytes = new FileInfo(file).Length;
        line.Say($"Đã sao lưu {manifest.Entries.Count} tệp vào {file} ({bytes} byte).");
        if (line.Settings.S3 is not null)
            line.Say("Tệp giấy tờ nằm trong kho S3 nên không có trong bản sao này; hãy sao lưu bucket đó theo cách của kho S3.");
        if (line.Settings.FileKeys is not null)
            line.Say("Khóa của kho tệp lấy từ thiết lập fileKeys nên không có trong bản sao này; hãy cất khóa riêng, mất khóa là mất tệp.");
        line.Print(new { file, bytes, created = manifest.Created, files = manifest.Entries.Count, damaged });
        return damaged.Count == 0 ? 0 : line.Refuse(
            $"Đã sao lưu, nhưng {damaged.Count} tệp giấy tờ không còn đúng nội dung lúc lưu, đầu tiên là {damaged[0]}; hãy tìm lại từ bản sao cũ.");
    }
}
