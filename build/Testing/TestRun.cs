namespace IpcApp.Build.Testing;

/// <summary>What one runner reported.</summary>
/// <param name="Runner">Its name, for people.</param>
/// <param name="Passed">How many tests passed.</param>
/// <param name="Failed">The names of those that failed.</param>
/// <param name="Skipped">The names of those that were not run.</param>
/// <param name="Output">What it printed; shown if something is wrong.</param>
internal sealed record TestRun(string Runner, int Passed, IReadOnlyList<string> Failed, IReadOnlyList<string> Skipped, string Output)
{
    /// <summary>A runner that came to nothing, which counts as one failed test.</summary>
    public static TestRun Broken(string runner, string reason, string output) => new(runner, 0, [$"{runner}: {reason}"], [], output);
}
