using IpcApp.Build.Processes;

namespace IpcApp.Build.Packing;

/// <summary>Writes the software bill of materials of each library, in CycloneDX's JSON, from what packing has restored.</summary>
/// <param name="repository">The clone.</param>
/// <param name="work">The folder that <see cref="Packer"/> built in.</param>
/// <param name="output">Where the files go: <c>ID.cdx.json</c>.</param>
internal sealed class Sbom(Repository repository, string work, string output)
{
    public async Task WriteAsync(string version)
    {
        await CommandRunner.RunAsync(Dotnet.Command(repository.Root, "tool", "restore"));
        foreach (var library in Packer.Libraries)
        {
            await CommandRunner.RunAsync(Dotnet.Command(
                repository.Root,
            [
                "tool", "run", "dotnet-CycloneDX", "--", repository.PathOf("src", library, $"{library}.csproj"),
                "--output", output, "--filename", $"{library}.cdx.json", "--output-format", "Json",
                "--set-name", library, "--set-version", version, "--set-type", "Library",
                "--include-project-references", "--set-nuget-purl",

                // A restore of its own would write other versions of our packages into the repository's obj folders.
                "--disable-package-restore", "--base-intermediate-output-path", Path.Combine(work, "build"),
            ]));
        }
    }
}
