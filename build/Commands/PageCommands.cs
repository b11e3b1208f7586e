using IpcApp.Build.Processes;
using IpcApp.Build.Testing;

namespace IpcApp.Build.Commands;

/// <summary>Brings the pages up to date that the conformance suite writes and compares: its own tests write them when told to.</summary>
internal static class PageCommands
{
    private const string Project = "IpcApp.Conformance";

    /// <summary>Writes <c>docs/reference/electron-parity.md</c>, with the reports of a run on Electron, one a platform.</summary>
    public static Task<int> WriteParityAsync(Repository repository, string[] reports)
    {
        if (reports.FirstOrDefault(report => !File.Exists(report)) is { } missing)
        {
            throw new BuildException($"There is no report {missing}. The suite writes one with '-result-ctrf FILE'.");
        }

        return WriteAsync(repository, "docs/reference/electron-parity.md", "Parity.ParityTests", new()
        {
            ["IPCAPP_WRITE_PARITY"] = "1",
            ["IPCAPP_PARITY_REPORTS"] = string.Join(Path.PathSeparator, reports.Select(Path.GetFullPath)),
        });
    }

    /// <summary>Writes the tables of <c>docs/reference/values.md</c>.</summary>
    public static Task<int> WriteValuesAsync(Repository repository)
        => WriteAsync(repository, "docs/reference/values.md", "Values.Page.ValuePageTests", new() { ["IPCAPP_WRITE_VALUES"] = "1" });

    private static async Task<int> WriteAsync(Repository repository, string page, string tests, Dictionary<string, string?> switches)
    {
        var project = repository.PathOf("tests", Project, $"{Project}.csproj");
        await Step.RunAsync($"dotnet build {Project}", () => CommandRunner.RunAsync(Dotnet.Command(repository.Root, "build", project)));
        var command = Dotnet.Command(
            repository.Root, DotnetTests.ProgramOf(project), "-noLogo", "-noColor", "-class", $"{Project}.{tests}");
        foreach (var (name, value) in command.Environment)
        {
            switches.TryAdd(name, value);
        }

        var result = await CommandRunner.TryRunAsync(command with { Environment = switches });
        Console.WriteLine(result.Succeeded ? $"{page} is up to date." : result.Output);
        return result.Succeeded ? 0 : 1;
    }
}
