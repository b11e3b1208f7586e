namespace IpcApp;

/// <summary>A frame shows another document.</summary>
/// <param name="frame">The frame.</param>
/// <param name="url">The document's address.</param>
/// <param name="isMainFrame">Whether it is the window's main frame.</param>
public sealed class FrameNavigatedEventArgs(WebFrameMain frame, string url, bool isMainFrame) : EventArgs
{
    /// <summary>The frame: the same object as before the navigation.</summary>
    public WebFrameMain Frame { get; } = frame;

    /// <summary>The document's address.</summary>
    public string Url { get; } = url;

    /// <summary>Whether it is the window's main frame.</summary>
    public bool IsMainFrame { get; } = isMainFrame;
}

/// <summary>The address of a frame's document has changed, and the document has stayed.</summary>
/// <param name="frame">The frame.</param>
/// <param name="url">The document's new address.</param>
/// <param name="isMainFrame">Whether it is the window's main frame.</param>
/// <param name="frameProcessId">Chromium's id of the frame's renderer process.</param>
/// <param name="frameRoutingId">The routing id of the frame within its process.</param>
public sealed class FrameNavigatedInPageEventArgs(
    WebFrameMain frame, string url, bool isMainFrame, int frameProcessId, int frameRoutingId) : EventArgs
{
    /// <summary>The frame.</summary>
    public WebFrameMain Frame { get; } = frame;

    /// <summary>
    /// The address that the document got. <see cref="WebFrameMain.Url"/> of <see cref="Frame"/> is a later one if the document has navigated
    /// again before the subscriber runs.
    /// </summary>
    public string Url { get; } = url;

    /// <summary>Whether it is the window's main frame.</summary>
    public bool IsMainFrame { get; } = isMainFrame;

    /// <summary>Chromium's id of the frame's renderer process: what <see cref="WebFrameMain.ProcessId"/> was.</summary>
    public int FrameProcessId { get; } = frameProcessId;

    /// <summary>The routing id of the frame within its process: what <see cref="WebFrameMain.RoutingId"/> was.</summary>
    public int FrameRoutingId { get; } = frameRoutingId;
}

/// <summary>The process of a page is gone.</summary>
/// <param name="reason">Why.</param>
/// <param name="exitCode">The exit code of the process.</param>
public sealed class RenderProcessGoneEventArgs(string reason, int exitCode) : EventArgs
{
    /// <summary>Electron's word for it, such as <c>crashed</c>, <c>killed</c>, <c>oom</c> or <c>clean-exit</c>.</summary>
    public string Reason { get; } = reason;

    /// <summary>The exit code of the process; on Linux and macOS the signal, where one ended it.</summary>
    public int ExitCode { get; } = exitCode;
}

/// <summary>A preload has thrown.</summary>
/// <param name="preloadPath">The preload's file.</param>
/// <param name="message">The error's message.</param>
/// <param name="stack">The error's stack, or null.</param>
public sealed class PreloadErrorEventArgs(string preloadPath, string message, string? stack) : EventArgs
{
    /// <summary>The preload's file.</summary>
    public string PreloadPath { get; } = preloadPath;

    /// <summary>The error's message.</summary>
    public string Message { get; } = message;

    /// <summary>The error's stack, or null if it had none.</summary>
    public string? Stack { get; } = stack;
}
