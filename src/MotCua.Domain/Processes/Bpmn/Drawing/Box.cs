using System.Globalization;

namespace MotCua.Domain.Processes.Bpmn.Drawing;

/// <summary>A point of a drawing.</summary>
internal readonly record struct Spot(double X, double Y);

/// <summary>A rectangle of a drawing.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public Spot Middle => new(X + Width / 2, Y + Height / 2);

    /// <summary>Whether the two share more than a border.</summary>
    public bool Meets(Box other) => X < other.Right && other.X < Right && Y < other.Bottom && other.Y < Bottom;

    public Box Grown(double by) => new(X - by, Y - by, Width + 2 * by, Height + 2 * by);

    /// <summary>The smallest that holds both.</summary>
    public Box And(Box other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new Box(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>A number as drawings write it.</summary>
    public static string Write(double number) => Math.Round(number, 1).ToString(CultureInfo.InvariantCulture);
}
