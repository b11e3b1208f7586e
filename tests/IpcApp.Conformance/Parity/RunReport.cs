using System.Text.Json;

namespace IpcApp.Conformance.Parity;

/// <summary>What a run of the suite reported, in the Common Test Report Format that xUnit writes.</summary>
internal sealed class RunReport
{
    private readonly ILookup<string, string> _statuses;

    private RunReport(DateOnly date, ILookup<string, string> statuses) => (Date, _statuses) = (date, statuses);

    /// <summary>The day of the run, in UTC.</summary>
    public DateOnly Date { get; }

    public static RunReport Read(string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        var results = json.RootElement.GetProperty("results");
        var start = DateTimeOffset.FromUnixTimeMilliseconds(results.GetProperty("summary").GetProperty("start").GetInt64());
        var tests = results.GetProperty("tests").EnumerateArray()
            .Select(test => (Name: test.GetProperty("name").GetString()!, Status: test.GetProperty("status").GetString()!));
        var statuses = tests.ToLookup(test => WithoutArguments(test.Name), test => test.Status);
        return new RunReport(DateOnly.FromDateTime(start.UtcDateTime), statuses);
    }

    public bool HasRun(string test) => _statuses[test].Any(status => status is not ("skipped" or "pending"));

    /// <summary>Whether it has run, and passed in all of its cases.</summary>
    public bool HasPassed(string test) => _statuses[test].Any() && _statuses[test].All(status => status == "passed");

    private static string WithoutArguments(string name) => name.Split('(')[0];
}
