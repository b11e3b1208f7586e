using System.Text.Json;
using IpcApp.Chromium.Tests;

namespace IpcApp.Template.Tests.Packaging;

/// <summary>What <c>verify</c> of the app's own program says of a package.</summary>
internal sealed record VerifyRun(int ExitCode, string Output, ProcessFamily Family, PackagedPlace Place)
{
    /// <summary>Runs it as a developer does, with a package that the publish profile has made.</summary>
    /// <param name="packaging">Whose app it is.</param>
    /// <param name="arguments">What follows <c>verify</c>.</param>
    public static async Task<VerifyRun> OfAsync(PackagingFixture packaging, params string[] arguments)
    {
        await packaging.LinuxAsync();
        var app = await packaging.AppAsync();
        var program = app.PathOf("MainProcess", "bin", "Release", "net10.0", PackagingFixture.Name);
        var place = PackagedPlace.Make(packaging.Template.NewFolder());
        var family = new ProcessFamily();
        var environment = new Dictionary<string, string?>(family.Environment)
        {
            ["IPCAPP_DEMO_RESULTS"] = place.Results,
            ["HOME"] = place.Home,
            ["XDG_CONFIG_HOME"] = place.Home,
            ["XDG_RUNTIME_DIR"] = place.Meeting,
            ["TMPDIR"] = place.Temporary,
            ["IpcApp__Host"] = "auto",
            ["DOTNET_ENVIRONMENT"] = "Development",
        };

        // Its standard input stays open: the driver would close the window of a page that it cannot operate.
        using var process = new TestAppProcess(["verify", .. arguments], environment, program, app.Folder);
        var exitCode = await process.WaitForExitAsync();
        return new VerifyRun(exitCode, process.Output, family, place);
    }

    /// <summary>What <c>--json</c> has written.</summary>
    public JsonElement Json()
    {
        using var json = JsonDocument.Parse(Output);
        return json.RootElement.Clone();
    }
}
