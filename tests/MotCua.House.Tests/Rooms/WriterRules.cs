using System.Reflection;
using MotCua.App.Dossiers;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Rooms;

/// <summary>Rules on who writes dossiers.</summary>
internal static class WriterRules
{
    private static readonly Type[] Rows = [typeof(DossierRow), typeof(DossierEventRow), typeof(DossierStepRow), typeof(DossierWaitRow)];

    private static readonly string[] Writes = ["SaveChanges", "SaveChangesAsync", "ExecuteUpdate", "ExecuteUpdateAsync", "ExecuteDelete", "ExecuteDeleteAsync"];

    /// <summary>Whoever knows a dossier's rows does not write to the database.</summary>
    public static IEnumerable<Breach> Saves(AssemblyReading floor)
    {
        var touch = floor.Types.Where(u => Rows.Contains(u.Known)).Select(u => u.By).ToHashSet();
        return floor.Members.Where(u => touch.Contains(u.By) && Writes.Contains(u.Used.Name) && u.Used is MethodBase)
            .Select(u => new Breach(u.By.FullName ?? u.By.Name, $"knows a dossier's rows and calls {u.Used.Name} in {u.Member}"));
    }

    /// <summary>Pages write nothing: they bind, ask one use case and show what it answers.</summary>
    /// <param name="pages">Their namespace.</param>
    public static IEnumerable<Breach> Pages(AssemblyReading floor, string pages) => floor.Members
        .Where(u => u.By.Namespace?.StartsWith(pages, StringComparison.Ordinal) == true && Writes.Contains(u.Used.Name))
        .Select(u => new Breach(u.By.FullName ?? u.By.Name, $"calls {u.Used.Name} in {u.Member}"));

    /// <summary>Nobody makes or changes a dossier's row.</summary>
    public static IEnumerable<Breach> Makes(AssemblyReading floor) => floor.Members
        .Where(u => u.Used is MethodBase m && Rows.Contains(m.DeclaringType) && (m.IsConstructor || m.Name.StartsWith("set_", StringComparison.Ordinal)))
        .Where(u => !Rows.Contains(u.By))
        .Select(u => new Breach(u.By.FullName ?? u.By.Name, $"makes or changes {u.Used.DeclaringType?.Name} in {u.Member}"));
}
