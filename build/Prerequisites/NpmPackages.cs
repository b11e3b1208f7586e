using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

/// <summary>The npm packages of the repository: the type checker and the types. None of them downloads anything when installed.</summary>
internal static class NpmPackages
{
    public static async Task EnsureAsync(Repository repository)
    {
        var installed = new FileInfo(repository.PathOf("node_modules", ".package-lock.json"));
        if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(repository.PathOf("package-lock.json")))
        {
            var install = new Command("npm", "ci", "--no-audit", "--no-fund") { Folder = repository.Root };
            await Step.RunAsync("npm ci", () => CommandRunner.RunAsync(install));
        }
    }
}
