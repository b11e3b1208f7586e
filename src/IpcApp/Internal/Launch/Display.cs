namespace IpcApp.Internal.Launch;

internal static class Display
{
    /// <summary>Whether a window could be shown. Only Linux runs without a display as a matter of course.</summary>
    public static bool IsAvailable
        => !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));
}
