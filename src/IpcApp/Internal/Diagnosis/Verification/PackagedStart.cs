using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using IpcApp.Internal.Launch;

namespace IpcApp.Internal.Diagnosis.Verification;

/// <summary>Starts a packaged app as a user would, but with a profile of its own, and waits for what it says.</summary>
/// <param name="program">The app's executable.</param>
/// <param name="options">The options of the command.</param>
/// <param name="handshake">How long the app's .NET may take to connect. Only then the limit of <paramref name="options"/> begins.</param>
internal sealed class PackagedStart(string program, VerifyOptions options, TimeSpan handshake) : IDisposable
{
    private const string Switch = "--ipcapp-verify";

    /// <summary>Before, Electron has to start; after the limit the app still has to say what did not answer, and to end.</summary>
    private static readonly TimeSpan StartAndEnd = TimeSpan.FromSeconds(5);

    /// <summary>What it wrote last may still be on its way, and a process that it leaves behind could hold the pipe open for ever.</summary>
    private static readonly TimeSpan Draining = TimeSpan.FromSeconds(1);

    /// <summary>What an SDK, an IDE and a launch profile put into the environment of what they start.</summary>
    private static readonly string[] ForDevelopers = ["DOTNET_", "ASPNETCORE_", "MSBUILD", "IpcApp__"];

    private static readonly string[] OfNode = ["ELECTRON_RUN_AS_NODE", "NODE_OPTIONS"];

    private const int KeptLines = 5;

    private readonly TimeSpan _limit = handshake + options.Timeout + StartAndEnd;
    private readonly Queue<string> _lastLines = new();
    private readonly CountdownEvent _openStreams = new(2);
    private HelloReport? _report;

    /// <exception cref="VerifyException">The page and .NET do not talk.</exception>
    public HelloReport Run()
    {
        var profile = Directory.CreateTempSubdirectory("ipcapp-verify-").FullName;
        try
        {
            using var display = VirtualDisplay.StartIfNeeded();
            using var process = Start(profile, display?.Name);
            return Judge(WaitForEnd(process), Display.IsAvailable || display is not null);
        }
        finally
        {
            Remove(profile);
        }
    }

    private static void Remove(string profile)
    {
        try
        {
            Directory.Delete(profile, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A process of the app that takes its time still writes there; the system sweeps its temporary files.
        }
    }

    public void Dispose() => _openStreams.Dispose();

    private Process Start(string profile, string? display)
    {
        var seconds = ((int)options.Timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        string[] arguments = [$"{Switch}={seconds}", $"--user-data-dir={profile}", .. options.Arguments];
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsForDevelopers).ToArray())
        {
            start.Environment.Remove(name);
        }

        if (display is not null)
        {
            start.Environment["DISPLAY"] = display;
        }

        try
        {
            var process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Read(line.Data);
            process.ErrorDataReceived += (_, line) => Read(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new VerifyException("start", $"'{program}' cannot be started: {e.Message}.");
        }
    }

    private static bool IsForDevelopers(string name)
        => OfNode.Contains(name) || ForDevelopers.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private void Read(string? line)
    {
        if (line is null)
        {
            _openStreams.Signal();
            return;
        }

        lock (_lastLines)
        {
            if (HelloReport.Parse(line) is { } report)
            {
                _report = report;
            }
            else
            {
                _lastLines.Enqueue(line);
                while (_lastLines.Count > KeptLines)
                {
                    _lastLines.Dequeue();
                }
            }
        }
    }

    /// <returns>The exit code; null if the app had to be ended.</returns>
    private int? WaitForEnd(Process process)
    {
        var hasEnded = process.WaitForExit(_limit);
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
        }

        _openStreams.Wait(Draining);
        return hasEnded ? process.ExitCode : null;
    }

    private HelloReport Judge(int? exitCode, bool hasDisplay)
    {
        lock (_lastLines)
        {
            if (_report?.Failure is { } failure)
            {
                throw new VerifyException(failure.Stage, WithLines(failure.Message));
            }

            return (_report, exitCode) switch
            {
                ({ } report, 0) => report,
                ({ }, null) => throw new VerifyException("end", WithLines("The page has answered, but the app has not ended after it.")),
                ({ }, { } code) => throw new VerifyException("end", WithLines($"The page has answered, but the app ended with exit code {code}.")),
                (null, null) => throw new VerifyException("timeout", WithLines(
                    $"Within {Math.Ceiling(_limit.TotalSeconds)} seconds the app has said nothing. Was it made with this version of IpcApp, "
                    + "and with 'npm run dist' of an app of ipcapp's? Other packages, such as Electron.NET's, cannot be verified.")),
                (null, { } code) => throw new VerifyException(StageOf(code), WithLines(
                    $"The app ended with exit code {code} before a page could answer."
                    + (hasDisplay ? "" : " There is no display here: install Xvfb, or run this with xvfb-run."))),
            };
        }
    }

    /// <summary>By Electron's exit codes, <c>docs/internals/protocol.md</c>.</summary>
    private static string StageOf(int exitCode) => exitCode switch
    {
        3 => "main-process",
        4 => "handshake",
        _ => "start",
    };

    private string WithLines(string message)
        => _lastLines.Count == 0 ? message : $"{message} It wrote last:\n{string.Join('\n', _lastLines.Select(line => $"  {line}"))}";
}
