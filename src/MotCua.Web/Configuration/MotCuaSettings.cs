namespace MotCua.Web.Configuration;

/// <summary>Whether fictitious officers and the mark "trình diễn" are wanted.</summary>
public enum DemoMode
{
    /// <summary>On the embedded database yes, on PostgreSQL no.</summary>
    Auto,

    /// <summary>Always, where the database is empty.</summary>
    On,

    /// <summary>Never.</summary>
    Off,
}

/// <summary>How this installation runs. Made by <see cref="SettingsReader"/>; nothing of law stands here:
/// limits, fees, holidays and forms are dated rows of the database.</summary>
public sealed record MotCuaSettings
{
    /// <summary>Absolute path of the folder that holds the embedded database, the files, the keys and motcua.json.</summary>
    public string Data { get; init; } = ProductFolder.DefaultData;

    /// <summary>PostgreSQL connection string; null means the embedded SQLite under <see cref="Data"/>.</summary>
    public string? Db { get; init; }

    /// <summary>Addresses to listen on, separated by ";"; null means http://localhost:5080 or the next free port.</summary>
    public string? Urls { get; init; }

    /// <summary>Whether to make a demonstration out of an empty database; see <see cref="Demonstration"/>.</summary>
    public DemoMode Demo { get; init; } = DemoMode.Auto;

    /// <summary>Name of the system as printed in the QR code of every paper (R-REC-25).</summary>
    public string SystemName { get; init; } = "Hệ thống thông tin giải quyết thủ tục hành chính MotCua";

    /// <summary>Minutes without a request after which an officer signs in again.</summary>
    public int SessionMinutes { get; init; } = 60;

    /// <summary>Hours after which an officer signs in again, however busy he is.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>Greatest size of one request (a form with its files), in mebibytes.</summary>
    public int RequestLimitMb { get; init; } = 120;

    /// <summary>Requests a minute that one address may make before it is asked to wait; 0 = no limit.</summary>
    public int RequestsPerMinute { get; init; } = 3000;

    /// <summary>Connections that are open at the same time; 0 = no limit.</summary>
    public int Connections { get; init; }

    /// <summary>Addresses of the reverse proxies whose X-Forwarded-* headers are believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Seconds of processor time that reading one page may take.</summary>
    public int OcrSeconds { get; init; } = 120;

    /// <summary>Mebibytes of memory that the reading program may take.</summary>
    public int OcrMemoryMb { get; init; } = 2048;

    /// <summary>The least severe log line that is written.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary>Whether the text of unknown exceptions is logged. It may quote what a person typed.</summary>
    public bool LogExceptionText { get; init; }

    /// <summary>The key by which papers are signed, as <c>SigningKeys</c> reads it; null means a test key under <see cref="Keys"/>.</summary>
    public string? SigningKey { get; init; }

    /// <summary>Password of the key's file, PIN of the token, or "PIN:access token" of the remote signer; null for none.</summary>
    public string? SigningPin { get; init; }

    /// <summary>Folder of the certificates that signatures are trusted by, and of lists of revoked ones; null for none.</summary>
    public string? TrustRoots { get; init; }

    /// <summary>Address of the time-stamp server (RFC 3161); null for none.</summary>
    public string? TimeStampUrl { get; init; }

    /// <summary>Keys by which files are sealed at rest, the newest last; null means the ring under <see cref="Keys"/>.</summary>
    public string? FileKeys { get; init; }

    /// <summary>Address of a store that speaks S3; null means files lie under <see cref="Files"/>.</summary>
    public string? S3Url { get; init; }

    /// <summary>Its bucket.</summary>
    public string S3Bucket { get; init; } = "motcua";

    /// <summary>Its region, as signatures name it.</summary>
    public string S3Region { get; init; } = "us-east-1";

    /// <summary>Its access key.</summary>
    public string? S3Key { get; init; }

    /// <summary>Its secret key.</summary>
    public string? S3Secret { get; init; }

    /// <summary>Where clamd listens: "tcp://host:3310" or "unix:/run/clamav/clamd.ctl"; null means that nothing looks for viruses.</summary>
    public string? Clamd { get; init; }

    /// <summary>The bucket of <see cref="S3Url"/>; null where none is named.</summary>
    public Integrations.Files.ObjectPlace? S3 => S3Url is { } url ? new(url, S3Bucket, S3Region, S3Key ?? "", S3Secret ?? "") : null;

    /// <summary>Where files lie, sealed, that are on their way: parts of uploads, and what goes to a bucket.</summary>
    public string Spool => Path.Combine(Data, ".uploads");

    /// <summary>True on the embedded database (SQLite).</summary>
    public bool Embedded => Db is null;

    /// <summary>True when an empty database becomes a demonstration with fictitious officers.</summary>
    public bool Demonstration => Demo == DemoMode.On || (Demo == DemoMode.Auto && Embedded);

    /// <summary>The embedded database's file.</summary>
    public string DatabaseFile => Path.Combine(Data, "motcua.db");

    /// <summary>Where the bytes of papers lie, by digest.</summary>
    public string Files => Path.Combine(Data, "files");

    /// <summary>Where the keys lie that protect cookies and forms.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>Where the test key lies while no key is configured.</summary>
    public string TestKeys => Path.Combine(Keys, "signing");

    /// <summary>Personal keys of officers, by user name; none of them with its PIN.</summary>
    public string OfficerKeys => Path.Combine(Keys, "officers");

    /// <summary>The settings file.</summary>
    public string File => Path.Combine(Data, SettingsReader.FileName);
}
