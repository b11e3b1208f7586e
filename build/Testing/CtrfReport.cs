using System.Text.Json;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>Reads the report that xUnit writes in the Common Test Report Format.</summary>
internal static class CtrfReport
{
    private const int MaxReasonLines = 10;

    public static TestRun Read(string runner, string file, CommandResult result)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            var tests = json.RootElement.GetProperty("results").GetProperty("tests").EnumerateArray()
                .Select(test => (Name: test.GetProperty("name").GetString()!, Status: test.GetProperty("status").GetString(), Reason: ReasonOf(test)))
                .ToList();
            var failed = tests.Where(test => test.Status is not ("passed" or "skipped" or "pending"))
                .Select(test => test.Name + test.Reason)
                .ToList();
            var skipped = tests.Where(test => test.Status is "skipped" or "pending").Select(test => test.Name).ToList();
            return TestRun.Create(runner, tests.Count, failed, skipped, result);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            return TestRun.Broken(runner, $"no report ({e.Message})", result.Output);
        }
    }

    /// <summary>The beginning of a failed test's message, on lines below its name.</summary>
    private static string ReasonOf(JsonElement test)
    {
        var message = test.TryGetProperty("message", out var text) ? text.GetString() ?? "" : "";
        var lines = message.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Take(MaxReasonLines);
        return string.Concat(lines.Select(line => $"{Environment.NewLine}      {line}"));
    }
}
