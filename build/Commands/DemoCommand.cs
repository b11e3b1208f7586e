using System.Diagnostics;
using System.Globalization;
using IpcApp.Build.Demo;
using IpcApp.Build.Packing;
using IpcApp.Build.Prerequisites;
using IpcApp.Build.Scaffolds;

namespace IpcApp.Build.Commands;

/// <summary>Does what a user will do, from the packages to the running app.</summary>
internal static class DemoCommand
{
    private const string AppName = "My.App";

    public static async Task<int> RunAsync(Repository repository)
    {
        var watch = Stopwatch.StartNew();
        await NodeTool.EnsureAsync(repository);
        var electron = ElectronForDemo.Find(repository);
        if (electron is null && await Chromium.EnsureAsync(repository) is { } missing)
        {
            throw new BuildException(missing);
        }

        var packed = await PackCommand.PackAsync(repository);
        using var folder = new TemporaryFolder();
        try
        {
            var app = await ScaffoldAsync(folder, packed);
            await Step.RunAsync("dotnet build", app.BuildAsync);
            if (electron is not null)
            {
                Console.WriteLine("  The window is open. Close it, or press Ctrl+C, to end the demo.");
                return await app.ShowAsync(electron);
            }

            var allRight = await app.OperateAsync(packed.Version, repository.PathOf("artifacts", "demo"));
            var verdict = allRight ? "all right" : "not all right";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verdict}, in {watch.Elapsed.TotalSeconds:0.0} s"));
            return allRight ? 0 : 1;
        }
        finally
        {
            GlobalPackages.Remove(packed.Version);
        }
    }

    private static async Task<DemoApp> ScaffoldAsync(TemporaryFolder folder, PackedTemplate packed)
    {
        var hive = new TemplateHive(folder.PathOf("hive"));
        await Step.RunAsync("dotnet new install", () => hive.InstallAsync(packed.TemplatePackage));
        var app = await Step.RunAsync(
            $"dotnet new ipcapp -n {AppName} --skip-restore", () => hive.CreateAsync(folder.PathOf("apps"), AppName));
        return new DemoApp(app);
    }
}
