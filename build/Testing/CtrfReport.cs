using System.Text.Json;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>Reads the report that xUnit writes in the Common Test Report Format.</summary>
internal static class CtrfReport
{
    private const int NoTests = 8;

    public static TestRun Read(string runner, string file, CommandResult result)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var tests = json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray()
                .Select(test => (Name: test.GetProperty("name").GetString()!, Status: test.GetProperty("status").GetString()))
                .ToList();
            var failed = tests.Where(test => test.Status is not ("passed" or "skipped" or "pending")).Select(test => test.Name).ToList();
            var skipped = tests.Where(test => test.Status is "skipped" or "pending").Select(test => test.Name).ToList();
            return tests.Count == 0 ? TestRun.Broken(runner, "it ran no test", result.Output)
                : IsExplained(result.ExitCode, failed.Count, skipped.Count, tests.Count)
                    ? new TestRun(runner, tests.Count - failed.Count - skipped.Count, failed, skipped, result.Output)
                    : TestRun.Broken(runner, $"exit code {result.ExitCode}, but {failed.Count} failed tests are in its report", result.Output);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            return TestRun.Broken(runner, $"no report ({e.Message})", result.Output);
        }
    }

    // A runner that crashed after its report, or whose fixtures failed to clean up, says so by its exit code alone.
    private static bool IsExplained(int? exitCode, int failed, int skipped, int all)
        => exitCode == 0 ? failed == 0 : failed > 0 || (exitCode == NoTests && skipped == all);
}
