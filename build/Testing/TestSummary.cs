namespace IpcApp.Build.Testing;

/// <summary>Adds up what the runners reported, and says it.</summary>
internal sealed class TestSummary(NotRunList notRun)
{
    private int _passed;
    private int _failed;

    public bool AllPassed => _failed == 0;

    public void Add(TestRun run)
    {
        var unexplained = run.Skipped.Where(test => notRun.ReasonFor(test) is null).ToList();
        var failed = run.Failed.Count + unexplained.Count;
        if (failed > 0)
        {
            Console.WriteLine(run.Output);
        }

        foreach (var test in run.Failed)
        {
            Console.WriteLine($"    failed: {test}");
        }

        foreach (var test in unexplained)
        {
            Console.WriteLine($"    failed: {test} (skipped, and not in tests/not-run.txt)");
        }

        foreach (var test in run.Skipped.Except(unexplained))
        {
            Console.WriteLine($"    not run: {test}: {notRun.ReasonFor(test)}");
        }

        Console.WriteLine($"    {run.Runner}: {run.Passed} passed, {failed} failed, {run.Skipped.Count - unexplained.Count} not run");
        _passed += run.Passed;
        _failed += failed;
    }

    /// <summary>Something went wrong outside of the tests.</summary>
    public void AddFailure(string message)
    {
        Console.WriteLine($"    failed: {message}");
        _failed++;
    }

    public void PrintTotal() => Console.WriteLine($"{_passed} passed, {_failed} failed");
}
