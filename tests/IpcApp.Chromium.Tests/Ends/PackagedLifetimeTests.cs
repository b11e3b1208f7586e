namespace IpcApp.Chromium.Tests.Ends;

/// <summary>How a packaged app ends.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class PackagedLifetimeTests(HostUnderTest host) : EndTests(host)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_background_service_that_fails_is_shown_in_a_dialog()
    {
        using var app = StartPackage("", ("FailInBackground", "late"));
        Assert.Equal(1, await app.WaitForExitAsync());
        var dialog = app.Output[app.Output.IndexOf("IpcApp.TestApp has ended", StringComparison.Ordinal)..];
        Assert.Contains("the .NET main process ended with exit code 1", dialog, StringComparison.Ordinal);
        Assert.Contains("The lamp is broken", dialog, StringComparison.Ordinal);
        await AssertNothingIsLeftAsync();
    }

    /// <summary>Before .NET has connected or after, the codes differ and the dialog does not.</summary>
    [Fact]
    public async Task A_background_service_that_fails_at_once_is_shown_in_a_dialog()
    {
        using var app = StartPackage("", ("FailInBackground", "broken"));
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Matches("IpcApp.TestApp (has ended|cannot start)[^$]*The lamp is broken", app.Output);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_dotnet_that_crashes_is_shown_in_a_dialog()
    {
        using var app = StartPackage("", ("FailInBackground", "fast"));
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Matches("IpcApp.TestApp (has ended|cannot start)[^$]*The lamp is on fire", app.Output);
        await Family.AssertGoneWithinAsync(Soon);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("electron.app.exit(3)", 3)]
    [InlineData("process.exit(3)", 3)]
    [InlineData("process.kill(process.pid, 'SIGKILL')", 137)]
    public async Task Services_stop_however_Electron_ends(string end, int exitCode)
    {
        using var app = StartPackage($"process.stdin.resume().once('end', () => {{ {end}; }});", ("Witness", "true"));
        await app.WaitForLineAsync("READY");
        app.CloseInput();
        Assert.Equal(exitCode, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(Soon);
        await AssertNothingIsLeftAsync(isHostKilled: exitCode == 137);
    }

    [Fact]
    public async Task Services_stop_when_the_terminal_is_closed()
    {
        using var app = StartPackage("", ("Witness", "true"));
        await app.WaitForLineAsync("READY");
        foreach (var id in new[] { app.Id, await Family.WaitForMemberAsync(line => line.Contains("main-process/IpcApp.TestApp", StringComparison.Ordinal)) })
        {
            await SignalAsync(id, "HUP");
        }

        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(Soon);
        await AssertNothingIsLeftAsync();
    }
}
