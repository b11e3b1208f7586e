using IpcApp.Build.Prerequisites;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Commands;

/// <summary>Runs the benchmarks: of calls from pages, of the bridge, and of the test package; all three, or the one that is named first.</summary>
internal static class BenchCommand
{
    private const string Testing = "testing";

    public static async Task<int> RunAsync(Repository repository, string[] arguments)
    {
        if (arguments is [Testing, .. var rest])
        {
            return await RunAsync(repository, "IpcApp.Testing.Bench", rest);
        }

        await NodeTool.EnsureAsync(repository);
        if (await Chromium.EnsureAsync(repository) is { } missing)
        {
            throw new BuildException(missing);
        }

        var code = await RunAsync(repository, "IpcApp.Bench", arguments);
        return code == 0 && arguments is not ["chromium" or "bridge", ..] ? await RunAsync(repository, "IpcApp.Testing.Bench", []) : code;
    }

    private static Task<int> RunAsync(Repository repository, string project, string[] arguments)
        => CommandRunner.RunAttachedAsync(Dotnet.Command(
            repository.Root, ["run", "--configuration", "Release", "--project", repository.PathOf("bench", project), "--", .. arguments]));
}
