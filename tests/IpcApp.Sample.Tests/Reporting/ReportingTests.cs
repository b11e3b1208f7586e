using System.Diagnostics;

namespace SampleApp._1.Tests.Reporting;

/// <summary>What a person reads when a test of theirs fails.</summary>
public sealed class ReportingTests
{
    [Fact]
    public async Task A_failed_test_shows_the_log_and_the_last_messages()
    {
        var output = await RunAsync(nameof(FailingTests.Fails_after_some_messages));

        Assert.Contains("Application started", output, StringComparison.Ordinal);
        Assert.Contains("The last messages of app://local/:", output, StringComparison.Ordinal);
        Assert.Contains("page -> main  send 'notes:draft' ('Hello')", output, StringComparison.Ordinal);
        Assert.Contains("[app://local/] main -> page 'notes:draft-saved' (5)", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_that_leaves_an_error_fails_by_its_name()
    {
        var output = await RunAsync(nameof(FailingTests.Leaves_an_error_that_nobody_has_looked_at));

        Assert.Contains("The app is not quiet:", output, StringComparison.Ordinal);
        Assert.Contains("The printer is on fire", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_never_comes_is_named()
    {
        var output = await RunAsync(nameof(FailingTests.Waits_for_a_message_that_never_comes));

        Assert.Contains("No message on 'notes:draft-saved' reached the frame app://local/", output, StringComparison.Ordinal);
    }

    /// <summary>Runs one of the failing tests and gives what it prints.</summary>
    private static async Task<string> RunAsync(string test)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                typeof(ReportingTests).Assembly.Location, "-noColor", "-explicit", "only", "-method", $"{typeof(FailingTests).FullName}.{test}",
            },
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, process.ExitCode);
        return output;
    }
}
