namespace IpcApp.Build.Testing;

/// <summary>Adds up what the runners reported, and says it.</summary>
internal sealed class TestSummary(NotRunList notRun)
{
    private readonly List<string> _failures = [];
    private int _passed;

    public bool AllPassed => _failures.Count == 0;

    public void Add(TestRun run)
    {
        var unexplained = run.Skipped.Where(test => notRun.ReasonFor(test) is null).ToList();
        string[] failures = [.. run.Failed, .. unexplained.Select(test => $"{test} (skipped, and not in tests/not-run.txt)")];
        if (failures.Length > 0)
        {
            Console.WriteLine(run.Output);
        }

        foreach (var failure in failures)
        {
            AddFailure(failure);
        }

        foreach (var test in run.Skipped.Except(unexplained))
        {
            Console.WriteLine($"    not run: {test}: {notRun.ReasonFor(test)}");
        }

        Console.WriteLine($"    {run.Runner}: {run.Passed} passed, {failures.Length} failed, {run.Skipped.Count - unexplained.Count} not run");
        _passed += run.Passed;
    }

    /// <summary>Counts and prints a failed test, or something that went wrong outside of the tests.</summary>
    public void AddFailure(string message)
    {
        Console.WriteLine($"    failed: {message}");
        _failures.Add(message);
    }

    /// <summary>Prints all failures again, since they are far apart in the output, and the total as the last line.</summary>
    public void PrintTotal()
    {
        foreach (var failure in _failures)
        {
            Console.WriteLine($"failed: {failure}");
        }

        Console.WriteLine($"{_passed} passed, {_failures.Count} failed");
    }
}
