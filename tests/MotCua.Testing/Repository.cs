namespace MotCua.Testing;

/// <summary>Where the project lies, found from the running test upwards.</summary>
public static class Repository
{
    /// <summary>The folder that holds MotCua.slnx.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside the project.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(System.IO.Path.Combine(at.FullName, "MotCua.slnx")))
                return at.FullName;
        throw new InvalidOperationException("MotCua.slnx was not found above the tests.");
    }
}
