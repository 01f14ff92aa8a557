using Microsoft.Data.Sqlite;

namespace MotCua.Web.Backup;

/// <summary>Copies and checks the embedded database.</summary>
public static class DatabaseCopy
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int Attempts = 5;

    /// <summary>Copies a database as it is at one moment, while others write to it.</summary>
    /// <exception cref="SqliteException">The database cannot be read or the copy cannot be written.</exception>
    public static void Make(string from, string to)
    {
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var target = Open(to, SqliteOpenMode.ReadWriteCreate);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                source.BackupDatabase(target);
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode is Busy or Locked && attempt < Attempts)
            {
                Thread.Sleep(200 * attempt);
            }
        }
    }

    /// <summary>Whether SQLite finds the file whole.</summary>
    public static bool IsWhole(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            using var check = connection.CreateCommand();
            check.CommandText = "PRAGMA quick_check(1)";
            return check.ExecuteScalar() is "ok";
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
