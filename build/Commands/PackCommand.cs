using IpcApp.Build.Packing;

namespace IpcApp.Build.Commands;

internal static class PackCommand
{
    public static async Task<int> RunAsync(Repository repository)
    {
        var packed = await PackAsync(repository);
        Console.WriteLine();
        Console.WriteLine($"dotnet new install {packed.TemplatePackage}");
        return 0;
    }

    public static Task<PackedTemplate> PackAsync(Repository repository)
    {
        var version = PackageVersion.Fresh(repository);
        var packer = new Packer(repository, repository.PathOf("artifacts", "pack"), repository.PathOf("artifacts", "packages"));
        return Step.RunAsync($"pack {version.Text}", () => packer.PackAsync(version));
    }
}
