using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace IpcApp.Internal.Settings;

/// <summary>Whether this program runs from a packaged app, where <c>resources/app.asar</c> lies beside its folder.</summary>
internal static class PackagedApp
{
    public static bool IsPackaged { get; } = IsBeside(AppContext.BaseDirectory);

    /// <summary>By what lies there, never by a name that a user could give: Electron decides by the same two places.</summary>
    public static bool IsBeside(string programFolder)
        => File.Exists(Path.Combine(programFolder, "..", "app.asar"))
        || File.Exists(Path.Combine(programFolder, "..", "app", ".ipcapp", "app.json"));

    /// <summary>
    /// From here on neither environment nor command line can say what only the app's own files may: the user who starts a packaged app must not
    /// be able to have it show other pages, run other scripts or open ports. All other settings may still come from there.
    /// </summary>
    public static void Shield(IConfigurationManager configuration)
    {
        for (var i = 0; i < configuration.Sources.Count; i++)
        {
            if (configuration.Sources[i] is EnvironmentVariablesConfigurationSource or CommandLineConfigurationSource)
            {
                configuration.Sources[i] = new ShieldedSource(configuration.Sources[i]);
            }
        }
    }
}
