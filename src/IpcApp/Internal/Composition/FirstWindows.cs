using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Composition;

/// <summary>Opens the windows of the settings, or leaves that to the framework which started Electron.</summary>
internal sealed class FirstWindows(
    IpcAppOptions options, ElectronStart electron, ElectronApp app, ControlSender control, StartReport report, IHostEnvironment environment)
{
    /// <summary>Before the app counts as started: from now on <c>activate</c> can open windows.</summary>
    public void Prepare()
    {
        app.OpenWindows = OpenAll;
        control.Send(ControlMessage.Started());
    }

    public Task OpenAsync(IElectronConnection connection, CancellationToken cancellationToken)
    {
        if (electron.OpenWindows is { } openElsewhere)
        {
            report.Begin(connection.Renderer, windows: null);
            return openElsewhere(cancellationToken);
        }

        report.Begin(connection.Renderer, options.Windows.Select(window => KeyValuePair.Create(window.Key, window.Value.Url)));
        OpenAll();
        return Task.CompletedTask;
    }

    private void OpenAll()
    {
        foreach (var (name, window) in options.Windows)
        {
            control.Send(ControlMessage.Window(name, window, showWindows: options.Headless != true, environment.IsDevelopment()));
        }
    }
}
