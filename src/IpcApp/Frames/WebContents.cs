using IpcApp.Internal.Frames;

namespace IpcApp;

/// <summary>The contents of a window: its frames, and the way to send to them. Electron's <c>webContents</c>.</summary>
/// <remarks>Thread-safe. Messages of one thread to one frame arrive in the order they were sent (S111).</remarks>
public sealed class WebContents
{
    private readonly FrameTree _frames;
    private int _destroyed;

    internal WebContents(int id, FrameTree frames)
    {
        Id = id;
        _frames = frames;
    }

    /// <summary>Raised once, when the window has been closed, on a thread of the pool.</summary>
    public event EventHandler? Destroyed;

    /// <summary>Electron's id of the contents: unique while the app runs, readable after the window is gone.</summary>
    public int Id { get; }

    /// <summary>The name of the window in the settings, section <c>IpcApp:Windows</c>; null if it was opened otherwise.</summary>
    public string? WindowName { get; internal set; }

    /// <summary>The main frame: the same object before and after a navigation (S102).</summary>
    /// <exception cref="ObjectDisposedException">The contents are destroyed; the message begins with Electron's text (S81).</exception>
    public WebFrameMain MainFrame => MainFrameOrNull is { } frame && !IsDestroyed()
        ? frame
        : throw new ObjectDisposedException(nameof(WebContents), "Object has been destroyed");

    internal WebFrameMain? MainFrameOrNull { get; set; }

    /// <summary>Whether the window has been closed.</summary>
    public bool IsDestroyed() => Volatile.Read(ref _destroyed) != 0;

    /// <summary>Sends a message to the main frame (S78).</summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent (S79).
    /// </param>
    /// <exception cref="ObjectDisposedException">The contents are destroyed (S81).</exception>
    public void Send(string channel, params object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _frames.SendToMainFrame(this, MainFrame, channel, arguments);
    }

    /// <summary>Posts a message to the main frame, and hands ports over with it (S129, S130).</summary>
    /// <inheritdoc cref="WebFrameMain.PostMessage"/>
    /// <exception cref="ObjectDisposedException">The contents are destroyed; no port is neutered (S81).</exception>
    public void PostMessage(string channel, object? message, params IReadOnlyList<MessagePortMain> transfer)
        => MainFrame.PostMessage(channel, message, transfer);

    internal bool MarkDestroyed()
    {
        if (Interlocked.Exchange(ref _destroyed, 1) != 0)
        {
            return false;
        }

        if (Destroyed is not null)
        {
            ThreadPool.QueueUserWorkItem(static contents => contents.RaiseDestroyed(), this, preferLocal: false);
        }

        return true;
    }

    private void RaiseDestroyed()
        => _frames.RunUserCode($"A subscriber of {nameof(WebContents)}.{nameof(Destroyed)}", () => Destroyed?.Invoke(this, EventArgs.Empty));
}
