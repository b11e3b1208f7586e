using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Launch;

/// <summary>
/// Electron's process, started by the app. It ends with the bridge; this is for the time before and the case that it hangs.
/// </summary>
internal sealed partial class ElectronProcess : IElectronProcess
{
    // Electron copies its environment into every preload, and these would turn it into something else.
    private static readonly string[] Stripped = ["ELECTRON_RUN_AS_NODE", "NODE_OPTIONS"];

    /// <summary>How long Electron may take to exit after its connection has ended.</summary>
    public static readonly TimeSpan Exiting = TimeSpan.FromSeconds(1);

    /// <summary>SIGTERM, the same on Linux and macOS.</summary>
    private const int Terminate = 15;

    private readonly Process _process;

    private ElectronProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>Completes with the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return _process.ExitCode;
    }

    Task IElectronProcess.WaitForEndAsync(CancellationToken cancellationToken) => WaitForExitAsync(cancellationToken);

    public async Task<int?> ReportedExitCodeAsync(CancellationToken limit)
    {
        try
        {
            var code = await WaitForExitAsync(limit).ConfigureAwait(false);
            return code is ExitCodes.InvalidSetting or ExitCodes.MissingPrerequisite or ExitCodes.SecondInstance ? code : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public static ElectronProcess Start(HostChoice choice, AppLayout layout, string bridgeDirectory, IpcAppOptions options)
    {
        var start = new ProcessStartInfo { WorkingDirectory = layout.Root, UseShellExecute = false };
        if (choice.ElectronPath is { } electron)
        {
            start.FileName = electron;
        }
        else
        {
            NodeRuntime.Find();
            start.FileName = "node";
            start.ArgumentList.Add(layout.ChromiumHost);
        }

        if (options.RemoteDebuggingPort is { } port)
        {
            start.ArgumentList.Add($"--remote-debugging-port={port}");
        }

        start.ArgumentList.Add(layout.Root);
        foreach (var name in Stripped)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Rendezvous.Variables(bridgeDirectory, options.HandshakeTimeout))
        {
            start.Environment[name] = value;
        }

        start.Environment["IPCAPP_HEADLESS"] = choice.Headless ? "1" : "0";
        try
        {
            var process = Process.Start(start)!;
            if (OperatingSystem.IsWindows())
            {
                WindowsJob.EndWithThisProcess(process);
            }

            return new ElectronProcess(process);
        }
        catch (Win32Exception e)
        {
            throw new IpcStartupException(
                $"Electron could not be started: '{start.FileName}': {e.Message}",
                ExitCodes.MissingPrerequisite,
                e);
        }
    }

    /// <summary>
    /// Ends Electron that is not wanted any more. It is asked first, so that it can remove its own temporary files, and killed if it does not
    /// end soon. Windows cannot ask.
    /// </summary>
    public async Task EndAsync()
    {
        if (!OperatingSystem.IsWindows() && !_process.HasExited && SendSignal(_process.Id, Terminate) == 0)
        {
            using var limit = new CancellationTokenSource(Exiting);
            await ((Task)WaitForExitAsync(limit.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Kill();
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or AggregateException or Win32Exception)
        {
            // It has ended in the meantime, or a child of it has: there is nothing left to end.
        }
    }

    public void Dispose() => _process.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
