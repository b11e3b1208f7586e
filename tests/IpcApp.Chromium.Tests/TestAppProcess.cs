using System.Diagnostics;
using System.Text;

namespace IpcApp.Chromium.Tests;

/// <summary>The test app, or another, started as <c>dotnet run</c> would start it.</summary>
internal sealed class TestAppProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource<string> Seen)> _waiting = [];

    public TestAppProcess(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? program = null,
        string? folder = null)
    {
        var file = (program ?? Path.Combine(AppContext.BaseDirectory, "IpcApp.TestApp")) + (OperatingSystem.IsWindows() ? ".exe" : "");
        var start = new ProcessStartInfo(file)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <summary>Everything it and Electron wrote.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static string[] OnChromium(params string[] more) => OnHost("chromium", more);

    /// <param name="host">The setting <c>IpcApp:Host</c>.</param>
    /// <param name="more">More arguments.</param>
    public static string[] OnHost(string host, params string[] more)
        => [$"--IpcApp:Host={host}", "--IpcApp:Headless=true", "--environment=Development", .. more];

    public async Task<int> WaitForExitAsync()
    {
        await ExplainedAsync(_process.WaitForExitAsync());
        return _process.ExitCode;
    }

    /// <summary>Waits for a line that contains a text, and gives it.</summary>
    public Task<string> WaitForLineAsync(string text)
    {
        lock (_output)
        {
            if (_output.ToString().Split('\n').FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line)
            {
                return Task.FromResult(line);
            }

            var seen = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((text, seen));
            return LineOf(seen.Task);
        }
    }

    public void WriteLine(string line) => _process.StandardInput.WriteLine(line);

    /// <summary>Its standard input ends, which some apps take for the wish that they close their window.</summary>
    public void CloseInput() => _process.StandardInput.Close();

    public void Kill() => _process.Kill();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private async Task<string> LineOf(Task<string> seen)
    {
        await ExplainedAsync(seen);
        return await seen;
    }

    /// <summary>Waits, and says what is there instead if it takes too long.</summary>
    private async Task ExplainedAsync(Task task)
    {
        try
        {
            await task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        catch (TimeoutException)
        {
            // An ended process may have left its output open: to one that it has started.
            var state = _process.HasExited ? $"It has ended with {_process.ExitCode}." : "It runs.";
            throw new TimeoutException($"{state}\nProcesses:\n{string.Join('\n', ProcessFamily.All())}\nOutput:\n{Output}");
        }
    }

    private void Append(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
            _waiting.RemoveAll(waiter => line.Contains(waiter.Text, StringComparison.Ordinal) && waiter.Seen.TrySetResult(line));
        }
    }
}
