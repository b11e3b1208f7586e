using IpcApp.Internal.Bridge;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Launch;

/// <summary>Starts Electron or the Chromium host and connects to it, in development. Electron listens, .NET connects.</summary>
internal sealed class DevelopmentConnector(IpcAppOptions options, StartupArguments launch, TimeProvider time, ILogger<Subsystem.Launch> logger) : IElectronConnector
{
    public bool ComesFirst => options.Host != IpcHostKind.None && AppLayout.Find(AppContext.BaseDirectory).IsSingleInstance;

    public async Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken)
    {
        if (options.Host == IpcHostKind.None)
        {
            return null;
        }

        var layout = AppLayout.Find(AppContext.BaseDirectory);
        var choice = HostChoice.Make(options, new DeveloperMachine(layout));
        if (choice.Note is { } note)
        {
            LaunchLog.Note(logger, note);
        }

        var directory = MeetingDirectory.Create(launch);
        ElectronProcess? process = null;
        try
        {
            process = ElectronProcess.Start(choice, layout, directory, options);
            var bridge = await ConnectAsync(process, directory, cancellationToken).ConfigureAwait(false);
            var host = new BridgeElectronConnection(bridge, process, directory, options.Limits.MaxMessageBytes, time, choice: choice);
            ElectronLog.Connected(logger, host.Renderer, host.ProcessId);
            return host;
        }
        catch
        {
            if (process is not null)
            {
                await process.EndAsync().ConfigureAwait(false);
                process.Dispose();
            }

            BridgeDirectory.Remove(directory);
            throw;
        }
    }

    private async Task<BridgeConnection> ConnectAsync(ElectronProcess process, string directory, CancellationToken cancellationToken)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var exit = process.WaitForExitAsync(ended.Token);
        var connecting = BridgeConnection.ConnectAsync(directory, BridgeElectronConnection.TransportOptions(options), time, ended.Token);
        try
        {
            if (await Task.WhenAny(connecting, exit).ConfigureAwait(false) == connecting)
            {
                return await connecting.ConfigureAwait(false);
            }

            cancellationToken.ThrowIfCancellationRequested();
            throw Ended(await exit.ConfigureAwait(false));
        }
        catch (BridgeException e)
        {
            // Electron that gives up during the handshake is seen here first, and its exit code a moment later.
            using var limit = new CancellationTokenSource(ElectronProcess.Exiting, time);
            throw await process.ReportedExitCodeAsync(limit.Token).ConfigureAwait(false) is { } code
                ? Ended(code)
                : new IpcStartupException(e.Message, ExitCodes.HostNotConnected, e);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
        }
    }

    private IpcStartupException Ended(int code)
    {
        switch (code)
        {
            // With these codes Electron has said in one line what is missing; a second line would only hide it.
            case ExitCodes.InvalidSetting or ExitCodes.MissingPrerequisite:
                return new IpcStartupException("", code);
            case ExitCodes.SecondInstance:
                LaunchLog.Note(logger, "The app is running already; its window was brought to the front.");
                return new IpcStartupException("", 0);
            default:
                return new IpcStartupException(
                    $"Electron ended with exit code {code} before it had connected. Look at its output above.", ExitCodes.HostNotConnected);
        }
    }
}
