namespace IpcApp;

/// <summary>The app is to open a file.</summary>
/// <param name="path">Its full path.</param>
public sealed class OpenFileEventArgs(string path) : EventArgs
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = path;
}
