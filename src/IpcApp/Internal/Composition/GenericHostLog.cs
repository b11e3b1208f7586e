using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

/// <summary>
/// What the generic host writes to its log and reports nowhere else. It hides the host's line about a failure to start, which
/// <see cref="StartFailure"/> reports, and keeps the exception of a background service that ends the app.
/// </summary>
internal sealed class GenericHostLog
{
    /// <summary>The category of the generic host.</summary>
    public const string Category = "Microsoft.Extensions.Hosting.Internal.Host";

    private const int BackgroundServiceStoppingHost = 10;
    private const int HostedServiceStartupFaulted = 11;

    private static readonly object UndecoratedKey = new();

    private volatile Exception? _serviceFailure;

    /// <summary>What the first background service threw that made the host stop; null if none did.</summary>
    public Exception? ServiceFailure => _serviceFailure;

    /// <summary>Decorates the logger factory that the app uses, which may be another library's.</summary>
    public static void Watch(IServiceCollection services)
    {
        var factory = services.Last(service => service.ServiceType == typeof(ILoggerFactory) && !service.IsKeyedService);
        services.Remove(factory);
        services.Add(factory switch
        {
            { ImplementationInstance: ILoggerFactory instance } => ServiceDescriptor.KeyedSingleton(UndecoratedKey, instance),
            { ImplementationFactory: { } create }
                => ServiceDescriptor.KeyedSingleton(UndecoratedKey, (provider, _) => (ILoggerFactory)create(provider)),
            _ => ServiceDescriptor.KeyedSingleton(typeof(ILoggerFactory), UndecoratedKey, factory.ImplementationType!),
        });
        services.AddSingleton<GenericHostLog>();
        services.AddSingleton<ILoggerFactory>(provider => new Factory(
            provider.GetRequiredKeyedService<ILoggerFactory>(UndecoratedKey), provider.GetRequiredService<GenericHostLog>()));
    }

    /// <summary>The logger factory that the app uses, which may be another library's; null where it is not decorated.</summary>
    public static ILoggerFactory? UndecoratedFactory(IServiceProvider services) => services.GetKeyedService<ILoggerFactory>(UndecoratedKey);

    /// <summary>The container disposes the decorated factory, which it has created itself.</summary>
    private sealed class Factory(ILoggerFactory inner, GenericHostLog log) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName)
            => categoryName == Category ? new Logger(inner.CreateLogger(categoryName), log) : inner.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

        public void Dispose()
        {
        }
    }

    private sealed class Logger(ILogger inner, GenericHostLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => inner.BeginScope(state);

        /// <summary>Critical entries are always wanted here; the decorated logger applies the filters of the settings.</summary>
        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Critical || inner.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id == BackgroundServiceStoppingHost)
            {
                Interlocked.CompareExchange(ref log._serviceFailure, exception, null);
            }

            if (eventId.Id != HostedServiceStartupFaulted)
            {
                inner.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }
}
