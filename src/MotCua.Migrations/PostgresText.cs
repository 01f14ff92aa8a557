using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using MotCua.App;

namespace MotCua.Migrations;

/// <summary>Leaves out of every text what PostgreSQL cannot hold, the null character and half surrogates, so that a form with one of them
/// is no fault of the machine. The embedded database takes them.</summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result) =>
        Mend(command, result);

    /// <inheritdoc/>
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData data, InterceptionResult<object> result) =>
        Mend(command, result);

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData data, InterceptionResult<int> result) =>
        Mend(command, result);

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<DbDataReader> result, CancellationToken cancel = default) => new(Mend(command, result));

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<object> result, CancellationToken cancel = default) => new(Mend(command, result));

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData data, InterceptionResult<int> result, CancellationToken cancel = default) => new(Mend(command, result));

    private static T Mend<T>(DbCommand command, T result)
    {
        foreach (DbParameter parameter in command.Parameters)
            if (parameter.Value is string text && !WholeText.IsWhole(text))
                parameter.Value = WholeText.Of(text);
        return result;
    }
}
