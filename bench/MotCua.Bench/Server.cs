using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using MotCua.Migrations;
using Npgsql;

namespace MotCua.Bench;

/// <summary>The PostgreSQL of a measurement: one that it starts itself in a folder of its own, or the server of <c>--db</c>.
/// Databases are made for the measurement and dropped after it.</summary>
internal sealed class Server : IAsyncDisposable
{
    private readonly string connection;
    private readonly string? folder;
    private readonly string? bin;
    private readonly List<string> databases = [];

    private Server(string connection, string? folder, string? bin) => (this.connection, this.folder, this.bin) = (connection, folder, bin);

    /// <summary>No server, for a measurement without a database.</summary>
    public static Server None => new("", null, null);

    /// <summary>Starts one, or takes the one that is named.</summary>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL on this machine; the message is a sentence for people.</exception>
    public static async Task<Server> Open(string? db)
    {
        if (db is not null)
            return new Server(db, null, null);
        var bin = Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql").OrderBy(d => double.TryParse(Path.GetFileName(d), out var v) ? v : 0)
                .Select(d => Path.Combine(d, "bin")).LastOrDefault(b => File.Exists(Path.Combine(b, "initdb")))
            : null;
        if (bin is null)
            throw new InvalidOperationException("Máy này chưa có PostgreSQL; hãy cài gói postgresql hoặc chỉ một máy chủ bằng --db.");
        var folder = Directory.CreateTempSubdirectory("motcua-bench-").FullName;
        var port = FreePort();
        var server = new Server($"Host=127.0.0.1;Port={port};Username=app;Database=postgres", folder, bin);
        if (Environment.UserName == "root")
            await Process("chown", ["postgres", folder]);
        await server.AsPostgres("initdb", ["-D", $"{folder}/data", "-U", "app", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]);
        await server.Start();
        return server;
    }

    /// <summary>Starts it, and waits until it takes connections.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's server.</exception>
    public Task Start() => AsPostgres("pg_ctl", ["-D", $"{Own}/data", "-l", $"{folder}/log", "-w", "-s", "start", "-o",
        $"-p {new NpgsqlConnectionStringBuilder(connection).Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        + "-c max_connections=200 -c shared_buffers=512MB"]);

    /// <summary>Stops it as a power cut would: connections break, nothing is written out.</summary>
    /// <exception cref="InvalidOperationException">It is somebody else's server.</exception>
    public Task Stop() => AsPostgres("pg_ctl", ["-D", $"{Own}/data", "-m", "immediate", "-w", "-s", "stop"]);

    private string Own => folder ?? throw new InvalidOperationException("Phép đo này dừng PostgreSQL nên không dùng máy chủ của --db; hãy bỏ --db.");

    /// <summary>A new database.</summary>
    /// <param name="template">One to copy; null = an empty one.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> Database(string? template = null)
    {
        var name = $"bench{Guid.NewGuid():N}";
        if (template is not null)
            await using (var pooled = new NpgsqlConnection(template))
                NpgsqlConnection.ClearPool(pooled);
        await Run($"CREATE DATABASE {name}" + (template is null ? "" : $" TEMPLATE {new NpgsqlConnectionStringBuilder(template).Database}"));
        databases.Add(name);
        return Databases.Connection(new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxPoolSize = 64 }.ToString());
    }

    /// <summary>A new database with today's schema.</summary>
    public async Task<string> Migrated()
    {
        var made = await Database();
        await using var db = Databases.Open(made, "");
        await Databases.Migrate(db);
        return made;
    }

    /// <summary>A database that stays under its name from one run to the next, on a server of <c>--db</c>.</summary>
    /// <returns>Its connection string, and whether it was filled to the end before; else it is new and empty.</returns>
    public async Task<(string Made, bool Filled)> Kept(string name)
    {
        var made = Databases.Connection(new NpgsqlConnectionStringBuilder(connection) { Database = name, MaxPoolSize = 64 }.ToString());
        if (await Scalar($"SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '{name}'") is "filled")
            return (made, true);
        await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        await Run($"CREATE DATABASE {name}");
        return (made, false);
    }

    /// <summary>Says that a kept database is filled.</summary>
    public Task IsFilled(string name) => Run($"COMMENT ON DATABASE {name} IS 'filled'");

    /// <summary>Drops a database.</summary>
    public async Task Drop(string made)
    {
        await using (var pooled = new NpgsqlConnection(made))
            NpgsqlConnection.ClearPool(pooled);
        var name = new NpgsqlConnectionStringBuilder(made).Database!;
        await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        databases.Remove(name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (folder is null)
        {
            foreach (var name in databases.ToList())
                await Run($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
            return;
        }
        await Stop();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // PostgreSQL refuses to run as root.
    private Task AsPostgres(string tool, string[] arguments) => Environment.UserName == "root"
        ? Process("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", "env", $"HOME={folder}", Path.Combine(bin!, tool), .. arguments])
        : Process(Path.Combine(bin!, tool), arguments);

    private static async Task Process(string file, string[] arguments)
    {
        // Standard output belongs to the document; a pipe would be held by the server that pg_ctl leaves behind.
        string[] quietly = ["-c", "exec \"$@\" >/dev/null", "sh", file, .. arguments];
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo("sh", quietly) { WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"Không chạy được {file}; hãy kiểm tra PostgreSQL trên máy.");
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(file)} kết thúc với mã {process.ExitCode}; hãy kiểm tra PostgreSQL trên máy.");
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names are made here.")]
    private async Task<object?> Scalar(string sql)
    {
        await using var admin = new NpgsqlConnection(connection);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        return await command.ExecuteScalarAsync();
    }

    [SuppressMessage("Security", "CA2100", Justification = "The names are made here.")]
    private async Task Run(string sql)
    {
        await using var admin = new NpgsqlConnection(connection);
        await admin.OpenAsync();
        await using var command = new NpgsqlCommand(sql, admin);
        await command.ExecuteNonQueryAsync();
    }
}
