namespace IpcApp.Chromium.Tests.Ends;

/// <summary>A service of the app that fails after the start: .NET's lines in the log, and an exit code that is not 0.</summary>
/// <param name="host">What shows the app's windows.</param>
public abstract class ServiceFailureTests(HostUnderTest host) : EndTests(host)
{
    private const string Broken = "System.InvalidOperationException: The lamp is broken";

    [Theory]
    [InlineData("broken", Broken)]
    [InlineData("cancelled", "TaskCanceledException: The lamp did not answer in time")]
    public async Task A_background_service_that_throws_ends_the_app_with_1_and_the_lines_of_dotnet(string how, string exception)
    {
        using var app = Start("stay.html", $"--FailInBackground={how}");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("fail: Microsoft.Extensions.Hosting.Internal.Host[9]", app.Output, StringComparison.Ordinal);
        Assert.Contains("crit: Microsoft.Extensions.Hosting.Internal.Host[10]", app.Output, StringComparison.Ordinal);
        Assert.Contains(exception, app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot start", app.Output, StringComparison.Ordinal);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task An_app_that_ignores_failing_background_services_lives_on()
    {
        using var app = Start("stay.html", "--FailInBackground=broken", "--IgnoreFailures=true");
        await app.WaitForLineAsync("Host[9]");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(0, await app.WaitForExitAsync());
    }

    [Fact]
    public async Task A_StopAsync_that_throws_is_reported_and_the_other_services_are_stopped()
    {
        using var app = Start("stay.html", "--FailToStop=broken", "--Witness=true");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("A service failed to stop.", app.Output, StringComparison.Ordinal);
        Assert.Contains(Broken, app.Output, StringComparison.Ordinal);
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_StopAsync_that_takes_too_long_is_reported()
    {
        using var app = Start("stay.html", "--FailToStop=slow", "--ShutdownSeconds=1");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("A service did not stop within 1 seconds, the ShutdownTimeout of HostOptions.", app.Output, StringComparison.Ordinal);
        await AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task A_service_that_never_stops_does_not_keep_the_process(string signalToHost)
    {
        using var app = Start("stay.html", "--FailToStop=never", "--ShutdownSeconds=1");
        await app.WaitForLineAsync("READY");
        await SignalAsync(await WaitForMainProcessAsync(), signalToHost);
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("did not stop within 1 seconds", app.Output, StringComparison.Ordinal);
        await Family.AssertGoneWithinAsync(TimeSpan.FromSeconds(5));
        await AssertNothingIsLeftAsync(isHostKilled: signalToHost == "KILL");
    }
}
