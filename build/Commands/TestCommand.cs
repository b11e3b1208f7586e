using System.Globalization;
using IpcApp.Build.Prerequisites;
using IpcApp.Build.Processes;
using IpcApp.Build.Testing;

namespace IpcApp.Build.Commands;

/// <summary>Gets what the tests need, and runs those that were asked for. The last line is the sum.</summary>
internal static class TestCommand
{
    public static async Task<int> RunAsync(Repository repository, string[] arguments)
    {
        var commits = arguments is ["ci"] ? await CountCommitsAsync(repository) : 0;
        var plan = TestPlan.Create(TestProject.All(repository), arguments, () => commits);
        Console.WriteLine($"  {plan.Name}");
        var summary = new TestSummary(NotRunList.Read(repository.PathOf("tests", "not-run.txt")));
        await PrepareAsync(repository, plan);
        var results = PrepareResults(repository);
        foreach (var step in plan.Steps)
        {
            await RunAsync(repository, step, results, summary);
        }

        Console.WriteLine();
        summary.PrintTotal();
        return summary.AllPassed ? 0 : 1;
    }

    private static bool IsContinuousIntegration
        => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    private static async Task RunAsync(Repository repository, TestStep step, string results, TestSummary summary)
    {
        switch (step)
        {
            case NodeStep node:
                summary.Add(await Step.RunAsync("node --test", () => NodeTests.RunAsync(repository, results, node.Filter)));
                break;
            case ProjectStep { Project: var project, Label: var label } run:
                var name = label.Length == 0 ? project.Name : $"{project.Name} ({label})";
                summary.Add(await Step.RunAsync(name, () => DotnetTests.RunAsync(run, results)));
                break;
            default:
                await CheckAsync(summary, "type check (npm run check)", new Command("npm", "run", "check") { Folder = repository.Root });
                break;
        }
    }

    private static async Task PrepareAsync(Repository repository, TestPlan plan)
    {
        await NodeTool.EnsureAsync(repository);
        if (!plan.IsQuick)
        {
            await NpmPackages.EnsureAsync(repository);
            Report(await Chromium.EnsureAsync(repository));
            Report(await Xvfb.EnsureAsync());
            Report(await NativeLinker.EnsureAsync());
        }

        // One project brings what it refers to; several are built together.
        var target = plan.Steps is [ProjectStep { Project.File: var only }] ? only : "IpcApp.slnx";
        var build = Dotnet.Command(repository.Root, "build", target);
        await Step.RunAsync($"dotnet build {Path.GetFileName(target)}", () => CommandRunner.RunAsync(build));
    }

    /// <summary>The number of commits up to the one that is tested.</summary>
    private static async Task<int> CountCommitsAsync(Repository repository)
    {
        var output = await CommandRunner.RunAsync(new Command("git", "rev-list", "--count", "HEAD") { Folder = repository.Root });
        return int.Parse(output.Trim(), NumberStyles.None, CultureInfo.InvariantCulture);
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
