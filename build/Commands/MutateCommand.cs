using IpcApp.Build.Mutation;
using IpcApp.Build.Prerequisites;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Commands;

/// <summary>
/// Breaks the dispatcher in hundreds of small ways, and counts how many of them the tests notice: docs/internals/mutation.md. It takes an hour, and so
/// is no part of the tests.
/// </summary>
internal static class MutateCommand
{
    /// <summary>The configuration that is built: what Stryker leaves behind if it is ended does not get into anybody's other builds.</summary>
    private const string Configuration = "Mutation";

    private static readonly string[] _testProjects = ["IpcApp.Tests", "IpcApp.Conformance"];

    /// <param name="repository">The clone.</param>
    /// <param name="files">Names of files in src/IpcApp/Internal/Dispatch to keep to; none for all.</param>
    public static async Task<int> RunAsync(Repository repository, string[] files)
    {
        await NodeTool.EnsureAsync(repository);
        await Step.RunAsync("dotnet tool restore", () => CommandRunner.RunAsync(Dotnet.Command(repository.Root, "tool", "restore")));
        foreach (var project in _testProjects)
        {
            await Step.RunAsync($"dotnet build {project}", () => CommandRunner.RunAsync(
                Dotnet.Command(repository.PathOf("tests", project), "build", "--configuration", Configuration)));
        }

        var results = repository.PathOf("artifacts", "mutation");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        // One Stryker for each test project, side by side: with more than one worker of its own it misses failures (its issue 3832).
        var reports = await Task.WhenAll(_testProjects.Select(
            project => Step.RunAsync($"dotnet stryker, {project}", () => MutateAsync(repository, project, files))));
        var report = MutationReport.Merge(reports);
        var unnoticed = Path.Combine(results, "unnoticed.txt");
        await File.WriteAllLinesAsync(unnoticed, report.Unnoticed.Select(mutant => mutant.ToString()));
        Console.WriteLine(report.Summary);
        Console.WriteLine($"Those that no test noticed: {Path.GetRelativePath(repository.Root, unnoticed)}");
        return 0;
    }

    private static async Task<MutationReport> MutateAsync(Repository repository, string testProject, string[] files)
    {
        // Run where the mutated project is: elsewhere Stryker takes the solution, and would not be told which tests to use.
        var folder = repository.PathOf("src", "IpcApp");
        var settings = Path.GetRelativePath(folder, repository.PathOf("build", "Mutation", "stryker-config.json"));
        var tests = Path.GetRelativePath(folder, repository.PathOf("tests", testProject, $"{testProject}.csproj"));
        var results = repository.PathOf("artifacts", "mutation", testProject);
        string[] only = [.. files.SelectMany(file => new[] { "--mutate", $"**/Internal/Dispatch/{file}" })];
        var stryker = Dotnet.Command(
            folder,
            ["stryker", "--config-file", settings, "--test-project", tests, "--output", results, "--skip-version-check", .. only]) with
        {
            Limit = TimeSpan.FromHours(6),
        };
        await CommandRunner.RunAsync(stryker);
        return MutationReport.Read(Path.Combine(results, "reports", "mutation-report.json"));
    }
}
