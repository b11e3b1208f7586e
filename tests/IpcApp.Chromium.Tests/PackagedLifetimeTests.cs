using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>How a packaged app ends, with the real .NET and the stand-in for Electron.</summary>
public sealed class PackagedLifetimeTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private readonly OwnFolder _folder = new();
    private readonly ProcessFamily _family = new();

    [Fact]
    public async Task A_background_service_that_fails_is_shown_in_a_dialog()
    {
        using var app = Start("", ("FailInBackground", "late"));
        Assert.Equal(1, await app.WaitForExitAsync());
        var dialog = app.Output[app.Output.IndexOf("IpcApp.TestApp has ended", StringComparison.Ordinal)..];
        Assert.Contains("the .NET main process ended with exit code 1", dialog, StringComparison.Ordinal);
        Assert.Contains("The lamp is broken", dialog, StringComparison.Ordinal);
        await _folder.AssertNothingIsLeftAsync();
    }

    /// <summary>Before .NET has connected or after, the codes differ and the dialog does not.</summary>
    [Fact]
    public async Task A_background_service_that_fails_at_once_is_shown_in_a_dialog()
    {
        using var app = Start("", ("FailInBackground", "broken"));
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Matches("IpcApp.TestApp (has ended|can not start)[^$]*The lamp is broken", app.Output);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_dotnet_that_crashes_is_shown_in_a_dialog()
    {
        using var app = Start("", ("FailInBackground", "fast"));
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Matches("IpcApp.TestApp (has ended|can not start)[^$]*The lamp is on fire", app.Output);
        await _family.AssertGoneWithinAsync(Soon);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("electron.app.exit(3)", 3)]
    [InlineData("process.exit(3)", 3)]
    [InlineData("process.kill(process.pid, 'SIGKILL')", 137)]
    public async Task Services_stop_however_Electron_ends(string end, int exitCode)
    {
        using var app = Start($"process.stdin.resume().once('end', () => {{ {end}; }});", ("Witness", "true"));
        await app.WaitForLineAsync("READY");
        app.CloseInput();
        Assert.Equal(exitCode, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(Soon);
        await _folder.AssertNothingIsLeftAsync(isHostKilled: exitCode == 137);
    }

    [Fact]
    public async Task Services_stop_when_the_terminal_is_closed()
    {
        using var app = Start("", ("Witness", "true"));
        await app.WaitForLineAsync("READY");
        foreach (var id in new[] { app.Id, await _family.WaitForMemberAsync("main-process/IpcApp.TestApp") })
        {
            using var kill = Process.Start("kill", ["-HUP", $"{id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(Soon);
        await _folder.AssertNothingIsLeftAsync();
    }

    public void Dispose() => _folder.Dispose();

    private TestAppProcess Start(string userMain, params (string Name, string Value)[] settings)
    {
        var environment = new Dictionary<string, string?>(_folder.Environment(_family.Environment));
        foreach (var (name, value) in settings)
        {
            environment[name] = value;
        }

        var script = new AppCopy(_folder).Package("const electron = require('electron');\n" + userMain);
        return new TestAppProcess(["-e", script], environment, program: "node");
    }
}
