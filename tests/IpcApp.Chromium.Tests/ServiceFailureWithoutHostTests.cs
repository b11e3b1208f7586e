using System.Diagnostics;

namespace IpcApp.Chromium.Tests;

/// <summary>A service of an app without windows that fails, or that keeps the process from ending.</summary>
public sealed class ServiceFailureWithoutHostTests : IDisposable
{
    private const string Broken = "System.InvalidOperationException: The lamp is broken";

    private readonly OwnFolder _folder = new();
    private readonly ProcessFamily _family = new();

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
            using var kill = Process.Start("kill", ["-TERM", $"{app.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(1, await app.WaitForExitAsync());
        Assert.Equal([line], app.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(each => !each.StartsWith("SERVICE", StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Dispose();
}
