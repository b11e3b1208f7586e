using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>Whichever side ends, in whatever way and at whatever moment, nothing is left behind.</summary>
public sealed class LifetimeTests : IDisposable
{
    /// <summary>Design 7 says 2 s after the handshake; the rest is for a busy machine to notice.</summary>
    private static readonly TimeSpan AfterHandshake = TimeSpan.FromSeconds(2 + 3);

    private readonly ProcessFamily _family = new();
    private readonly OwnFolder _folder = new();

    [Fact]
    public async Task Closing_the_last_window_ends_the_app_with_0()
    {
        using var app = Start("close.html");
        Assert.Equal((0, ""), (await app.WaitForExitAsync(), Unexpected(app)));
        await _family.AssertGoneWithinAsync(AfterHandshake);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closed_terminal_stops_the_services(bool isToldToBoth)
    {
        using var app = Start("stay.html", "--Witness=true");
        await app.WaitForLineAsync("READY");
        int[] ids = isToldToBoth ? [app.Id, await _family.WaitForMemberAsync("chromium-stand-in/cli.js")] : [app.Id];
        foreach (var id in ids)
        {
            await SignalAsync(id, "HUP");
        }

        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(AfterHandshake);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("electron.app.exit(3)")]
    [InlineData("process.exit(3)")]
    public async Task An_Electron_that_exits_stops_the_services(string exit)
    {
        var script = $"const electron = require('electron'); electron.app.on('browser-window-created', () => setTimeout(() => {{ {exit}; }}));";
        using var app = new TestAppProcess(
            TestAppProcess.OnChromium("--Witness=true", "--IpcApp:Windows:main:Url=app://local/stay.html"),
            _folder.Environment(_family.Environment),
            new AppCopy(_folder).Develop(script));
        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("connection to the host has failed", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(AfterHandshake);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task What_both_leave_when_they_are_killed_is_removed_by_the_next_start()
    {
        using (var app = Start("stay.html"))
        {
            await app.WaitForLineAsync("READY");
            Process.GetProcessById(await _family.WaitForMemberAsync("chromium-stand-in/cli.js")).Kill();
            app.Kill();
            await _family.AssertGoneWithinAsync(AfterHandshake);
        }

        Assert.NotEmpty(_folder.Left());
        using var next = Start("close.html");
        Assert.Equal(0, await next.WaitForExitAsync());
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_dotnet_that_crashes_leaves_nothing()
    {
        using var app = Start("stay.html", "--FailInBackground=fast");
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Contains("The lamp is on fire", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2 + 5));
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Ending_dotnet_ends_the_host()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        await app.WaitForExitAsync();
        await _family.AssertGoneWithinAsync(AfterHandshake);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_killed_dotnet_takes_the_host_with_it()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        app.Kill();
        await app.WaitForLineAsync("The .NET main process went away without a goodbye");
        await _family.AssertGoneWithinAsync(AfterHandshake);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_killed_host_ends_dotnet_with_1()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        Process.GetProcessById(await _family.WaitForMemberAsync("chromium-stand-in/cli.js")).Kill();
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("The connection to the host has failed", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Theory]
    [InlineData("chromium-stand-in/cli.js", 0)]
    [InlineData("chromium-stand-in/cli.js", 30)]
    [InlineData("chromium-stand-in/cli.js", 100)]
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
        var host = await _family.WaitForMemberAsync("chromium-stand-in/cli.js");
        await Task.Delay(millisecondsLater, TestContext.Current.CancellationToken);
        Process.GetProcessById(host).Kill();
        Assert.NotEqual(0, await app.WaitForExitAsync());
        await _family.AssertGoneWithinAsync(AfterHandshake);
    }

    private TestAppProcess Start(string page, params string[] more)
        => new(TestAppProcess.OnChromium([$"--IpcApp:Windows:main:Url=app://local/{page}", .. more]), _folder.Environment(_family.Environment));

    public void Dispose() => _folder.Dispose();

    private static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What was written beside the line about root, which is expected where the tests run as root.</summary>
    private static string Unexpected(TestAppProcess app)
    {
        var lines = app.Output.Split('\n').Where(line => line.Trim().Length > 0);
        return string.Join('\n', lines.Where(line => !line.Contains("running as root", StringComparison.Ordinal)));
    }
}
