using System.Diagnostics;
using System.Text.Json;

namespace IpcApp.LauncherApp;

/// <summary>
/// Does by hand what Electron.NET does: starts Electron (here the Chromium host) with the folder <c>.electron</c>, and makes windows over a
/// connection of its own (here its standard input and output). Nothing of ipcapp is told to the process but by the environment.
/// </summary>
internal sealed class StandInLauncher(IConfiguration configuration, IBrowserWindows windows) : IElectronLauncher
{
    private Process? _electron;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("LAUNCHER start");
        if (configuration["Fail"] == "start")
        {
            throw new InvalidOperationException("Electron is not to be found.");
        }

        if (configuration["Hang"] == "start")
        {
            return new TaskCompletionSource().Task;
        }

        if (configuration["electronPID"] is null)
        {
            var start = new ProcessStartInfo("node")
            {
                WorkingDirectory = AppContext.BaseDirectory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            };
            string[] arguments = [configuration["ChromiumHost"]!, ".electron", "-unpackeddotnet", "-electronforcedport=0"];
            foreach (var argument in arguments)
            {
                start.ArgumentList.Add(argument);
            }

            _electron = Process.Start(start)!;
        }

        return Task.CompletedTask;
    }

    public async Task OpenWindowsAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("LAUNCHER open");
        if (configuration["Hang"] == "open")
        {
            await new TaskCompletionSource().Task;
        }

        if (_electron is not null)
        {
            var id = await CreateWindowAsync(_electron, cancellationToken);
            var window = await windows.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no window {id}.");
            Console.WriteLine($"WINDOW {window.Id}, CONTENTS {window.WebContents.Id}");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Console.WriteLine("LAUNCHER stop");
        return _electron?.WaitForExitAsync(cancellationToken) ?? Task.CompletedTask;
    }

    private static async Task<int> CreateWindowAsync(Process electron, CancellationToken cancellationToken)
    {
        var options = new { show = true, webPreferences = new { nodeIntegration = false, contextIsolation = true, sandbox = true } };
        await electron.StandardInput.WriteLineAsync(
            JsonSerializer.Serialize(new { id = 1, command = "create", options, url = "app://local/" }).AsMemory(), cancellationToken);
        await electron.StandardInput.FlushAsync(cancellationToken);
        while (await electron.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("{\"id\":1", StringComparison.Ordinal))
            {
                return JsonDocument.Parse(line).RootElement.GetProperty("value").GetInt32();
            }
        }

        throw new InvalidOperationException("Electron has ended.");
    }
}
