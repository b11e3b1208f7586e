using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>What one runner reported.</summary>
/// <param name="Runner">Its name, for people.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failed">The names of those that failed.</param>
/// <param name="Skipped">The names of those that were not run.</param>
/// <param name="Output">What it printed; shown if something is wrong.</param>
internal sealed record TestRun(string Runner, int Passed, IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped, string Output)
{
    /// <summary>Takes a runner's report, unless it cannot be the whole truth.</summary>
    public static TestRun Create(string runner, int all, IReadOnlyList<string> failed, IReadOnlyList<string> skipped, CommandResult result)
    {
        if (all == 0)
        {
            return Broken(runner, "it ran no test", result.Output);
        }

        // A crash after the report, or a fixture that could not clean up, shows in the exit code alone.
        return result.Succeeded == (failed.Count == 0)
            ? new TestRun(runner, all - failed.Count - skipped.Count, failed, skipped, result.Output)
            : Broken(runner, $"exit code {result.ExitCode}, but {failed.Count} failed tests are in its report", result.Output);
    }

    /// <summary>A runner that came to nothing, which counts as one failed test.</summary>
    public static TestRun Broken(string runner, string reason, string output) => new(runner, 0, [$"{runner}: {reason}"], [], output);
}
