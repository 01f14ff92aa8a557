using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore.Query;

namespace MotCua.App.Work;

/// <summary>An order of rows by several keys, and the place of a row in it as a short text: the page after a place costs the same wherever the
/// place is. The keys together must differ for any two rows.</summary>
public sealed class Keyset<T>
{
    private readonly List<Key> keys = [];

    private sealed record Key(LambdaExpression Of, Func<T, object> Read, Type Type, bool Descending);

    /// <summary>The same order with one more key: an <see cref="int"/>, a <see cref="string"/> or a <see cref="DateTimeOffset"/>.</summary>
    public Keyset<T> By<TKey>(Expression<Func<T, TKey>> key, bool descending = false) where TKey : notnull
    {
        var read = key.Compile();
        keys.Add(new Key(key, row => read(row), typeof(TKey), descending));
        return this;
    }

    /// <summary>The rows in order.</summary>
    /// <param name="backwards">From the end.</param>
    public IQueryable<T> Order(IQueryable<T> rows, bool backwards = false)
    {
        var tree = rows.Expression;
        foreach (var (key, at) in keys.Select((k, i) => (k, i)))
        {
            var name = (at == 0 ? "OrderBy" : "ThenBy") + (key.Descending != backwards ? "Descending" : "");
            tree = Expression.Call(typeof(Queryable), name, [typeof(T), key.Type], tree, Expression.Quote(key.Of));
        }
        return rows.Provider.CreateQuery<T>(tree);
    }

    /// <summary>The rows beyond a place.</summary>
    /// <returns>All rows where the place is not one of this order.</returns>
    public IQueryable<T> Beyond(IQueryable<T> rows, string? place, bool backwards = false)
    {
        if (Read(place) is not { } values)
            return rows;
        var row = Expression.Parameter(typeof(T), "r");
        Expression? beyond = null;
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var forward = keys[i].Descending == backwards;
            var further = Compare(row, keys[i], values[i], forward ? ExpressionType.GreaterThan : ExpressionType.LessThan);
            beyond = beyond is null ? further
                : Expression.OrElse(further, Expression.AndAlso(Compare(row, keys[i], values[i], ExpressionType.Equal), beyond));
        }
        // Said once more for the first key alone: databases find a range by it, and none by an "or".
        var first = keys[0].Descending == backwards ? ExpressionType.GreaterThanOrEqual : ExpressionType.LessThanOrEqual;
        return rows.Where(Expression.Lambda<Func<T, bool>>(Expression.AndAlso(Compare(row, keys[0], values[0], first), beyond!), row));
    }

    /// <summary>Which of two rows stands first.</summary>
    public int Compare(T a, T b)
    {
        foreach (var key in keys)
        {
            var (left, right) = (key.Read(a), key.Read(b));
            var sign = left is string text ? string.CompareOrdinal(text, (string)right) : Comparer<object>.Default.Compare(left, right);
            if (sign != 0)
                return key.Descending ? -sign : sign;
        }
        return 0;
    }

    /// <summary>The place of a row.</summary>
    public string PlaceOf(T row)
    {
        var text = string.Join('\n', keys.Select(k => k.Read(row) switch
        {
            DateTimeOffset at => at.UtcTicks.ToString(CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        }));
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    private object[]? Read(string? place)
    {
        if (string.IsNullOrEmpty(place) || place.Length > 400)
            return null;
        try
        {
            var padded = place.Replace('-', '+').Replace('_', '/').PadRight((place.Length + 3) / 4 * 4, '=');
            var parts = Encoding.UTF8.GetString(Convert.FromBase64String(padded)).Split('\n');
            return parts.Length != keys.Count ? null : [.. keys.Zip(parts, (key, part) => Value(key.Type, part))];
        }
        catch (Exception e) when (e is FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static object Value(Type type, string part) =>
        type == typeof(DateTimeOffset) ? new DateTimeOffset(long.Parse(part, CultureInfo.InvariantCulture), TimeSpan.Zero)
        : type == typeof(int) ? int.Parse(part, CultureInfo.InvariantCulture)
        : part;

    private static Expression Compare(ParameterExpression row, Key key, object value, ExpressionType sign)
    {
        var left = On(key.Of, row);
        // In a box the value is a parameter of the command, so that the same command serves every page.
        var box = Activator.CreateInstance(typeof(KeyBox<>).MakeGenericType(key.Type), value)!;
        var right = Expression.Property(Expression.Constant(box), nameof(KeyBox<>.Value));
        if (key.Type != typeof(string) || sign == ExpressionType.Equal)
            return Expression.MakeBinary(sign, left, right);
        var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
        return Expression.MakeBinary(sign, Expression.Call(compare, left, right), Expression.Constant(0));
    }

    private static Expression On(LambdaExpression of, ParameterExpression row) =>
        ReplacingExpressionVisitor.Replace(of.Parameters[0], row, of.Body);
}

/// <summary>Holds a value of a key where an expression can point at it.</summary>
internal sealed class KeyBox<TKey>(TKey value)
{
    public TKey Value { get; } = value;
}
