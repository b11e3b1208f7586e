namespace IpcApp.Chromium.Tests.Ends;

/// <summary>Whichever side ends, in whatever way and at whatever moment, nothing is left behind.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class LifetimeTests(HostUnderTest host) : EndTests(host)
{
    [Fact]
    public async Task Closing_the_last_window_ends_the_app_with_0()
    {
        using var app = Start("close.html");
        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Empty(LinesOf(app));
        await Family.AssertGoneWithinAsync(AfterHandshake);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("electron.app.exit(3)")]
    [InlineData("process.exit(3)")]
    public async Task An_Electron_that_exits_stops_the_services(string exit)
    {
        var script = $"const electron = require('electron'); electron.app.on('browser-window-created', () => setTimeout(() => {{ {exit}; }}));";
        using var app = StartProgram(new AppCopy(Folder).Develop(script), "stay.html", "--Witness=true");
        Assert.Equal(0, await app.WaitForExitAsync());
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("connection to Electron has failed", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(AfterHandshake);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task What_both_leave_when_they_are_killed_is_removed_by_the_next_start()
    {
        using (var app = Start("stay.html"))
        {
            await app.WaitForLineAsync("READY");
            await KillMainProcessAsync();
            app.Kill();
            await Family.AssertGoneWithinAsync(AfterHandshake);
        }

        Assert.NotEmpty(Folder.Left());
        using var next = Start("close.html");
        Assert.Equal(0, await next.WaitForExitAsync());
        await AssertNothingIsLeftAsync(isHostKilled: !Host.TidiesUp);
    }

    [Fact]
    public async Task A_dotnet_that_crashes_leaves_nothing()
    {
        using var app = Start("stay.html", "--FailInBackground=fast");
        Assert.NotEqual(0, await app.WaitForExitAsync());
        Assert.Contains("The lamp is on fire", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2 + 5));
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task Ending_dotnet_ends_the_host()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        await app.WaitForExitAsync();
        await Family.AssertGoneWithinAsync(AfterHandshake);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_killed_dotnet_takes_the_host_with_it()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        app.Kill();
        await app.WaitForLineAsync("The .NET main process went away without a goodbye");
        await Family.AssertGoneWithinAsync(AfterHandshake);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_killed_host_ends_dotnet_with_1()
    {
        using var app = Start("stay.html");
        await app.WaitForLineAsync("READY");
        await KillMainProcessAsync();
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("The connection to Electron has failed", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(AfterHandshake);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(false, 30)]
    [InlineData(false, 100)]
    [InlineData(true, 0)]
    [InlineData(true, 50)]
    [InlineData(true, 200)]
    public async Task Killing_dotnet_while_the_host_starts_leaves_no_orphan(bool isBrowserSeen, int millisecondsLater)
    {
        using var app = Start("stay.html", "--IpcApp:HandshakeTimeout=00:00:02");
        await Family.WaitForMemberAsync(isBrowserSeen ? Host.IsBrowserProcess : Host.IsMainProcess);
        // Which moment this hits does not matter: none may leave an orphan.
        await Task.Delay(millisecondsLater, TestContext.Current.CancellationToken);
        app.Kill();
        await Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(2 + 5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Killing_the_host_while_it_starts_ends_dotnet_with_an_error(int millisecondsLater)
    {
        using var app = Start("stay.html");
        var mainProcess = await WaitForMainProcessAsync();
        // Which moment this hits does not matter: all must end with an error.
        await Task.Delay(millisecondsLater, TestContext.Current.CancellationToken);
        await SignalAsync(mainProcess, "KILL");
        Assert.NotEqual(0, await app.WaitForExitAsync());
        await Family.AssertGoneWithinAsync(AfterHandshake);
    }
}
