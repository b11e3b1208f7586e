using IpcApp.Build.Processes;
using IpcApp.Build.Testing;

namespace IpcApp.Build.Commands;

/// <summary>
/// Brings <c>docs/electron-parity.md</c> up to date with the conformance suite, and with the reports of a run on Electron, one a platform.
/// The suite itself knows how: <c>ParityTests</c>.
/// </summary>
internal static class ParityCommand
{
    private const string Project = "IpcApp.Conformance";

    public static async Task<int> RunAsync(Repository repository, string[] reports)
    {
        if (reports.FirstOrDefault(report => !File.Exists(report)) is { } missing)
        {
            throw new BuildException($"There is no report {missing}. The suite writes one with '-result-ctrf FILE'.");
        }

        var project = repository.PathOf("tests", Project, $"{Project}.csproj");
        await Step.RunAsync($"dotnet build {Project}", () => CommandRunner.RunAsync(Dotnet.Command(repository.Root, "build", project)));
        var command = Dotnet.Command(
            repository.Root, DotnetTests.ProgramOf(project), "-noLogo", "-noColor", "-class", $"{Project}.Parity.ParityTests");
        var result = await CommandRunner.TryRunAsync(command with
        {
            Environment = new Dictionary<string, string?>(command.Environment)
            {
                ["IPCAPP_WRITE_PARITY"] = "1",
                ["IPCAPP_PARITY_REPORTS"] = string.Join(Path.PathSeparator, reports.Select(Path.GetFullPath)),
            },
        });
        Console.WriteLine(result.Succeeded ? "docs/electron-parity.md is up to date." : result.Output);
        return result.Succeeded ? 0 : 1;
    }
}
