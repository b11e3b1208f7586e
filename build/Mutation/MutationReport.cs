using System.Globalization;
using System.Text.Json;

namespace IpcApp.Build.Mutation;

/// <summary>What Stryker found out, from its report in the format of mutation testing elements.</summary>
internal sealed record MutationReport(IReadOnlyList<Mutant> Mutants)
{
    /// <summary>Those that change something and that no test noticed, in the order of the files.</summary>
    public IEnumerable<Mutant> Unnoticed => Mutants.Where(mutant => mutant is { Counts: true, IsNoticed: false });

    /// <summary>One line: how many of each, and the share that was noticed.</summary>
    public string Summary
    {
        get
        {
            var (noticed, all) = (Mutants.Count(mutant => mutant.IsNoticed), Mutants.Count(mutant => mutant.Counts));
            var share = all == 0 ? 0 : 100.0 * noticed / all;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{all} mutants: {Count("Killed")} killed, {Count("Timeout")} timed out, {Count("Survived")} survived, "
                + $"{Count("NoCoverage")} where no test comes; {share:0.0} % noticed. {Count("CompileError")} more did not compile.");
        }
    }

    /// <summary>Of runs with several test projects, what all their tests together noticed.</summary>
    public static MutationReport Merge(IEnumerable<MutationReport> reports)
        => new([.. reports.SelectMany(report => report.Mutants)
            .GroupBy(mutant => mutant with { Status = "" })
            .Select(same => same.Aggregate(Mutant.Better))]);

    /// <exception cref="BuildException">There is no report, or another than expected.</exception>
    public static MutationReport Read(string file)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            // Stryker lists the whole project, also what it was told to leave alone.
            var files = json.RootElement.GetProperty("files").EnumerateObject()
                .Where(file => file.Name.Replace('\\', '/').Contains("Internal/Dispatch/", StringComparison.Ordinal));
            return new([.. files.SelectMany(ReadFile)]);
        }
        catch (Exception e) when (e is IOException or JsonException or KeyNotFoundException)
        {
            throw new BuildException($"Stryker's report {file} cannot be read: {e.Message}");
        }
    }

    private static IEnumerable<Mutant> ReadFile(JsonProperty file)
    {
        var lines = file.Value.GetProperty("source").GetString()!.Split('\n');
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            var (start, end) = (mutant.GetProperty("location").GetProperty("start"), mutant.GetProperty("location").GetProperty("end"));
            var line = start.GetProperty("line").GetInt32();
            var column = start.GetProperty("column").GetInt32();
            var text = lines[line - 1];
            var stop = end.GetProperty("line").GetInt32() == line ? end.GetProperty("column").GetInt32() - 1 : text.Length;
            yield return new Mutant(
                Path.GetFileName(file.Name),
                line,
                column,
                mutant.GetProperty("mutatorName").GetString()!,
                text[(column - 1)..stop].Trim(),
                mutant.TryGetProperty("replacement", out var other) ? other.GetString()!.Split('\n')[0].Trim() : "",
                mutant.GetProperty("status").GetString()!);
        }
    }

    private int Count(string status) => Mutants.Count(mutant => mutant.Status == status);
}
