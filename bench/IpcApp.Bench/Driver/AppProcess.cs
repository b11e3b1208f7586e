using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IpcApp.Bench.App;

namespace IpcApp.Bench.Driver;

/// <summary>Runs the app from its start to its end, in a process of its own.</summary>
internal static class AppProcess
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <param name="folder">The folder with the program; what lies beside it says which host it starts.</param>
    /// <param name="rounds">How often each workload is measured.</param>
    /// <returns>What was measured through it.</returns>
    public static async Task<Measurements> RunAsync(string folder, int rounds)
    {
        var results = Path.GetTempFileName();
        try
        {
            var program = Path.Combine(folder, $"{typeof(AppProcess).Assembly.GetName().Name}.dll");
            using var process = Process.Start(new ProcessStartInfo("dotnet",
            [
                program, "app", "--environment=Development", "--IpcApp:Host=chromium", "--IpcApp:Headless=true",
                string.Create(CultureInfo.InvariantCulture, $"--Rounds={rounds}"), $"--ResultsFile={results}",
            ]))!;
            await WaitAsync(process);
            var json = await File.ReadAllTextAsync(results);
            return process.ExitCode == 0 && json.Length > 0
                ? JsonSerializer.Deserialize<Measurements>(json)!
                : throw new BenchException($"The measured app ended with exit code {process.ExitCode} without results; see above.");
        }
        finally
        {
            File.Delete(results);
        }
    }

    private static async Task WaitAsync(Process process)
    {
        using var timer = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new BenchException($"The measured app has not come to its end within {Limit.TotalMinutes} minutes.");
        }
    }
}
