namespace MotCua.Web.Configuration;

/// <summary>The folder named by --data: made when missing, shared by those who serve, held alone by those who replace or remove it.</summary>
public static class DataFolder
{
    /// <summary>The file on which the lock rests; it says nothing and is never backed up.</summary>
    public const string LockName = ".lock";

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Makes the folder where it is missing, for the account of the program alone: personal data lie in it.</summary>
    public static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly);
    }

    /// <summary>The file that says that the embedded database of the folder was moved, when and where to; a backup does not take it along.</summary>
    public const string MovedName = ".moved";

    /// <summary>Makes the folder and its parts; only the account of the program may read the keys.</summary>
    /// <returns>Null, or a Vietnamese sentence on why it cannot be used.</returns>
    public static string? Prepare(MotCuaSettings settings)
    {
        try
        {
            Make(settings.Data);
            if (settings.Embedded && Moved(settings.Data) is { } moved)
                return $"Dữ liệu nhúng của {settings.Data} đã chuyển sang {moved}; hãy chạy với --db (hoặc MOTCUA_DB). "
                    + $"Chỉ khi muốn bỏ nơi mới và dùng lại bản cũ thì xóa tệp {Path.Combine(settings.Data, MovedName)}.";
            Directory.CreateDirectory(settings.Files);
            Directory.CreateDirectory(settings.Keys);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(settings.Keys, OwnerOnly);
            return FileStores.Problem(settings);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Không tạo được thư mục dữ liệu {settings.Data}; hãy kiểm tra quyền ghi và dung lượng đĩa hoặc chỉ thư mục khác bằng --data.";
        }
    }

    /// <summary>Where the embedded database went; null if it is here.</summary>
    public static string? Moved(string folder) => Path.Combine(folder, MovedName) is var path && File.Exists(path) ? File.ReadAllText(path).Trim() : null;

    /// <summary>Holds the folder together with others who serve from it; null while someone holds it alone.</summary>
    public static IDisposable? Share(MotCuaSettings settings) => Hold(settings, FileAccess.Read, FileShare.Read);

    /// <summary>Holds the folder alone; null while anyone uses it.</summary>
    public static IDisposable? HoldAlone(MotCuaSettings settings) => Hold(settings, FileAccess.ReadWrite, FileShare.None);

    private static FileStream? Hold(MotCuaSettings settings, FileAccess access, FileShare share)
    {
        var path = Path.Combine(settings.Data, LockName);
        try
        {
            if (!File.Exists(path))
                using (File.Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite)) { }
            return new FileStream(path, FileMode.Open, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
