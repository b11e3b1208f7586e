namespace IpcApp;

/// <summary>What the events of all four kinds of message have in common: who sent it, and on which channel.</summary>
/// <remarks>All members may be read from any thread, also after the handler has returned.</remarks>
public abstract class IpcEvent
{
    private protected IpcEvent(string channel, IMessageSource source, IpcSenderInfo senderInfo, CancellationToken aborted)
    {
        Channel = channel;
        Source = source;
        SenderInfo = senderInfo;
        Aborted = aborted;
    }

    /// <summary>The channel the message was sent on.</summary>
    public string Channel { get; }

    /// <summary>Always <c>frame</c>; Electron's other kind of sender, service workers, is not supported.</summary>
#pragma warning disable CA1822 // an instance member, as in Electron
    public string Type => "frame";
#pragma warning restore CA1822

    /// <summary>The window or tab that sent the message. Never null, and the same object for each of its messages.</summary>
    public WebContents Sender => Source.Contents;

    /// <summary>
    /// The live frame that sent the message, or null if it navigated or was removed since, which is logged as Electron's warning.
    /// A document that is only unloading gives a detached frame of its own. To decide who may do what, read
    /// <see cref="SenderInfo"/> instead.
    /// </summary>
    public WebFrameMain? SenderFrame => Source.SenderFrame();

    /// <summary>The sender as it was when the message arrived. Immutable.</summary>
    public IpcSenderInfo SenderInfo { get; }

    /// <summary>Chromium's id of the sending renderer process, as at arrival.</summary>
    public int ProcessId => SenderInfo.ProcessId;

    /// <summary>The routing id of the sending frame, as at arrival.</summary>
    public int FrameId => SenderInfo.FrameId;

    /// <summary>The id of the frame's place in the frame tree.</summary>
    public int FrameTreeNodeId => SenderInfo.FrameTreeNodeId;

    /// <summary>
    /// For an <c>invoke</c>, fires when the sending frame is gone and no longer waits for the answer; for every message, when
    /// the app shuts down.
    /// </summary>
    public CancellationToken Aborted { get; }

    /// <summary>Whether <see cref="PreventDefault"/> was called.</summary>
    public bool DefaultPrevented { get; private set; }

    internal IMessageSource Source { get; }

    /// <summary>Marks the event. As in Electron this changes nothing: a message has no default action.</summary>
    public void PreventDefault() => DefaultPrevented = true;
}
