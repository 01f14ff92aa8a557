using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using MotCua.App.Papers;

namespace MotCua.Web.Watch;

/// <summary>Which HTTP status an exception means.</summary>
public static class Failure
{
    // https://sqlite.org/rescode.html: BUSY, LOCKED, READONLY, IOERR, CANTOPEN.
    private static readonly int[] SqliteUnavailable = [5, 6, 8, 10, 14];
    private const int SqliteFull = 13;

    /// <summary>413, 408 or 400 where the request was at fault, 409 for a lost update, 503 where the database cannot be reached,
    /// 507 where a disk is full, else 500.</summary>
    public static int StatusOf(Exception exception)
    {
        for (var e = exception; e is not null; e = e.InnerException)
            if (StatusOfOne(e) is { } status)
                return status;
        return StatusCodes.Status500InternalServerError;
    }

    private static int? StatusOfOne(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        InvalidDataException => StatusCodes.Status400BadRequest,
        SqliteException { SqliteErrorCode: SqliteFull } => StatusCodes.Status507InsufficientStorage,
        Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.DiskFull } => StatusCodes.Status507InsufficientStorage,
        IOException full when DiskFull.Is(full) => StatusCodes.Status507InsufficientStorage,
        DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
        SqliteException sqlite when SqliteUnavailable.Contains(sqlite.SqliteErrorCode) => StatusCodes.Status503ServiceUnavailable,
        // Class 28: the account is refused; 3D: there is no such database.
        Npgsql.PostgresException { SqlState: ['2', '8', ..] or ['3', 'D', ..] } => StatusCodes.Status503ServiceUnavailable,
        DbException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => null,
    };
}
