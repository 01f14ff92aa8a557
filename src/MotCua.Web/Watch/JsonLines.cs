using System.Buffers;
using System.Data.Common;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Data.Sqlite;

namespace MotCua.Web.Watch;

/// <summary>Writes log lines: one JSON object a line, UTC, in one piece. Of an exception it writes the kinds, codes and stack;
/// its text only where it comes from the machine and not from what a person typed.</summary>
/// <param name="to">Where the lines go.</param>
/// <param name="exceptionText">Whether the text of every exception is written.</param>
public sealed class JsonLines(TextWriter to, bool exceptionText = false)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };
    private readonly Lock _turn = new();

    /// <summary>Writes one line.</summary>
    /// <param name="level">How severe.</param>
    /// <param name="category">Who speaks.</param>
    /// <param name="message">One sentence in English.</param>
    /// <param name="fields">Further facts; names already taken are passed over.</param>
    /// <param name="exception">What went wrong, if anything.</param>
    public void Write(
        LogLevel level, string category, string message, IEnumerable<KeyValuePair<string, object?>> fields, Exception? exception)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteString("level", level.ToString().ToLowerInvariant());
            json.WriteString("category", category);
            json.WriteString("message", message);
            WriteFields(json, fields);
            if (exception is not null)
                WriteException(json, exception);
            json.WriteEndObject();
        }
        var line = Encoding.UTF8.GetString(buffer.WrittenSpan);
        lock (_turn)
            to.WriteLine(line);
    }

    private static void WriteFields(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        var taken = new HashSet<string> { "time", "level", "category", "message", "exception" };
        foreach (var (name, value) in fields)
            if (value is not null && taken.Add(Camel(name)))
                WriteField(json, Camel(name), value);
    }

    private static void WriteField(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case bool yes: json.WriteBoolean(name, yes); break;
            case int or long or short or byte or uint: json.WriteNumber(name, Convert.ToInt64(value, null)); break;
            case double real when double.IsFinite(real): json.WriteNumber(name, real); break;
            case IFormattable exact: json.WriteString(name, exact.ToString(null, System.Globalization.CultureInfo.InvariantCulture)); break;
            default: json.WriteString(name, value.ToString()); break;
        }
    }

    private void WriteException(Utf8JsonWriter json, Exception exception)
    {
        json.WriteStartArray("exception");
        for (var e = exception; e is not null; e = e.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", e.GetType().FullName);
            if (CodeOf(e) is { } code)
                json.WriteString("code", code);
            if (exceptionText || SpeaksOfTheMachine(e))
                json.WriteString("text", e.Message);
            json.WriteString("stack", e.StackTrace);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string? CodeOf(Exception exception) => exception switch
    {
        SqliteException sqlite => $"sqlite {sqlite.SqliteErrorCode}/{sqlite.SqliteExtendedErrorCode}",
        Npgsql.PostgresException postgres => $"{postgres.SqlState} {postgres.TableName} {postgres.ConstraintName}".TrimEnd(),
        DbException db => db.SqlState,
        SocketException socket => socket.SocketErrorCode.ToString(),
        BadHttpRequestException bad => $"{bad.StatusCode}",
        _ => null,
    };

    private static bool SpeaksOfTheMachine(Exception exception) => exception
        is NullReferenceException or ObjectDisposedException or SocketException or TimeoutException or SqliteException or DllNotFoundException
        or TypeInitializationException or MissingMethodException or OutOfMemoryException;

    private static string Camel(string name) => name.Length > 0 ? char.ToLowerInvariant(name[0]) + name[1..] : name;
}
