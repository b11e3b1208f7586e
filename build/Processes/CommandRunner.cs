using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace IpcApp.Build.Processes;

internal static class CommandRunner
{
    // `dotnet run` leaves these behind, and they would tie a child's MSBuild to this one's SDK and current state.
    private static readonly string[] Stripped =
    [
        "MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBUILD_EXE_PATH", "MSBuildLoadMicrosoftTargetsReadOnly", "DOTNET_HOST_PATH",
        "DOTNET_LAUNCH_PROFILE",
    ];

    // A compiler or build server that the program leaves running holds its output open for minutes.
    private static readonly TimeSpan OutputGrace = TimeSpan.FromSeconds(1);

    /// <summary>Runs a program that has to succeed.</summary>
    /// <returns>What it printed.</returns>
    /// <exception cref="BuildException">It failed; the message holds all it printed.</exception>
    public static async Task<string> RunAsync(Command command)
    {
        var result = await TryRunAsync(command);
        return result.Succeeded ? result.Output : throw Failed(command, result);
    }

    public static BuildException Failed(Command command, CommandResult result)
    {
        var end = result.ExitCode is { } code ? $"exit code {code}" : $"ended after {command.Limit}";
        return new BuildException($"'{command}' failed ({end}):{Environment.NewLine}{result.Output}");
    }

    /// <summary>Runs a program and collects what it prints.</summary>
    public static async Task<CommandResult> TryRunAsync(Command command)
    {
        using var process = Start(command, captured: true);
        process.StandardInput.Close();
        var output = new StringBuilder();
        var reading = Task.WhenAll(CollectAsync(process.StandardOutput, output), CollectAsync(process.StandardError, output));
        var code = await WaitAsync(process, command.Limit);
        await Task.WhenAny(reading, Task.Delay(OutputGrace));
        lock (output)
        {
            return new CommandResult(code, output.ToString());
        }
    }

    /// <summary>Runs a program in this terminal. Ctrl+C reaches it directly.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAttachedAsync(Command command)
    {
        using var process = Start(command, captured: false);
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static Process Start(Command command, bool captured)
    {
        var start = new ProcessStartInfo(Executable(command.File), command.Arguments)
        {
            WorkingDirectory = command.Folder ?? "",
            UseShellExecute = false,
            RedirectStandardInput = captured,
            RedirectStandardOutput = captured,
            RedirectStandardError = captured,
        };
        foreach (var name in Stripped)
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BuildException($"'{command.File}' could not be started: {e.Message}. Is it on the PATH?");
        }
    }

    // On Windows npm is a script, which only its full name finds.
    private static string Executable(string file) => file == "npm" && OperatingSystem.IsWindows() ? "npm.cmd" : file;

    private static async Task CollectAsync(StreamReader reader, StringBuilder output)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private static async Task<int?> WaitAsync(Process process, TimeSpan limit)
    {
        using var timer = new CancellationTokenSource(limit);
        var exited = new TaskCompletionSource();
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => exited.TrySetResult();
        try
        {
            await exited.Task.WaitAsync(timer.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}
