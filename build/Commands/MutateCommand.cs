using IpcApp.Build.Mutation;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Commands;

/// <summary>
/// Breaks the dispatcher in hundreds of small ways, and counts how many of them the tests notice: docs/mutation.md. It takes many minutes,
/// and so is no part of the tests.
/// </summary>
internal static class MutateCommand
{
    /// <param name="repository">The clone.</param>
    /// <param name="files">Names of files in src/IpcApp/Internal/Dispatch to keep to; none for all.</param>
    public static async Task<int> RunAsync(Repository repository, string[] files)
    {
        await Step.RunAsync("dotnet tool restore", () => CommandRunner.RunAsync(Dotnet.Command(repository.Root, "tool", "restore")));

        var results = repository.PathOf("artifacts", "mutation");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        // Where the mutated project is: elsewhere Stryker takes the solution, and would not be told which tests to use.
        var folder = repository.PathOf("src", "IpcApp");
        var settings = Path.GetRelativePath(folder, repository.PathOf("build", "Mutation", "stryker-config.json"));
        string[] only = [.. files.SelectMany(file => new[] { "--mutate", $"**/Internal/Dispatch/{file}" })];
        var code = await CommandRunner.RunAttachedAsync(Dotnet.Command(
            folder, ["stryker", "--config-file", settings, "--output", results, "--skip-version-check", .. only]));
        if (code != 0)
        {
            throw new BuildException($"Stryker failed (exit code {code}); it says why above.");
        }

        var report = MutationReport.Read(Path.Combine(results, "reports", "mutation-report.json"));
        var unnoticed = Path.Combine(results, "unnoticed.txt");
        await File.WriteAllLinesAsync(unnoticed, report.Unnoticed.Select(mutant => mutant.ToString()));
        Console.WriteLine(report.Summary);
        Console.WriteLine($"Those that no test noticed: {Path.GetRelativePath(repository.Root, unnoticed)}");
        return 0;
    }
}
