namespace MotCua.App.Papers;

/// <summary>Tells a disk without room from other faults of writing.</summary>
public static class DiskFull
{
    // errno ENOSPC; EDQUOT of Linux and of macOS; ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
    private static readonly int[] Codes = [28, 122, 69, unchecked((int)0x80070027), unchecked((int)0x80070070)];

    /// <summary>Whether there was no room, or the account's share of the disk is used up.</summary>
    public static bool Is(Exception e) => e is IOException && Codes.Contains(e.HResult);
}
