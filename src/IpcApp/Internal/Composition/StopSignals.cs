using System.Runtime.InteropServices;
using IpcApp.Internal.Ground;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>
/// Stops the app in order when its terminal is closed. .NET's console lifetime does so for SIGINT, SIGQUIT and SIGTERM, and leaves SIGHUP
/// to the system, which ends the process at once.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private static readonly PosixSignal[] OfConsoleLifetime = [PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM];

    private readonly PosixSignalRegistration[] _registrations;

    private StopSignals(IServiceProvider services, IEnumerable<PosixSignal> signals)
    {
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        var timeout = services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout;
        _registrations = TestHarness.IsActive ? [] : [.. signals.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            lifetime.StopApplication();
            if (OperatingSystem.IsWindows() && context.Signal == PosixSignal.SIGHUP)
            {
                Thread.Sleep(timeout); // Windows ends the process when the last handler for a closed console returns
            }
        }))];
    }

    /// <summary>Until the result is disposed, SIGHUP stops the app.</summary>
    public static StopSignals Watch(IServiceProvider services) => new(services, [PosixSignal.SIGHUP]);

    /// <summary>Until the result is disposed, so do the signals of .NET's console lifetime, which is not there before the host starts.</summary>
    public static StopSignals WatchAll(IServiceProvider services) => new(services, OfConsoleLifetime);

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
