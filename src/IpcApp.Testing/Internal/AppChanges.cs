using System.Reflection;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Session;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace IpcApp.Testing.Internal;

/// <summary>What a test changes of the app before it is built.</summary>
internal sealed class AppChanges(IpcTestAppOptions options, FakeElectron host, Assembly app)
{
    public TestHarness Harness { get; } = new(new Dictionary<string, string?>(options.Settings, StringComparer.OrdinalIgnoreCase), app);

    /// <summary>The test's own changes come last but for what the harness itself stands on.</summary>
    public void Apply(IServiceCollection services, ServiceFailures failures)
    {
        if (options.TimeProvider is { } time)
        {
            services.Replace(ServiceDescriptor.Singleton(time));
        }

        if (options.Output is not null)
        {
            LeaveConsoleAlone(services);
        }

        options.ConfigureServices?.Invoke(services);
        services.AddLogging(logging => logging.AddProvider(host.Logs).AddFilter<LogCapture>(null, options.MinimumLogLevel));
        services.AddSingleton<ILogTap>(host.Logs);
        services.AddHostedService(failures.WatchFrom);
        services.Replace(ServiceDescriptor.Singleton<PendingWork>(host.Watch));
        services.Replace(ServiceDescriptor.Singleton<IElectronConnector>(provider => host.Attach(provider)));
        services.Replace(ServiceDescriptor.Singleton<WorkScheduler>(host.Steps is { } steps ? steps : new AppWork(host.Ports)));
    }

    /// <summary>The log has a reader already: lines of many tests, mixed up on the console, are of no use.</summary>
    private static void LeaveConsoleAlone(IServiceCollection services)
    {
        foreach (var console in services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
        {
            services.Remove(console);
        }
    }
}
