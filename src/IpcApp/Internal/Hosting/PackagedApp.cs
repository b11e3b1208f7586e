using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Hosting;

/// <summary>Whether this program runs from a packaged app, where <c>resources/app.asar</c> lies beside its folder.</summary>
internal static class PackagedApp
{
    public static bool IsPackaged { get; } = File.Exists(Path.Combine(AppContext.BaseDirectory, "..", "app.asar"));

    /// <summary>
    /// Where the section <c>IpcApp</c> is read from: of a packaged app neither environment nor command line can change it.
    /// </summary>
    public static IConfiguration SettingsSource(IConfiguration configuration)
        => IsPackaged
            ? new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).Build()
            : configuration;
}
