using MotCua.App.Papers;
using MotCua.Integrations.Files;

namespace MotCua.Web.Configuration;

/// <summary>The file store as the settings name it: a bucket, else the data folder; sealed by the configured keys, else by the ring of the data
/// folder.</summary>
public static class FileStores
{
    /// <summary>The store.</summary>
    public static IFileStore Of(MotCuaSettings settings, TimeProvider? clock = null)
    {
        var keys = Keys(settings, clock ?? TimeProvider.System);
        return settings.S3 is { } place ? new S3FileStore(place, settings.Spool, keys) : new FolderFileStore(settings.Files, clock, keys);
    }

    /// <summary>The keys; the ring is made where there is none.</summary>
    public static StoreKeys Keys(MotCuaSettings settings, TimeProvider clock) =>
        settings.FileKeys is { } given ? StoreKeys.Parse(given)! : StoreKeys.Open(settings.Keys, clock);

    /// <summary>Why the store must not be opened: its keys are gone while sealed files are there. A new ring would hide that.</summary>
    public static string? Problem(MotCuaSettings settings)
    {
        try
        {
            if (settings.FileKeys is not null || StoreKeys.Read(settings.Keys) is not null || settings.S3 is not null)
                return null;
        }
        catch (InvalidDataException)
        {
            return $"Tệp khóa {Path.Combine(settings.Keys, StoreKeys.FileName)} bị hỏng; hãy khôi phục nó từ bản sao lưu, đừng xóa.";
        }
        return new FolderFileStore(settings.Files).HoldsSealed()
            ? $"Kho tệp {settings.Files} đã mã hóa nhưng thiếu khóa {Path.Combine(settings.Keys, StoreKeys.FileName)}; "
                + "hãy khôi phục thư mục keys từ bản sao lưu hoặc thiết lập fileKeys."
            : null;
    }
}
