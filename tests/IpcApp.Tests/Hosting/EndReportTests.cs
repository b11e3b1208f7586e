using IpcApp.Internal.Composition;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Hosting;

/// <summary>Whether the reason why an app ends reaches the standard error through the log, and what the log still holds is written.</summary>
public sealed class EndReportTests
{
    [Fact]
    public void The_console_has_errors_by_default() => Assert.True(HasErrors([]));

    [Theory]
    [InlineData("Logging:LogLevel:Default", "None")]
    [InlineData("Logging:LogLevel:IpcApp", "Critical")]
    [InlineData("Logging:Console:LogLevel:Default", "None")]
    [InlineData("Logging:Console:LogToStandardErrorThreshold", "None")]
    [InlineData("Logging:Console:LogToStandardErrorThreshold", "Critical")]
    public void Settings_can_keep_errors_from_the_standard_error(string name, string value)
        => Assert.False(HasErrors(new() { [name] = value }));

    [Fact]
    public void A_provider_other_than_the_console_does_not_count()
    {
        Dictionary<string, string?> settings = new() { ["Logging:Console:LogLevel:Default"] = "None" };
        Assert.False(HasErrors(settings, logging => logging.AddProvider(new Provider(() => { }))));
    }

    [Fact]
    public void A_factory_of_another_library_may_leave_the_console_out()
        => Assert.False(HasErrors([], logging => logging.Services.AddSingleton<ILoggerFactory, OtherFactory>()));

    [Fact]
    public void Without_a_console_logger_there_are_none() => Assert.False(HasErrors([], logging => logging.ClearProviders()));

    [Fact]
    public void Loggers_that_are_disposed_already_have_none()
    {
        var services = Services([]);
        var console = services.GetRequiredService<ConsoleReach>();
        services.Dispose();
        Assert.False(console.HasErrors(EndReport.Category));
    }

    [Fact]
    public void A_provider_that_fails_does_not_keep_others_from_writing()
    {
        var isWritten = false;
        using var services = Services([], logging => logging
            .AddProvider(new Provider(() => throw new InvalidOperationException("no disk")))
            .AddProvider(new Provider(() => isWritten = true)));
        services.GetRequiredService<EndReport>().Flush(TimeSpan.FromSeconds(30));
        Assert.True(isWritten);
    }

    private static bool HasErrors(Dictionary<string, string?> settings, Action<ILoggingBuilder>? configure = null)
    {
        using var services = Services(settings, configure);
        return services.GetRequiredService<ConsoleReach>().HasErrors(EndReport.Category);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings, Action<ILoggingBuilder>? configure = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddLogging(logging =>
        {
            logging.AddConfiguration(configuration.GetSection("Logging"));
            ConsoleLog.Add(logging, configuration);
            configure?.Invoke(logging);
        });
        GenericHostLog.Watch(services);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<LogQueue>();
        services.AddSingleton<QueuedLoggers>();
        services.AddSingleton<ConsoleReach>();
        services.AddSingleton<EndReport>();
        return services.BuildServiceProvider();
    }

    private sealed class Provider(Action dispose) : ILoggerProvider
    {
        private bool _isDisposed;

        public ILogger CreateLogger(string categoryName) => new Logger();

        public void Dispose()
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                dispose();
            }
        }
    }

    private sealed class OtherFactory : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) => new Logger();

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }
    }

    private sealed class Logger : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }
    }
}
