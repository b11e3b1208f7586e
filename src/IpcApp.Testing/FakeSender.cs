using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>
/// Who sends a single event: a frame of some window, as <see cref="IpcSenderInfo"/> describes it. Take one of the ready ones, and change it
/// by <c>with</c>: <c>FakeSender.ForeignIframe with { Url = "https://example.com/" }</c>. What is not set follows from what is.
/// </summary>
/// <remarks>Immutable. Whether a sender is accepted is decided before a handler is called, so a handler called directly never sees a refusal.
/// </remarks>
public sealed record FakeSender
{
    private const string OwnPage = "app://local/";
    private const int FirstNode = 1;
    private const int SecondNode = 2;

    private readonly string? _origin;
    private readonly int? _treeNode;
    private readonly IReadOnlyList<IpcParentFrameInfo>? _parents;

    /// <summary>The main frame of a window that shows the app's own page: the only one that is accepted by default.</summary>
    public static FakeSender OwnMainFrame { get; } = new();

    /// <summary>An iframe of the app's own origin, in the app's own page.</summary>
    public static FakeSender OwnIframe { get; } = new() { IsMainFrame = false, Url = "app://local/inner.html", FrameId = 2 };

    /// <summary>A main frame that shows another origin's page.</summary>
    public static FakeSender ForeignMainFrame { get; } = new() { Url = "https://foreign.example/", ProcessId = 2 };

    /// <summary>An iframe of another origin, in the app's own page.</summary>
    public static FakeSender ForeignIframe { get; } = new() { IsMainFrame = false, Url = "https://foreign.example/", ProcessId = 2 };

    /// <summary>A sandboxed iframe in the app's own page: its origin is opaque, and serialized <c>null</c>.</summary>
    public static FakeSender Opaque { get; } = new()
    {
        IsMainFrame = false,
        Url = "app://local/sandboxed.html",
        Origin = "null",
        ProcessId = 3,
    };

    /// <summary>The app's own page while it is only unloading, after the window has navigated away from it.</summary>
    public static FakeSender Detached { get; } = new() { IsDetached = true };

    /// <summary>A main frame that shows a file of the disk, whose origin is <c>file://</c>.</summary>
    public static FakeSender File { get; } = new() { Url = "file:///page.html", ProcessId = 4 };

    /// <summary>The address of the frame's document; <c>app://local/</c> by default.</summary>
    public string Url { get; init; } = OwnPage;

    /// <summary>
    /// The origin of its document, serialized; <c>null</c>, the string, for an opaque one. If it is not set, that of <see cref="Url"/>.
    /// </summary>
    /// <exception cref="ArgumentException">It is not set, and the address is no absolute one.</exception>
    public string Origin
    {
        get => _origin ?? Origins.Of(Url, Parents is [var parent, ..] ? parent.Origin : null);
        init => _origin = value;
    }

    /// <summary>The frame's name, as the iframe's attribute gives it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it is the main frame of its window; true by default.</summary>
    public bool IsMainFrame { get; init; } = true;

    /// <summary>Whether its document was navigated away from already, and is only unloading.</summary>
    public bool IsDetached { get; init; }

    /// <summary>Chromium's id of its renderer process; 1 by default.</summary>
    public int ProcessId { get; init; } = 1;

    /// <summary>Its routing id in that process; 1 by default.</summary>
    public int FrameId { get; init; } = 1;

    /// <summary>The id of its place in the frame tree. If it is not set, 1 for a main frame and 2 for an iframe.</summary>
    public int FrameTreeNodeId
    {
        get => _treeNode ?? (IsMainFrame ? FirstNode : SecondNode);
        init => _treeNode = value;
    }

    /// <summary>The id of its window's contents: what <see cref="WebContents.Id"/> of <see cref="IpcEvent.Sender"/> is. 1 by default.</summary>
    public int WebContentsId { get; init; } = 1;

    /// <summary>
    /// The frames around it, nearest first. If they are not set, none for a main frame, and the app's own page for an iframe.
    /// </summary>
    public IReadOnlyList<IpcParentFrameInfo> Parents
    {
        get => _parents ?? (IsMainFrame ? [] : [OwnParent]);
        init => _parents = value;
    }

    private IpcParentFrameInfo OwnParent
        => new(FrameTreeNodeId == FirstNode ? SecondNode : FirstNode, OwnPage, Origins.Of(OwnPage, null));

    /// <summary>The sender as a handler sees it in <see cref="IpcEvent.SenderInfo"/>.</summary>
    /// <exception cref="ArgumentException">The origin is not set, and the address is no absolute one.</exception>
    public IpcSenderInfo ToSenderInfo() => new()
    {
        WebContentsId = WebContentsId,
        ProcessId = ProcessId,
        FrameId = FrameId,
        FrameTreeNodeId = FrameTreeNodeId,
        FrameToken = $"token-{ProcessId}-{FrameId}",
        Url = Url,
        Origin = Origin,
        Name = Name,
        VisibilityState = "visible",
        IsMainFrame = IsMainFrame,
        Detached = IsDetached,
        Parents = Parents,
    };
}
