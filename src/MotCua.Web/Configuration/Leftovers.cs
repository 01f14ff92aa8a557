using System.Reflection;

namespace MotCua.Web.Configuration;

/// <summary>What a process leaves behind when it is killed: half-written papers, and the files in which large uploads lie while they are read.
/// Both may hold people's papers, so the next start removes them.</summary>
public static class Leftovers
{
    // A leading dot: no backup takes it along.
    private const string Temporary = ".tmp";
    private const string Part = ".part";

    // Read once by the framework, when it first puts a large upload on disk.
    private const string Variable = "ASPNETCORE_TEMP";

    /// <summary>Lets large uploads lie in the data folder, whose owner alone may read it, instead of a folder of the whole machine.</summary>
    public static void Keep(MotCuaSettings settings)
    {
        // A host inside another program shares that program's folder.
        if (Assembly.GetEntryAssembly() != typeof(Leftovers).Assembly || Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
            return;
        var folder = Path.Combine(settings.Data, Temporary);
        DataFolder.Make(folder);
        Environment.SetEnvironmentVariable(Variable, folder);
    }

    /// <summary>Removes them, unless somebody else works on the folder, whose they may be.</summary>
    /// <returns>How many there were.</returns>
    public static int Remove(MotCuaSettings settings)
    {
        var all = In(settings).ToList();
        if (all.Count == 0)
            return 0;
        using var alone = DataFolder.HoldAlone(settings);
        if (alone is null)
            return 0;
        foreach (var path in all)
            File.Delete(path);
        return all.Count;
    }

    private static IEnumerable<string> In(MotCuaSettings settings)
    {
        var temporary = Path.Combine(settings.Data, Temporary);
        return Directory.EnumerateFiles(settings.Files, "*" + Part)
            .Concat(Directory.Exists(temporary) ? Directory.EnumerateFiles(temporary) : [])
            .Concat(Directory.Exists(settings.Spool) ? Directory.EnumerateFiles(settings.Spool, "*" + Part, SearchOption.AllDirectories) : []);
    }
}
