using IpcApp.Internal.Ground;
using Microsoft.Extensions.Configuration;

namespace IpcApp.Internal.Launch;

/// <summary>Settings that have no place in an app whose launcher starts Electron and opens the windows.</summary>
internal static class GuestSettings
{
    private static readonly string[] NotOurs =
        [nameof(IpcAppOptions.Windows), nameof(IpcAppOptions.DefaultWindow), nameof(IpcAppOptions.Headless), nameof(IpcAppOptions.RemoteDebuggingPort)];

    /// <param name="options">The settings, as read.</param>
    /// <param name="configuration">Where they were read: it tells what was given at all.</param>
    /// <param name="launcher">Its name, for the message.</param>
    /// <exception cref="IpcStartupException">One is there.</exception>
    public static void Refuse(IpcAppOptions options, IConfiguration configuration, string launcher)
    {
        if (options.Host is IpcHostKind.Electron or IpcHostKind.Chromium)
        {
            throw Refused($"'IpcApp:Host' is '{options.Host}', but {launcher} starts Electron, so it can be auto or none.");
        }

        var section = configuration.GetSection(IpcAppOptions.SectionName);
        if (NotOurs.FirstOrDefault(key => section.GetSection(key).Exists()) is { } given)
        {
            throw Refused($"'IpcApp:{given}' has no effect here, since {launcher} starts Electron and opens the windows. Remove it.");
        }
    }

    private static IpcStartupException Refused(string reason) => new($"The setting {reason}", ExitCodes.InvalidSetting);
}
