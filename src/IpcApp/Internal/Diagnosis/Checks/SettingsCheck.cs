using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Settings;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>The app's settings, read as the app reads them. What the app's own code makes of them is not known here.</summary>
internal static class SettingsCheck
{
    public const string Id = "IPC0140";
    private const string Name = "settings";

    /// <param name="host">What shall show the windows; null if it cannot be known.</param>
    /// <param name="launcher">What starts Electron in place of ipcapp, and so refuses some settings; null if nothing does.</param>
    public static Finding Of(out IpcHostKind? host, string? launcher = null)
    {
        host = null;
        try
        {
            var builder = AppBuilders.CreateFromFiles([]);
            var options = new IpcAppOptions();
            SettingsReader.Read(builder.Configuration, options);
            host = options.Host;
            if (new SettingsRules(builder.Environment.IsDevelopment()).Validate(null, options) is { Failed: true, FailureMessage: var faults })
            {
                return Problem(faults);
            }

            if (launcher is not null)
            {
                GuestSettings.Refuse(options, builder.Configuration, launcher);
            }

            return new Finding(
                Id, Name, $"environment {builder.Environment.EnvironmentName}, IpcApp:Host is {options.Host.ToString().ToLowerInvariant()}");
        }
        catch (IpcStartupException e)
        {
            return Problem(e.Message);
        }
        catch (InvalidDataException e)
        {
            return Problem(AppBuilders.Explain(e));
        }
    }

    private static Finding Problem(string found)
        => new(Id, Name, found, "Mend it in appsettings.json, the launch profile or the environment.", Capability.Run);
}
