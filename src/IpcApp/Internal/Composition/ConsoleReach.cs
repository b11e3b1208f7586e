using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>Knows whether errors in the log reach the standard error.</summary>
internal sealed class ConsoleReach(
    IServiceProvider services,
    IEnumerable<ILoggerProvider> providers,
    IOptionsMonitor<ConsoleLoggerOptions> options,
    IOptionsMonitor<LoggerFilterOptions> filters)
{
    private readonly ILoggerFactory? _factory = GenericHostLog.UndecoratedFactory(services);

    /// <summary>
    /// Whether the console logger of .NET writes errors of a category to the standard error. False if that is not certain, such as with the
    /// logger factory of another library.
    /// </summary>
    public bool HasErrors(string category)
    {
        try
        {
            return _factory is LoggerFactory
                && providers.Any(provider => provider is ConsoleLoggerProvider)
                && options.CurrentValue.LogToStandardErrorThreshold <= LogLevel.Error
                && _factory.CreateLogger(category).IsEnabled(LogLevel.Error)
                && IsAdmitted(category);
        }
        catch (Exception)
        {
            return false; // a logger of the app fails, or they are disposed already
        }
    }

    /// <summary>
    /// Whether the filters admit errors for the console. The app's factory answers for all its loggers together, so one with a stand-in for the
    /// console alone is asked; the console itself would get the scopes of that factory.
    /// </summary>
    private bool IsAdmitted(string category)
    {
        var ofApp = filters.CurrentValue;
        var own = new LoggerFilterOptions { MinLevel = ofApp.MinLevel, CaptureScopes = ofApp.CaptureScopes };
        foreach (var rule in ofApp.Rules)
        {
            var provider = rule.ProviderName == typeof(ConsoleLoggerProvider).FullName ? StandIn.Alias : rule.ProviderName;
            own.Rules.Add(new LoggerFilterRule(provider, rule.CategoryName, rule.LogLevel, rule.Filter));
        }

        using var factory = new LoggerFactory([new StandIn()], own);
        return factory.CreateLogger(category).IsEnabled(LogLevel.Error);
    }

    /// <summary>Enabled at every level, and filtered as the console is.</summary>
    [ProviderAlias(Alias)]
    private sealed class StandIn : ILoggerProvider, ILogger
    {
        public const string Alias = "Console";

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
