using System.Text.Json;

namespace IpcApp.Chromium.Tests.Ends;

/// <summary>The Chromium host: Node.js with the stand-in for Electron, and a browser.</summary>
public sealed class ChromiumHost : HostUnderTest
{
    public override string Name => "chromium";

    public override bool TidiesUp => true;

    public override bool IsMainProcess(string commandLine) => commandLine.Contains("chromium-stand-in/cli.js", StringComparison.Ordinal);

    public override bool IsBrowserProcess(string commandLine) => commandLine.Contains("--remote-debugging-pipe", StringComparison.Ordinal);

    /// <summary>The line about root is expected where the tests run as root.</summary>
    public override bool IsOwnLine(string line) => line.Contains("running as root", StringComparison.Ordinal);

    public override bool IsLeftWhenKilled(string fileName) => fileName.StartsWith("ipcapp-chromium-", StringComparison.Ordinal);

    /// <summary>The stand-in has no executable to put a package around: Node.js is told where the package is.</summary>
    internal override (string Program, string[] Arguments) Package(AppCopy copy, string folder, string userMain)
    {
        var resources = Path.Combine(folder, "resources");
        var app = copy.Package(resources, userMain);
        var runApp = Path.Combine(app, ".ipcapp", "chromium-stand-in", "lib", "launch", "run-app.js");
        var start = $"require({JsonSerializer.Serialize(runApp)}).runApp([], {JsonSerializer.Serialize(new { path = app, resources })})";
        return ("node", ["-e", start]);
    }
}
