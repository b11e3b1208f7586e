using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>The C# tests. Each project's own executable is run, one after the other, since several of them measure time.</summary>
internal static class DotnetTests
{
    /// <summary>The projects below <c>tests</c> that hold tests.</summary>
    public static IReadOnlyList<string> Projects(Repository repository)
    {
        var projects = Directory.EnumerateFiles(repository.PathOf("tests"), "*.Tests.csproj", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(repository.PathOf("tests"), "*.Conformance.csproj", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();
        return projects.Count > 0 ? projects : throw new BuildException("There is no test project (*.Tests.csproj) below tests.");
    }

    /// <summary>What the project's build makes.</summary>
    public static string ProgramOf(string project)
        => Path.Combine(Path.GetDirectoryName(project)!, "bin", "Debug", "net10.0", $"{Path.GetFileNameWithoutExtension(project)}.dll");

    public static async Task<TestRun> RunAsync(string project, string results)
    {
        var name = Path.GetFileNameWithoutExtension(project);
        var program = ProgramOf(project);
        if (!File.Exists(program))
        {
            return TestRun.Broken(name, $"{program} was not built; is the project in IpcApp.slnx?", "");
        }

        return IsXunit(project) ? await RunXunitAsync(name, program, results) : await RunOtherAsync(name, program, results);
    }

    private static bool IsXunit(string project)
        => !File.ReadAllText(project).Contains("Microsoft.Testing.Extensions.TrxReport", StringComparison.Ordinal);

    private static async Task<TestRun> RunXunitAsync(string name, string program, string results)
    {
        var report = Path.Combine(results, $"{name}.json");
        var result = await CommandRunner.TryRunAsync(Dotnet.Command("", program, "-noLogo", "-noColor", "-result-ctrf", report));
        return CtrfReport.Read(name, report, result);
    }

    /// <summary>NUnit and MSTest, by Microsoft.Testing.Platform's own command line.</summary>
    private static async Task<TestRun> RunOtherAsync(string name, string program, string results)
    {
        var report = $"{name}.trx";
        var result = await CommandRunner.TryRunAsync(Dotnet.Command("",
            program, "--report-trx", "--report-trx-filename", report, "--results-directory", results, "--progress", "off", "--no-ansi"));
        return TrxReport.Read(name, Path.Combine(results, report), result);
    }
}
