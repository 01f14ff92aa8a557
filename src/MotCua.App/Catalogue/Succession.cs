using MotCua.Domain.Agencies;
using MotCua.Domain.Catalogue;

namespace MotCua.App.Catalogue;

/// <summary>Puts a version of a procedure after those that are there. No version is ever changed but in its last day: dossiers hold them by number.</summary>
public static class Succession
{
    /// <summary>The version that holds on a day; null if none does.</summary>
    public static ProcedureRow? InForce(IEnumerable<ProcedureRow> rows, DateOnly day) =>
        rows.Where(r => r.From <= day && (r.To is null || day <= r.To)).MaxBy(r => r.Version);

    /// <summary>Adds a version to those of its procedure: the one in force on its first day ends the day before, a later one ends it in turn.</summary>
    /// <param name="rows">All rows of the procedure; the last days of some are changed.</param>
    /// <param name="next">What it says; its number and days are given here.</param>
    /// <param name="from">Its first day.</param>
    /// <returns>The row to add.</returns>
    public static ProcedureRow Add(
        IReadOnlyCollection<ProcedureRow> rows, ProcedureVersion next, DateOnly from, VersionOrigin origin, OfficerId? officer = null)
    {
        foreach (var before in rows.Where(r => r.From <= from && (r.To is null || r.To >= from)))
            before.To = from.AddDays(-1);
        var after = rows.Where(r => r.From > from && (r.To is null || r.To >= r.From)).Select(r => (DateOnly?)r.From).Min();
        var number = rows.Select(r => r.Version).DefaultIfEmpty(0).Max() + 1;
        return ProcedureRows.Of(next with { Version = number, From = from, To = after?.AddDays(-1) }, origin, officer);
    }
}
