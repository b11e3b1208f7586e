namespace IpcApp;

/// <summary>The app was activated: opened from the Dock, clicked there, or started again while it runs. macOS only.</summary>
/// <param name="hasVisibleWindows">Whether a window of the app is visible.</param>
public sealed class ActivateEventArgs(bool hasVisibleWindows) : EventArgs
{
    /// <summary>Whether a window of the app is visible.</summary>
    public bool HasVisibleWindows { get; } = hasVisibleWindows;
}
