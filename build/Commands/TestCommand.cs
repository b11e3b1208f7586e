using IpcApp.Build.Prerequisites;
using IpcApp.Build.Processes;
using IpcApp.Build.Testing;

namespace IpcApp.Build.Commands;

/// <summary>Gets what the tests need, and runs them all. The last line is the sum.</summary>
internal static class TestCommand
{
    public static async Task<int> RunAsync(Repository repository)
    {
        var summary = new TestSummary(NotRunList.Read(repository.PathOf("tests", "not-run.txt")));
        await PrepareAsync(repository);
        var results = PrepareResults(repository);

        await CheckAsync(summary, "type check (npm run check)", new Command("npm", "run", "check") { Folder = repository.Root });
        summary.Add(await Step.RunAsync("node --test", () => NodeTests.RunAsync(repository, results)));
        foreach (var project in DotnetTests.Projects(repository))
        {
            summary.Add(await Step.RunAsync(Path.GetFileNameWithoutExtension(project), () => DotnetTests.RunAsync(project, results)));
        }

        Console.WriteLine();
        summary.PrintTotal();
        return summary.AllPassed ? 0 : 1;
    }

    private static bool IsContinuousIntegration
        => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    private static async Task PrepareAsync(Repository repository)
    {
        await NodeTool.EnsureAsync(repository);
        await NpmPackages.EnsureAsync(repository);
        Report(await Chromium.EnsureAsync(repository));
        Report(await Xvfb.EnsureAsync());
        Report(await NativeLinker.EnsureAsync());

        var build = Dotnet.Command(repository.Root, "build", "IpcApp.slnx");
        await Step.RunAsync("dotnet build IpcApp.slnx", () => CommandRunner.RunAsync(build));
    }

    private static void Report(string? missing)
    {
        if (missing is not null && IsContinuousIntegration)
        {
            throw new BuildException(missing);
        }

        // At a developer's desk the other tests are still worth a run.
        if (missing is not null)
        {
            Console.WriteLine($"  {missing} The tests that need it will fail.");
        }
    }

    private static string PrepareResults(Repository repository)
    {
        var results = repository.PathOf("artifacts", "test-results");
        if (Directory.Exists(results))
        {
            Directory.Delete(results, recursive: true);
        }

        return Directory.CreateDirectory(results).FullName;
    }

    private static async Task CheckAsync(TestSummary summary, string name, Command command)
    {
        var result = await Step.RunAsync(name, () => CommandRunner.TryRunAsync(command));
        if (!result.Succeeded)
        {
            summary.AddFailure(CommandRunner.Failed(command, result).Message);
        }
    }
}
