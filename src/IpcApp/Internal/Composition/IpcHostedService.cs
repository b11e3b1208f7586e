using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Recording;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Composition;

/// <summary>
/// The app's life: registers the handlers, starts Electron, opens the windows, and ends with whichever side ends first.
/// </summary>
internal sealed class IpcHostedService(
    HandlerRegistrations handlers,
    PortServices ports,
    DevelopmentAids development,
    TrafficRecording recording,
    ElectronStart electron,
    ConnectedApp connected,
    HandlerShutdown shutdown,
    StartReport report) : IHostedLifecycleService, IAsyncDisposable
{
    private Task<IElectronConnection?>? _connecting;

    /// <summary>
    /// Registers every handler, so that a mistake shows before any window does, and starts Electron while other services start.
    /// </summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        ports.BecomeCurrent();
        handlers.Register();
        development.Start();
        recording.Open();
        _connecting = electron.ConnectAsync(cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Opens the windows once every other service of the app has started.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await _connecting!.ConfigureAwait(false) is { } connection)
        {
            await connected.StartAsync(recording.Attach(connection), shutdown.Stopping, cancellationToken).ConfigureAwait(false);
            return;
        }

        connected.StartAlone();
        report.WithoutRenderer();
    }

    /// <summary>Lets running handlers finish, then asks Electron to end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await shutdown.StopAsync(cancellationToken).ConfigureAwait(false);
        await connected.StopAsync().ConfigureAwait(false);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Also when another service failed to start: Electron must not outlive the app.</summary>
    public async ValueTask DisposeAsync()
    {
        development.Stop();
        connected.Detach();
        ports.Resign();
        await electron.DisposeAsync().ConfigureAwait(false);
    }
}
