namespace IpcApp;

/// <summary>
/// Who sent a message, as Electron saw it when the message arrived. It never changes, and it is the only thing that the
/// sender policy reads: what a frame shows later says nothing about who sent.
/// </summary>
public sealed record IpcSenderInfo
{
    /// <summary>The id of the <see cref="WebContents"/> (window or tab) the frame belongs to.</summary>
    public required int WebContentsId { get; init; }

    /// <summary>Chromium's id of the renderer process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>
    /// The routing id of the frame within its process. Together with <see cref="ProcessId"/> it names one document's frame.
    /// </summary>
    public required int FrameId { get; init; }

    /// <summary>The id of the frame's place in the frame tree: stable over navigation, never reused.</summary>
    public required int FrameTreeNodeId { get; init; }

    /// <summary>Chromium's token of the frame's document.</summary>
    public string FrameToken { get; init; } = "";

    /// <summary>The address of the frame's document; empty for an <c>about:blank</c> child.</summary>
    public string Url { get; init; } = "";

    /// <summary>
    /// The origin of the frame's document, serialized: <c>app://local</c>, <c>https://example.com</c>, <c>file://</c>, or the string
    /// <c>null</c> for an opaque origin such as that of a sandboxed iframe.
    /// </summary>
    public string Origin { get; init; } = "null";

    /// <summary>The frame's name, as <c>window.name</c> or the iframe's attribute gives it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the document was <c>visible</c> or <c>hidden</c>; empty where Electron does not know.</summary>
    public string VisibilityState { get; init; } = "";

    /// <summary>The operating system's id of the renderer process; 0 where Electron does not know it.</summary>
    public int OsProcessId { get; init; }

    /// <summary>Whether the frame is the main frame of its <see cref="WebContents"/>.</summary>
    public bool IsMainFrame { get; init; }

    /// <summary>Whether the document had already been navigated away from, and sent while unloading.</summary>
    public bool Detached { get; init; }

    /// <summary>The frames around this one, nearest first; empty for a main frame.</summary>
    public IReadOnlyList<IpcParentFrameInfo> Parents { get; init; } = [];
}

/// <summary>A frame around the sending one, as it was when the message arrived.</summary>
/// <param name="FrameTreeNodeId">The id of the frame's place in the frame tree.</param>
/// <param name="Url">The address of its document.</param>
/// <param name="Origin">The origin of its document, serialized.</param>
public sealed record IpcParentFrameInfo(int FrameTreeNodeId, string Url, string Origin);
