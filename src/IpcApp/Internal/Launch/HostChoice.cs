using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Launch;

/// <summary>Decides what shows the windows, as <see cref="IpcAppOptions.Host"/> asks and the machine allows (design 4).</summary>
/// <param name="ElectronPath">Electron's executable; null for Chromium.</param>
/// <param name="Headless">Whether windows stay invisible.</param>
/// <param name="Note">A line for the developer on why it is not what they may expect; null if it is.</param>
internal sealed record HostChoice(string? ElectronPath, bool Headless, string? Note)
{
    /// <param name="options">The settings.</param>
    /// <param name="machine">What there is.</param>
    /// <exception cref="IpcStartupException">What was asked for is not there.</exception>
    public static HostChoice Make(IpcAppOptions options, IMachine machine)
    {
        var headless = options.Headless ?? !machine.HasDisplay;
        switch (options.Host)
        {
            case IpcHostKind.Chromium:
                return new HostChoice(null, headless, null);

            case IpcHostKind.Electron:
                return machine.HasDisplay
                    ? new HostChoice(machine.FindElectron() ?? machine.InstallElectron() ?? throw NoElectron(), headless, null)
                    : throw new IpcStartupException(
                        "Electron needs a display, and neither DISPLAY nor WAYLAND_DISPLAY is set. "
                        + "Run 'xvfb-run dotnet run', or set IpcApp:Host to chromium.",
                        ExitCodes.MissingPrerequisite);

            default:
                if (!machine.HasDisplay)
                {
                    return new HostChoice(
                        null,
                        Headless: true,
                        "No display: the windows run headless in Chromium. Set IpcApp:Host to choose.");
                }

                return (machine.FindElectron() ?? machine.InstallElectron()) is { } found
                    ? new HostChoice(found, headless, null)
                    : new HostChoice(
                        null,
                        headless,
                        "Electron's binary is not on this machine: the windows run in Chromium. 'npx install-electron' gets Electron.");
        }
    }

    private static IpcStartupException NoElectron() => new(
        "IpcApp:Host is electron, and Electron's binary is not on this machine. "
        + $"Run 'npm ci' and 'npx install-electron' in the app's folder (Node.js {NodeRuntime.Floor} or later), or set IpcApp:Host to chromium.",
        ExitCodes.MissingPrerequisite);
}

/// <summary>What of the machine the choice depends on.</summary>
internal interface IMachine
{
    bool HasDisplay { get; }

    string? FindElectron();

    /// <summary>
    /// Tries to get Electron's binary, visibly and within a time limit; after a failure not again by itself. Null if that is not possible.
    /// </summary>
    string? InstallElectron();
}
