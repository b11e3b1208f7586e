using IpcApp.Build.Packing;

namespace IpcApp.Build.Commands;

internal static class PackCommand
{
    /// <summary>Packs under a version that is used only once.</summary>
    public static async Task<int> RunAsync(Repository repository)
    {
        var packed = await PackAsync(repository);
        Console.WriteLine();
        Console.WriteLine($"dotnet new install {packed.TemplatePackage}");
        return 0;
    }

    /// <summary>Packs a release, with a bill of materials for each library.</summary>
    public static async Task<int> RunAsync(Repository repository, string release)
    {
        var version = await PackageVersion.ReleaseAsync(repository, release);
        await PackAsync(repository, version);
        await Step.RunAsync("bills of materials (CycloneDX)", () => new Sbom(repository, Work(repository), Output(repository)).WriteAsync(version.Text));
        Console.WriteLine();
        Console.WriteLine($"The release is in {Output(repository)}.");
        return 0;
    }

    public static Task<PackedTemplate> PackAsync(Repository repository) => PackAsync(repository, PackageVersion.Fresh(repository));

    private static Task<PackedTemplate> PackAsync(Repository repository, PackageVersion version) => Step.RunAsync(
        $"pack {version.Text}", () => new Packer(repository, Work(repository), Output(repository)).PackAsync(version));

    private static string Work(Repository repository) => repository.PathOf("artifacts", "pack");

    private static string Output(Repository repository) => repository.PathOf("artifacts", "packages");
}
