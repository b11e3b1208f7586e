namespace IpcApp.Internal.Diagnosis.Checks;

/// <summary>A display to show windows on. Chromium's windows can do without.</summary>
internal static class DisplayCheck
{
    public const string Id = "IPC0137";
    private const string Name = "display";

    public static Finding Of(bool isAvailable) => Of(isAvailable, "windows run headless in Chromium, and Electron cannot start");

    /// <summary>Where there is only Electron.</summary>
    public static Finding OfElectronNet(bool isAvailable) => Of(isAvailable, "Electron cannot start");

    private static Finding Of(bool isAvailable, string otherwise) => isAvailable
        ? new Finding(Id, Name, Variable("WAYLAND_DISPLAY") ?? Variable("DISPLAY") ?? "the desktop")
        : new Finding(
            Id,
            Name,
            $"neither DISPLAY nor WAYLAND_DISPLAY is set: {otherwise}",
            "Start from a desktop session, or with 'xvfb-run -a dotnet run'.",
            Capability.Electron);

    private static string? Variable(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? $"{name}={value}" : null;
}
