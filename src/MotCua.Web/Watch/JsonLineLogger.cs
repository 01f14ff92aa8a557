namespace MotCua.Web.Watch;

/// <summary>Sends everything that is logged to <see cref="JsonLines"/>. Lines of our own are trusted to hold no personal data;
/// from others only the wording and plain numbers are taken, for their texts may quote a path, a query or a value.</summary>
[ProviderAlias("JsonLines")]
public sealed class JsonLineLoggerProvider(JsonLines lines) : ILoggerProvider, ISupportExternalScope
{
    private readonly JsonLines _lines = lines;
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private sealed class Logger(JsonLineLoggerProvider owner, string category) : ILogger
    {
        private static readonly string[] Quiet = ["Microsoft.Hosting.", "Microsoft.Extensions.Hosting.", "Microsoft.AspNetCore.Server.Kestrel",
            "Microsoft.AspNetCore.DataProtection"];

        private readonly bool _ours = category.StartsWith("MotCua", StringComparison.Ordinal);
        private readonly bool _harmless = Quiet.Any(q => category.StartsWith(q, StringComparison.Ordinal));

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => owner._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
            var kept = values.Where(v => v.Key != "{OriginalFormat}" && (_ours || _harmless || IsPlain(v.Value))).ToList();
            var message = _ours || _harmless ? formatter(state, null)
                : values.FirstOrDefault(v => v.Key == "{OriginalFormat}").Value as string ?? eventId.Name ?? "(no wording)";
            owner._lines.Write(logLevel, category, message, [.. kept, .. RequestId()], exception);
        }

        private List<KeyValuePair<string, object?>> RequestId()
        {
            var found = new List<KeyValuePair<string, object?>>();
            owner._scopes.ForEachScope((scope, list) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object?>> pairs)
                    list.AddRange(pairs.Where(p => p.Key == "RequestId"));
            }, found);
            return found;
        }

        private static bool IsPlain(object? value) => value is bool or int or long or double or TimeSpan or Enum or Type;
    }
}
