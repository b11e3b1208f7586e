using IpcApp.Build.Prerequisites;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Commands;

internal static class BenchCommand
{
    public static async Task<int> RunAsync(Repository repository, string[] arguments)
    {
        await NodeTool.RequireAsync();
        if (await Chromium.EnsureAsync(repository) is { } missing)
        {
            throw new BuildException(missing);
        }

        var project = repository.PathOf("bench", "IpcApp.Bench");
        return await CommandRunner.RunAttachedAsync(
            Dotnet.Command(repository.Root, ["run", "--configuration", "Release", "--project", project, "--", .. arguments]));
    }
}
