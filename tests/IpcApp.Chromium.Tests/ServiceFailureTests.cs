using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>A service of the app that fails after the start: .NET's lines in the log, and an exit code that is not 0.</summary>
public sealed class ServiceFailureTests : IDisposable
{
    private const string Broken = "System.InvalidOperationException: The lamp is broken";

    private readonly OwnFolder _folder = new();
    private readonly ProcessFamily _family = new();

    [Theory]
    [InlineData("broken", Broken)]
    [InlineData("cancelled", "TaskCanceledException: The lamp did not answer in time")]
    public async Task A_background_service_that_throws_ends_the_app_with_1_and_the_lines_of_dotnet(string how, string exception)
    {
        using var app = Start($"--FailInBackground={how}");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("fail: Microsoft.Extensions.Hosting.Internal.Host[9]", app.Output, StringComparison.Ordinal);
        Assert.Contains("crit: Microsoft.Extensions.Hosting.Internal.Host[10]", app.Output, StringComparison.Ordinal);
        Assert.Contains(exception, app.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot start", app.Output, StringComparison.Ordinal);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task An_app_that_ignores_failing_background_services_lives_on()
    {
        using var app = Start("--FailInBackground=broken", "--IgnoreFailures=true");
        await app.WaitForLineAsync("Host[9]");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(0, await app.WaitForExitAsync());
    }

    [Fact]
    public async Task A_StopAsync_that_throws_is_reported_and_the_other_services_are_stopped()
    {
        using var app = Start("--FailToStop=broken", "--Witness=true");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("A service failed to stop.", app.Output, StringComparison.Ordinal);
        Assert.Contains(Broken, app.Output, StringComparison.Ordinal);
        Assert.Contains("SERVICE stopped", app.Output, StringComparison.Ordinal);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Fact]
    public async Task A_StopAsync_that_takes_too_long_is_reported()
    {
        using var app = Start("--FailToStop=slow", "--ShutdownSeconds=1");
        await app.WaitForLineAsync("READY");
        await SignalAsync(app.Id, "TERM");
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("A service did not stop within 1 seconds, the ShutdownTimeout of HostOptions.", app.Output, StringComparison.Ordinal);
        await _folder.AssertNothingIsLeftAsync();
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task A_service_that_never_stops_does_not_keep_the_process(string signalToHost)
    {
        using var app = Start("--FailToStop=never", "--ShutdownSeconds=1");
        await app.WaitForLineAsync("READY");
        await SignalAsync(await _family.WaitForMemberAsync("chromium-stand-in/cli.js"), signalToHost);
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("did not stop within 1 seconds", app.Output, StringComparison.Ordinal);
        await _family.AssertGoneWithinAsync(TimeSpan.FromSeconds(5));
        await _folder.AssertNothingIsLeftAsync(isHostKilled: signalToHost == "KILL");
    }

    [Theory]
    [InlineData("--FailInBackground=broken")]
    [InlineData("--FailToStart=broken")]
    public async Task A_Dispose_that_never_ends_does_not_keep_the_process(string failure)
    {
        using var app = new TestAppProcess(
            ["--IpcApp:Host=none", failure, "--FailToDispose=never", "--ShutdownSeconds=1"], _folder.Environment(_family.Environment));
        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Contains("did not stop within 1 seconds", app.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--FailToStart=broken", "IpcApp: The app cannot start: The lamp is broken (set Logging:LogLevel:IpcApp to Debug for details)")]
    [InlineData("--FailInBackground=broken", "IpcApp: A background service failed, and the app ends: " + Broken)]
    [InlineData("--FailToStop=broken", "IpcApp: A service failed to stop. " + Broken)]
    public async Task Without_a_log_on_the_console_the_reason_is_on_the_standard_error(string argument, string line)
    {
        using var app = new TestAppProcess(["--IpcApp:Host=none", argument, "--NoLog=true", "--Witness=true"], _folder.Environment(_family.Environment));
        if (argument.StartsWith("--FailToStop", StringComparison.Ordinal))
        {
            await app.WaitForLineAsync("SERVICE started");
            await SignalAsync(app.Id, "TERM");
        }

        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Equal([line], app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(each => !each.StartsWith("SERVICE", StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Dispose();

    private TestAppProcess Start(params string[] more) => new(
        TestAppProcess.OnChromium(["--IpcApp:Windows:main:Url=app://local/stay.html", .. more]), _folder.Environment(_family.Environment));

    private static async Task SignalAsync(int id, string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }
}
