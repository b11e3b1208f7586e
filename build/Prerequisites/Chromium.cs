using System.Text.Json;
using IpcApp.Build.Processes;

namespace IpcApp.Build.Prerequisites;

/// <summary>The browser that the Chromium host shows windows in.</summary>
internal static class Chromium
{
    /// <summary>Installs it where that is possible without asking: as root, with apt-get.</summary>
    /// <returns>Null if it is there now; else one line that says what is missing and how to get it.</returns>
    public static async Task<string?> EnsureAsync(Repository repository)
    {
        if (await MissingAsync(repository) is not { } missing)
        {
            return null;
        }

        if (!AptPackages.CanInstall)
        {
            return missing;
        }

        return await Step.RunAsync("install Chromium (apt-get)", InstallAsync) ?? await MissingAsync(repository);
    }

    // The host itself is asked, so that both look in the same places.
    private static async Task<string?> MissingAsync(Repository repository)
    {
        const string Script = "console.log(JSON.stringify(require('./src/chromium-stand-in/lib/browser/locate').locateBrowser()))";
        var printed = await CommandRunner.RunAsync(new Command("node", "-e", Script) { Folder = repository.Root });
        using var found = JsonDocument.Parse(printed);
        return found.RootElement.TryGetProperty("missing", out var missing) ? missing.GetString() : null;
    }

    private static async Task<string?> InstallAsync()
        => await AptPackages.InstallAsync("chromium", "fonts-dejavu-core") is { } failure
            ? $"Install Chromium or Google Chrome by hand: {failure}"
            : null;
}
