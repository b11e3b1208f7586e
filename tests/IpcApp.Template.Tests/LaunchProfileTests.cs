using System.Diagnostics;
using System.Runtime.Versioning;
using IpcApp.Chromium.Tests;
using IpcApp.Template.Tests.Support;

namespace IpcApp.Template.Tests;

/// <summary>What an IDE starts with F5 is a profile of launchSettings.json; <c>dotnet run</c> reads the same file.</summary>
[SupportedOSPlatform("linux")]
public sealed class LaunchProfileTests(TemplateFixture template)
{
    // The app's own JavaScript in Electron's main process: it notes which program it runs in, and closes the window.
    private const string Main = """
        const fs = require('node:fs');
        const { app } = require('electron');
        fs.writeFileSync(`${__dirname}/host.txt`, fs.readFileSync('/proc/self/cmdline', 'utf8').replaceAll('\0', ' '));
        app.once('browser-window-created', (_event, window) => window.webContents.once('did-finish-load', () => window.close()));
        """;

    private readonly ProcessFamily _family = new();

    [Theory]
    [InlineData("Electron", "chromium-stand-in/dist/../cli.js ")] // the file that stands where Electron's executable would
    [InlineData("Chromium", "chromium-stand-in/cli.js ")]
    public async Task A_profile_starts_what_it_is_called_after(string profile, string program)
    {
        var scaffold = await BuiltAsync();
        await File.WriteAllTextAsync(scaffold.PathOf("electron", "main.cjs"), Main, TestContext.Current.CancellationToken);
        using var run = Start(scaffold, profile, "--IpcApp:Headless=true");

        Assert.True(await run.WaitForExitAsync() == 0, run.Output);
        Assert.Contains(program, scaffold.Read("electron/host.txt"), StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_profile_without_a_window_starts_only_NET()
    {
        var scaffold = await BuiltAsync();
        using var run = Start(scaffold, "No window", "--Logging:Console:LogLevel:Microsoft.Hosting.Lifetime=Information");

        await run.WaitForLineAsync("Application started.");
        var members = _family.Members();
        var app = Assert.Single(members, member => member.Value.StartsWith(Path.Combine(scaffold.Output, scaffold.Name), StringComparison.Ordinal));
        using var end = Process.Start("kill", ["-TERM", $"{app.Key}"]); // not Ctrl+C's signal, which what runs in the background of a shell ignores

        Assert.True(await run.WaitForExitAsync() == 0, run.Output);
        Assert.DoesNotContain(members.Values, command => command.Contains("chromium", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Hosting environment: Development", run.Output, StringComparison.Ordinal);
    }

    private TestAppProcess Start(Scaffold scaffold, string profile, string argument)
    {
        var environment = new Dictionary<string, string?>(_family.Environment)
        {
            ["DISPLAY"] = ":0", // nothing is shown on it, but Electron is asked for only where there is one
            ["ELECTRON_OVERRIDE_DIST_PATH"] = scaffold.PathOf(".ipcapp", "chromium-stand-in", "dist"),
        };
        return new TestAppProcess(
            ["run", "--no-build", "--project", "MainProcess", "--launch-profile", profile, "--", argument], environment, "dotnet", scaffold.Folder);
    }

    private async Task<Scaffold> BuiltAsync()
    {
        var scaffold = await template.ScaffoldAsync("Targets.App");
        if (!Directory.Exists(scaffold.Output))
        {
            var build = await scaffold.BuildAsync();
            Assert.True(build.Succeeded, build.Output);
        }

        return scaffold;
    }
}
