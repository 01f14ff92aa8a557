namespace MotCua.Web.Configuration;

/// <summary>Where the product stands on this machine: the project's root in a source tree, else the folder of the program.</summary>
public static class ProductFolder
{
    /// <summary>Absolute path of the root.</summary>
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>The small seed that the product ships.</summary>
    public static string SeedFolder { get; } = Path.Combine(Root, "data");

    /// <summary>The data folder where nobody names one: var/ in the root.</summary>
    public static string DefaultData => Path.Combine(Root, "var");

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "MotCua.slnx")))
                return folder.FullName;
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(start));
    }
}
