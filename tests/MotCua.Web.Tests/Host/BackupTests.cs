using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using MotCua.Integrations.Files;
using MotCua.Web.Configuration;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class BackupTests : IDisposable
{
    private readonly Folder _folder = new();

    private string Data => _folder["data"];

    private string Archive => _folder["a.tar.gz"];

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_restores_to_the_same_rows_files_keys_and_settings()
    {
        Make(Data, rows: 3);
        var paper = Paper("bản sao giấy khai sinh");
        File.WriteAllText(Path.Combine(Data, "keys", "key-1.xml"), "<key/>");
        File.WriteAllText(Path.Combine(Data, "motcua.json"), """{ "systemName": "Một cửa" }""");

        using var arriving = new FileStream(Path.Combine(Data, "files", "mới.part"), FileMode.CreateNew, FileAccess.Write, FileShare.None);

        var backup = new Spoken();
        Assert.Equal(0, await backup.Run("backup", Archive, "--data", Data, "--json"));
        var told = JsonDocument.Parse(backup.Out.ToString()).RootElement;
        Assert.Equal(Archive, told.GetProperty("file").GetString());
        Assert.Equal(4, told.GetProperty("files").GetInt32());
        Assert.Equal(new FileInfo(Archive).Length, told.GetProperty("bytes").GetInt64());
        Assert.Equal([Archive, Data], Directory.GetFileSystemEntries(_folder.Path).Order());

        var other = _folder["other"];
        var restore = new Spoken();
        Assert.Equal(0, await restore.Run("--json", "restore", "--data", other, Archive));
        Assert.Equal(other, JsonDocument.Parse(restore.Out.ToString()).RootElement.GetProperty("data").GetString());
        Assert.Equal(3, Rows(other));
        Assert.Equal("bản sao giấy khai sinh", File.ReadAllText(Path.Combine(other, paper)));
        Assert.Equal("<key/>", File.ReadAllText(Path.Combine(other, "keys", "key-1.xml")));
        Assert.Contains("Một cửa", File.ReadAllText(Path.Combine(other, "motcua.json")));
        Assert.Equal([".lock", "files", "keys", "motcua.db", "motcua.json"], Names(other));
    }

    [Fact]
    public async Task A_backup_made_while_someone_writes_is_whole_and_from_one_moment()
    {
        Make(Data, rows: 1);
        using var stop = new CancellationTokenSource();
        var written = new TaskCompletionSource();
        var writer = Task.Run(() => WritePairs(stop.Token, written));
        await written.Task;
        var backup = new Spoken();
        var ends = new List<int>();
        for (var i = 0; i < 5; i++)
            ends.Add(await backup.Run("backup", _folder[$"{i}.tar.gz"], "--data", Data));
        await stop.CancelAsync();
        await writer;
        Assert.True(ends.TrueForAll(e => e == 0), backup.Error.ToString());

        for (var i = 0; i < 5; i++)
        {
            var other = _folder[$"other{i}"];
            Assert.Equal(0, await new Spoken().Run("restore", _folder[$"{i}.tar.gz"], "--data", other));
            Assert.Equal(0L, Ask(other, "SELECT (SELECT count(*) FROM a) - (SELECT count(*) FROM b)"));
            foreach (var digest in Column(other, "SELECT digest FROM a WHERE digest <> ''"))
                Assert.True(File.Exists(Path.Combine(other, "files", digest)));
        }
    }

    [Fact]
    public async Task A_restore_goes_only_into_an_empty_folder()
    {
        Make(Data, rows: 1);
        Assert.Equal(0, await new Spoken().Run("backup", Archive, "--data", Data));
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("restore", Archive, "--data", Data));
        Assert.Contains("đã có dữ liệu", spoken.Error.ToString());
        Assert.Equal(1, Rows(Data));
    }

    [Fact]
    public async Task A_torn_archive_restores_nothing()
    {
        Make(Data, rows: 1);
        Paper(Convert.ToHexString(RandomNumberGenerator.GetBytes(50_000)));
        Assert.Equal(0, await new Spoken().Run("backup", Archive, "--data", Data));
        var whole = File.ReadAllBytes(Archive);
        foreach (var length in new[] { 0, 10, whole.Length / 2, whole.Length - 20 })
        {
            File.WriteAllBytes(Archive, whole[..length]);
            await IsRefused("hãy");
        }
    }

    [Fact]
    public async Task An_archive_with_a_changed_byte_a_missing_or_a_stray_file_restores_nothing()
    {
        Make(Data, rows: 1);
        Paper("nội dung");
        Assert.Equal(0, await new Spoken().Run("backup", Archive, "--data", Data));
        var entries = ReadTar(Archive);
        var paper = entries.FindIndex(e => e.Name.StartsWith("files/", StringComparison.Ordinal));
        await Refused([.. entries.Select((e, i) => i == paper ? (e.Name, "nội dunG"u8.ToArray()) : e)]);
        await Refused([.. entries.Where((_, i) => i != paper)]);
        await Refused([("files/thừa", [1]), .. entries]);
        await Refused([("../ngoài", [1]), .. entries]);
        Assert.False(File.Exists(_folder["ngoài"]));

        async Task Refused(IReadOnlyList<(string Name, byte[] Bytes)> changed)
        {
            WriteTar(Archive, changed);
            await IsRefused("hãy");
        }
    }

    [Fact]
    public async Task A_backup_never_writes_over_a_file_and_tells_of_a_damaged_paper()
    {
        Make(Data, rows: 1);
        var paper = Paper("nội dung");
        File.WriteAllText(Path.Combine(Data, paper), "bị sửa");
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("backup", Archive, "--data", Data, "--json"));
        Assert.Equal(paper, JsonDocument.Parse(spoken.Out.ToString()).RootElement.GetProperty("damaged")[0].GetString());
        var again = new Spoken();
        Assert.Equal(1, await again.Run("backup", Archive, "--data", Data));
        Assert.Contains("đã có", again.Error.ToString());
    }

    [Theory]
    [InlineData("backup", "x.tar.gz", "Chưa có cơ sở dữ liệu")]
    [InlineData("restore", "x.tar.gz", "Không có tệp")]
    public async Task What_is_not_there_is_told(string verb, string file, string sentence)
    {
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run(verb, _folder[file], "--data", Data));
        Assert.Contains(sentence, spoken.Error.ToString());
        Assert.Equal(1, await new Spoken().Run(verb, _folder[file], "--db", "Host=h;Database=d", "--data", Data));
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public async Task Clean_asks_and_removes_only_what_is_ours()
    {
        Make(Data, rows: 1);
        foreach (var answer in new[] { "", "không", "n" })
            Assert.Equal(1, await new Spoken(answer).Run("clean", "--data", Data));
        using (DataFolder.Share(new() { Data = Data }))
            Assert.Equal(1, await new Spoken("có").Run("clean", "--data", Data));
        Assert.Equal(1, Rows(Data));
        Assert.Equal(0, await new Spoken("có").Run("clean", "--data", Data));
        Assert.False(Directory.Exists(Data));
        Assert.Equal(0, await new Spoken().Run("clean", "--data", Data));

        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, "ảnh.jpg"), "x");
        Assert.Equal(1, await new Spoken("có").Run("clean", "--data", Data));
        Assert.True(File.Exists(Path.Combine(Data, "ảnh.jpg")));
    }

    private async Task IsRefused(string helps)
    {
        var other = _folder["other"];
        var spoken = new Spoken();
        Assert.Equal(1, await spoken.Run("restore", Archive, "--data", other));
        Assert.Contains(helps, spoken.Error.ToString());
        Assert.Equal([".lock"], Names(other));
    }

    private static void Make(string data, int rows)
    {
        DataFolder.Prepare(new() { Data = data });
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE a (digest TEXT); CREATE TABLE b (n INTEGER);";
        command.ExecuteNonQuery();
        for (var i = 0; i < rows; i++)
            Add(connection, "");
    }

    // The bytes first, then the rows in one transaction: as the product does it.
    private void WritePairs(CancellationToken stop, TaskCompletionSource written)
    {
        using var connection = Open(Data);
        for (var n = 0; !stop.IsCancellationRequested && n < 5000; n++)
        {
            var digest = Path.GetRelativePath("files", Paper($"giấy {n}"));
            Add(connection, digest);
            if (n == 20)
                written.SetResult();
        }
    }

    private static void Add(SqliteConnection connection, string digest)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO a VALUES ($digest); INSERT INTO b VALUES (1);";
        command.Parameters.AddWithValue("$digest", digest);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private string Paper(string content)
    {
        using var bytes = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(content));
        var (digest, _) = new FolderFileStore(Path.Combine(Data, "files")).Put(bytes, CancellationToken.None).GetAwaiter().GetResult();
        return Path.Combine("files", digest[..2], digest);
    }

    private static SqliteConnection Open(string data)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(data, "motcua.db")};Pooling=False");
        connection.Open();
        return connection;
    }

    private static long Rows(string data) => Ask(data, "SELECT count(*) FROM a");

    private static long Ask(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static List<string> Column(string data, string sql)
    {
        using var connection = Open(data);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }

    private static IEnumerable<string?> Names(string folder) => Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static List<(string Name, byte[] Bytes)> ReadTar(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var entries = new List<(string, byte[])>();
        while (tar.GetNextEntry(copyData: true) is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            entries.Add((entry.Name, bytes.ToArray()));
        }
        return entries;
    }

    private static void WriteTar(string path, IEnumerable<(string Name, byte[] Bytes)> entries)
    {
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var (name, bytes) in entries)
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(bytes) });
    }
}
