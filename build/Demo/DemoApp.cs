using IpcApp.Build.Processes;

namespace IpcApp.Build.Demo;

/// <summary>The app that the demo scaffolded.</summary>
/// <param name="folder">The folder of its package.json.</param>
internal sealed class DemoApp(string folder)
{
    private static readonly TimeSpan RunLimit = TimeSpan.FromMinutes(1);

    private string ElectronFolder => Path.Combine(folder, "electron");

    public Task BuildAsync() => CommandRunner.RunAsync(Dotnet.Command(folder, "build", "MainProcess"));

    /// <summary>Opens its window for a person.</summary>
    /// <param name="electron">The folder with Electron's executable.</param>
    /// <returns>The app's exit code.</returns>
    public Task<int> ShowAsync(string electron) => CommandRunner.RunAttachedAsync(Run("--launch-profile", "Electron") with
    {
        Environment = new Dictionary<string, string?> { ["ELECTRON_OVERRIDE_DIST_PATH"] = electron },
    });

    /// <summary>Runs it headless on Chromium, where a script operates its page, and checks every answer.</summary>
    /// <param name="version">The version that the running library must have.</param>
    /// <param name="results">Where the screenshot goes.</param>
    /// <returns>Whether every answer was right and the app ended well.</returns>
    public async Task<bool> OperateAsync(string version, string results)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "driver.cjs"), Path.Combine(ElectronFolder, "main.cjs"), overwrite: true);
        var command = Run("--launch-profile", "Chromium", "--", "--IpcApp:Headless=true");
        var result = await Step.RunAsync("dotnet run", () => CommandRunner.TryRunAsync(command));
        if (!result.Succeeded)
        {
            throw CommandRunner.Failed(command, result);
        }

        var answers = DemoAnswers.Read(ElectronFolder);
        var wrong = DemoCheck.All(version).Count(check => !check.Report(answers));
        KeepScreenshot(results);
        return wrong == 0;
    }

    private Command Run(params string[] arguments)
        => Dotnet.Command(folder, ["run", "--no-build", "--project", "MainProcess", .. arguments]) with { Limit = RunLimit };

    private void KeepScreenshot(string results)
    {
        var kept = Path.Combine(Directory.CreateDirectory(results).FullName, DemoAnswers.ScreenshotName);
        File.Copy(Path.Combine(ElectronFolder, DemoAnswers.ScreenshotName), kept, overwrite: true);
        Console.WriteLine($"  screenshot: {kept}");
    }
}
