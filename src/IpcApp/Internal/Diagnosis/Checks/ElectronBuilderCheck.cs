namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>What makes packages.</summary>
internal static class ElectronBuilderCheck
{
    public const string Id = "IPC0135";
    private const string Package = "electron-builder";

    public static Finding Of(string? root)
        => root is not null && NpmPackage.VersionOf(root, Package) is { } version
            ? new Finding(Id, Package, version)
            : new Finding(Id, Package, "is not in node_modules", Remedy(root), Capability.Package);

    private static string Remedy(string? root) => root is null || File.Exists(Path.Combine(root, NpmPackagesCheck.LockFile))
        ? NpmPackagesCheck.RunCi
        : "Have the app's package manager install the packages of package.json.";
}
