using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>Whichever side ends, in whatever way and at whatever moment, nothing is left behind.</summary>
public sealed class LifetimeTests
{
    /// <summary>Design 7 says 2 s after the handshake; the rest is for a busy machine to notice.</summary>
    private static readonly TimeSpan AfterHandshake = TimeSpan.FromSeconds(2 + 3);

    private readonly ProcessFamily _family = new();

    [Fact]
    public async Task Closing_the_last_window_ends_the_app_with_0()
    {
        using var app = Start("close.html");
        Assert.Equal((0, ""), (await app.WaitForExitAsync(), Unexpected(app)));
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task Ending_dotnet_ends_the_host()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        using (var kill = Process.Start("kill", ["-TERM", app.Id.ToString()]))
        {
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await app.WaitForExitAsync();
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_killed_dotnet_takes_the_host_with_it()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        app.Kill();
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Fact]
    public async Task A_killed_host_ends_dotnet_with_1()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        Process.GetProcessById(await _family.WaitForMemberAsync("chromium-host/cli.js")).Kill();
        Assert.Equal(1, await app.WaitForExitAsync());
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Theory]
    [InlineData("chromium-host/cli.js", 0)]
    [InlineData("chromium-host/cli.js", 30)]
    [InlineData("chromium-host/cli.js", 100)]
    [InlineData("--remote-debugging-pipe", 0)]
    [InlineData("--remote-debugging-pipe", 50)]
    [InlineData("--remote-debugging-pipe", 200)]
    public async Task Killing_dotnet_while_the_host_starts_leaves_no_orphan(string processSeen, int millisecondsLater)
    {
        using var app = Start("stay.html", "--IpcApp:HandshakeTimeout=00:00:02");
        await _family.WaitForMemberAsync(processSeen);
        // Which moment this hits does not matter: none may leave an orphan.
        await Task.Delay(millisecondsLater, TestContext.Current.CancellationToken);
        app.Kill();
        await _family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2 + 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Killing_the_host_while_it_starts_ends_dotnet_with_an_error(int millisecondsLater)
    {
        using var app = Start("stay.html");
        var host = await _family.WaitForMemberAsync("chromium-host/cli.js");
        await Task.Delay(millisecondsLater, TestContext.Current.CancellationToken);
        Process.GetProcessById(host).Kill();
        Assert.NotEqual(0, await app.WaitForExitAsync());
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    private TestAppProcess Start(string page, params string[] more)
        => new(TestAppProcess.OnChromium([$"--IpcApp:Windows:main:Url=app://local/{page}", .. more]), _family.Environment);

    /// <summary>What was written beside the line about root, which is expected where the tests run as root.</summary>
    private static string Unexpected(TestAppProcess app)
    {
        var lines = app.Output.Split('\n').Where(line => line.Trim().Length > 0);
        return string.Join('\n', lines.Where(line => !line.Contains("running as root", StringComparison.Ordinal)));
    }
}
