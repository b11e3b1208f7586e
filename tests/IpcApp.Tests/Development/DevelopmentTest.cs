using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Tests.Development;

/// <summary>What an app in development tells its developer.</summary>
public abstract class DevelopmentTest
{
    /// <summary>The options of an app in development.</summary>
    /// <param name="settings">More settings.</param>
    protected static IpcTestAppOptions InDevelopment(params (string Name, string Value)[] settings)
    {
        var options = new IpcTestAppOptions { Settings = { ["environment"] = "Development" } };
        foreach (var (name, value) in settings)
        {
            options.Settings[name] = value;
        }

        return options;
    }

    protected static IIpcMain IpcMainOf(IpcTestApp app) => app.Services.GetRequiredService<IIpcMain>();

    /// <summary>The messages of the log, without the one line that the app is up.</summary>
    protected static IEnumerable<string> Warnings(IpcTestApp app)
        => app.Logs.Where(entry => entry.Level == LogLevel.Warning).Select(entry => entry.Message);
}
