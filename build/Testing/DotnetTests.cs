using IpcApp.Build.Processes;

namespace IpcApp.Build.Testing;

/// <summary>The C# tests. Each project's own executable is run, one after the other, since several of them measure time.</summary>
internal static class DotnetTests
{
    /// <summary>What the project's build makes.</summary>
    public static string ProgramOf(string project)
        => Path.Combine(Path.GetDirectoryName(project)!, "bin", "Debug", "net10.0", $"{Path.GetFileNameWithoutExtension(project)}.dll");

    public static async Task<TestRun> RunAsync(ProjectStep step, string results)
    {
        var project = step.Project.File;
        var name = step.Label.Length == 0 ? step.Project.Name : $"{step.Project.Name}.{step.Label}";
        var program = ProgramOf(project);
        if (!File.Exists(program))
        {
            return TestRun.Broken(name, $"{program} was not built; is the project in IpcApp.slnx?", "");
        }

        return IsXunit(project) ? await RunXunitAsync(name, program, results, step.Arguments)
            : step.Arguments.Count == 0 ? await RunOtherAsync(name, program, results)
            : TestRun.Broken(name, "a filter needs a project whose tests are written with xUnit", "");
    }

    private static bool IsXunit(string project)
        => !File.ReadAllText(project).Contains("Microsoft.Testing.Extensions.TrxReport", StringComparison.Ordinal);

    private static async Task<TestRun> RunXunitAsync(string name, string program, string results, IReadOnlyList<string> filter)
    {
        var report = Path.Combine(results, $"{name}.json");
        var result = await CommandRunner.TryRunAsync(Dotnet.Command("", [program, "-noLogo", "-noColor", "-result-ctrf", report, .. filter]));
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
