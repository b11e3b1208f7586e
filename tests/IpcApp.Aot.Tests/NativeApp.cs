using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace IpcApp.Aot.Tests;

/// <summary>The app as native code: published once, run once, with what its page reported.</summary>
public sealed class NativeApp : IAsyncLifetime
{
    private static readonly string Project = typeof(NativeApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "AotAppProject").Value!;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ipcapp-aot");

    /// <summary>What the compiler said.</summary>
    public string BuildOutput { get; private set; } = "";

    public int BuildExitCode { get; private set; } = -1;

    /// <summary>What the app wrote while it ran.</summary>
    public string RunOutput { get; private set; } = "it was not run";

    /// <summary>One line a check, as the page found it: <c>ok: name</c>, or <c>failed: name</c> and why.</summary>
    public IReadOnlyList<string> Results { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        // Of the two linkers that .NET takes, most machines have only the second.
        string[] linker = IsOnPath("clang") || !OperatingSystem.IsLinux() ? [] : ["-p:CppCompilerAndLinker=gcc"];
        (BuildExitCode, BuildOutput) = await RunAsync(
            "dotnet",
            [
                "publish", Project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier,
                "-o", _folder.FullName, "-m:1", "-nologo", .. linker,
            ],
            TimeSpan.FromMinutes(8));
        if (BuildExitCode != 0)
        {
            return;
        }

        var results = Path.Combine(_folder.FullName, "results.txt");
        string[] arguments = ["--IpcApp:Host=chromium", "--IpcApp:Headless=true", "--environment=Development", $"--ResultsFile={results}"];
        (var exitCode, var output) = await RunAsync(
            Path.Combine(_folder.FullName, "IpcApp.AotApp" + (OperatingSystem.IsWindows() ? ".exe" : "")),
            arguments,
            TimeSpan.FromMinutes(2));
        RunOutput = $"exit code {exitCode}\n{output}";
        Results = File.Exists(results) ? await File.ReadAllLinesAsync(results) : [];
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    private static bool IsOnPath(string program)
        => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, string[] arguments, TimeSpan limit)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0" },
        })!;
        try
        {
            var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync().WaitAsync(limit);
            return (process.ExitCode, string.Concat(await output));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
