using IpcApp.Build.Processes;

namespace IpcApp.Build.Commands;

internal static class BenchCommand
{
    public static Task<int> RunAsync(Repository repository, string[] arguments)
    {
        var project = repository.PathOf("bench", "IpcApp.Bench");
        return CommandRunner.RunAttachedAsync(
            Dotnet.Command(repository.Root, ["run", "--configuration", "Release", "--project", project, "--", .. arguments]));
    }
}
