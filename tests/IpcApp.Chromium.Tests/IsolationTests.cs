namespace IpcApp.Chromium.Tests;

/// <summary>Code of the app that fails without a caller ends neither the process nor another call; that of loggers is among it.</summary>
public sealed class IsolationTests(IsolationChecks checks) : IClassFixture<IsolationChecks>
{
    public static TheoryData<string> Names => [.. CheckNames.Of("isolation.js")];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_a_page(string name) => checks.AssertOk(name);

    [Fact]
    public void The_app_ends_in_order_and_reports_the_loggers_once()
    {
        Assert.StartsWith("exit code 0\n", checks.Output, StringComparison.Ordinal);
        Assert.Single(checks.Output.Split('\n'), line => line.StartsWith("ipcapp: A logger failed in ", StringComparison.Ordinal));
        Assert.DoesNotContain("Unhandled exception", checks.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_printed_once_over_several_lines()
    {
        using var app = new TestAppProcess(TestAppProcess.OnChromium("--IpcApp:Windows:main:Url=app://local/fails.html"));
        await app.WaitForLineAsync("   at IpcApp.TestApp.Handlers.FailureHandler.Sync()");
        Assert.Equal(0, await app.WaitForExitAsync());
        var lines = app.Output.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        Assert.Equal(
            ["fail: IpcApp.Ipc[1001]", "      Error occurred in handler for 'fail:sync': Error: boom", "      System.InvalidOperationException: boom"],
            lines.SkipWhile(line => !line.StartsWith("fail:", StringComparison.Ordinal)).Take(3));
        Assert.Single(lines, line => line.Contains("handler for 'fail:sync'", StringComparison.Ordinal));
        Assert.Equal(
            "      Error occurred in handler for 'no\\u001B:such': Error: No handler registered for 'no\\u001B:such'",
            Assert.Single(lines, line => line.Contains("Error occurred in handler for 'no", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("(null)", StringComparison.Ordinal) || line.Contains(".js:", StringComparison.Ordinal));
    }
}
