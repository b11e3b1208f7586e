namespace IpcApp.Chromium.Tests.Ends;

/// <summary>The package that the driver for Electron makes; it is started only where there is an Electron.</summary>
public sealed class ElectronPackageTests : IDisposable
{
    private readonly OwnFolder _folder = new();

    [Fact]
    public void A_package_is_the_folder_of_Electron_with_the_app_in_its_resources()
    {
        var package = Directory.CreateDirectory(Path.Combine(_folder.Root, "package")).FullName;
        var (program, arguments) = new StandInAsElectron().Package(new AppCopy(_folder), package, "// of the app");

        Assert.Empty(arguments);
        Assert.True(File.Exists(program));
        Assert.Null(new FileInfo(program).LinkTarget);
        Assert.NotNull(new FileInfo(Path.Combine(package, "electron.cmd")).LinkTarget);
        Assert.False(File.Exists(Path.Combine(package, "electron")));
        var resources = Path.Combine(package, "resources");
        Assert.True(File.Exists(Path.Combine(resources, "main-process", "start")));
        Assert.True(File.Exists(Path.Combine(resources, "app", "package.json")));
        Assert.EndsWith("// of the app", File.ReadAllText(Path.Combine(resources, "app", "electron", "main.cjs")), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
