using Microsoft.CodeAnalysis.CSharp.Syntax;
using MotCua.House.Tests.Guard;

namespace MotCua.House.Tests.Rooms;

/// <summary>Rules on which room may know which.</summary>
internal static class RoomRules
{
    /// <summary>No room knows one that stands after it, and every room stands in the order.</summary>
    /// <param name="root">Namespace of the floor; its own types may be known by all rooms and know none of them.</param>
    /// <param name="assembles">Whether the floor's own types put the rooms together, and so may know all of them.</param>
    public static IEnumerable<Breach> Order(AssemblyReading floor, string root, IReadOnlyList<string> order, bool assembles = false)
    {
        var places = order.Select((room, i) => (room, i)).ToDictionary(r => r.room, r => r.i);
        foreach (var room in floor.Assembly.GetTypes().Select(t => RoomOf(t, root)).OfType<string>().Select(First).Distinct())
            if (room != "" && !places.ContainsKey(room))
                yield return new Breach($"{root}.{room}", "is a room that the order does not name");
        foreach (var (by, from, known, to, member) in Uses(floor, root))
            if (places.GetValueOrDefault(First(to), -1) > places.GetValueOrDefault(First(from), -1) && !(assembles && from == ""))
                yield return new Breach(by, $"knows {known}, of a later room, in {member}");
    }

    /// <summary>The rooms inside a room do not know one another, nor does that room know them.</summary>
    public static IEnumerable<Breach> Apart(AssemblyReading floor, string root, string room, IReadOnlyList<string> inner)
    {
        foreach (var (by, from, known, to, member) in Uses(floor, root))
            if (inner.Contains(Below(to, room)) && from != to && First(from) == room)
                yield return new Breach(by, $"knows {known} in {member}: they meet in {room} and nowhere else");
    }

    /// <summary>No two rooms know each other, not even by way of others.</summary>
    public static IEnumerable<Breach> Cycles(AssemblyReading floor, string root)
    {
        var arrows = Uses(floor, root).Where(u => u.From != "" && u.To != "").Select(u => (u.From, u.To)).Distinct().ToLookup(a => a.From, a => a.To);
        var reach = arrows.ToDictionary(a => a.Key, a => Reach(a.Key, arrows));
        foreach (var (from, known) in reach)
            foreach (var to in known.Where(k => k != from && reach.GetValueOrDefault(k)?.Contains(from) == true))
                yield return new Breach($"{root}.{from}", $"knows {to}, which knows it");
    }

    /// <summary>No file opens the namespace of a later room: constants leave no trace in what is compiled.</summary>
    public static IEnumerable<Breach> Usings(IEnumerable<SourceFile> files, string root, IReadOnlyList<string> order)
    {
        var places = order.Select((room, i) => (room, i)).ToDictionary(r => r.room, r => r.i);
        foreach (var file in files.Where(f => f.IsIn($"src/{root}/") && f.Path.Split('/').Length > 3))
            foreach (var known in file.Tree.Usings.Select(u => u.NamespaceOrType.ToString()).Where(n => n.StartsWith(root + '.', StringComparison.Ordinal)))
                if (places.GetValueOrDefault(First(known[(root.Length + 1)..]), -1) > places.GetValueOrDefault(file.Path.Split('/')[2], int.MaxValue))
                    yield return new Breach(file.Path, $"opens {known}, a later room");
    }

    /// <summary>A file's namespace is its folder.</summary>
    public static IEnumerable<Breach> Folders(IEnumerable<SourceFile> files) =>
        from file in files
        from space in file.Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let folder = string.Join('.', file.Path.Split('/')[1..^1])
        where space.Name.ToString() != folder
        select new Breach(file.Path, $"is in namespace {space.Name}, but lies in {folder}");

    /// <summary>The room of a type, "" at the root, null outside the floor.</summary>
    private static string? RoomOf(Type type, string root) =>
        type.Namespace == root ? "" : type.Namespace?.StartsWith(root + '.', StringComparison.Ordinal) == true ? type.Namespace[(root.Length + 1)..] : null;

    private static string First(string room) => room.Split('.')[0];

    private static string Below(string room, string outer) =>
        room.StartsWith(outer + '.', StringComparison.Ordinal) ? room[(outer.Length + 1)..].Split('.')[0] : "";

    private static IEnumerable<(string By, string From, string Known, string To, string Member)> Uses(AssemblyReading floor, string root) =>
        from use in floor.Types
        let @from = RoomOf(use.By, root)
        let to = RoomOf(use.Known, root)
        where @from is not null && to is not null && use.Known.Assembly == floor.Assembly && @from != to
        select (use.By.FullName ?? use.By.Name, @from, use.Known.FullName ?? use.Known.Name, to, use.Member);

    private static HashSet<string> Reach(string from, ILookup<string, string> arrows)
    {
        var seen = new HashSet<string>();
        var queue = new Queue<string>(arrows[from]);
        while (queue.TryDequeue(out var at))
            if (seen.Add(at))
                foreach (var next in arrows[at])
                    queue.Enqueue(next);
        return seen;
    }
}
