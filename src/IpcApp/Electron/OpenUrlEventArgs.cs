using System.Diagnostics.CodeAnalysis;

namespace IpcApp;

/// <summary>The app is to open an address of a scheme of its own.</summary>
/// <param name="url">The address, as it was written.</param>
public sealed class OpenUrlEventArgs([SuppressMessage("Design", "CA1054", Justification = "It need not be a valid one.")] string url) : EventArgs
{
    /// <summary>The address, as it was written: it need not be a valid one.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "It need not be a valid one.")]
    public string Url { get; } = url;
}
