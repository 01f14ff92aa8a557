namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>Finds ways of arrows around what stands on a plane.</summary>
internal static class Router
{
    private const double Step = 16;

    /// <summary>The corners of an arrow: the first way that meets nothing, else the plainest.</summary>
    public static Spot[] Way(Box from, Box to, IReadOnlyCollection<Box> others, bool fromBorder)
    {
        var ways = Ways(from, to, others, fromBorder).ToList();
        return Clean(ways.Find(w => IsFree(w, others)) ?? ways[0]);
    }

    private static IEnumerable<Spot[]> Ways(Box from, Box to, IReadOnlyCollection<Box> others, bool fromBorder)
    {
        var (a, b) = (new Spot(from.Right, from.Middle.Y), new Spot(to.X, to.Middle.Y));
        var (under, over) = (new Spot(from.Middle.X, from.Bottom), new Spot(from.Middle.X, from.Y));
        if (fromBorder)
        {
            yield return [under, new(under.X, b.Y), b];
            yield return [under, new(under.X, under.Y + Step), new(b.X - Step, under.Y + Step), new(b.X - Step, b.Y), b];
        }
        else if (to.X > from.Right)
        {
            foreach (var x in new[] { b.X - Step - 6, a.X + Step + 6 })
                yield return [a, new(x, a.Y), new(x, b.Y), b];
            if (Math.Abs(a.Y - b.Y) > 1)
                yield return [b.Y > a.Y ? under : over, new(under.X, b.Y), b];
        }
        var (low, high) = (Math.Max(from.Bottom, to.Bottom) + Step, Math.Min(from.Y, to.Y) - Step);
        yield return [under, new(under.X, low), new(to.Middle.X, low), new(to.Middle.X, to.Bottom)];
        yield return [over, new(over.X, high), new(to.Middle.X, high), new(to.Middle.X, to.Y)];
        var bottom = others.Append(from).Append(to).Max(o => o.Bottom) + Step / 2;
        yield return [under, new(under.X, bottom), new(to.Middle.X, bottom), new(to.Middle.X, to.Bottom)];
    }

    private static bool IsFree(Spot[] way, IReadOnlyCollection<Box> others) => Clean(way).Zip(Clean(way).Skip(1)).All(s =>
    {
        var line = new Box(
            Math.Min(s.First.X, s.Second.X), Math.Min(s.First.Y, s.Second.Y), Math.Abs(s.First.X - s.Second.X) + 0.1, Math.Abs(s.First.Y - s.Second.Y) + 0.1);
        return !others.Any(o => o.Grown(3).Meets(line));
    });

    private static Spot[] Clean(Spot[] way) =>
        [.. way.Where((s, i) => i == 0 || s != way[i - 1]).ToList() is var left
            ? left.Where((s, i) => i == 0 || i == left.Count - 1 || !(OnLine(left[i - 1], s, left[i + 1]))) : []];

    private static bool OnLine(Spot a, Spot b, Spot c) => Math.Abs(a.X - b.X) < 0.1 && Math.Abs(b.X - c.X) < 0.1
        || Math.Abs(a.Y - b.Y) < 0.1 && Math.Abs(b.Y - c.Y) < 0.1;
}
