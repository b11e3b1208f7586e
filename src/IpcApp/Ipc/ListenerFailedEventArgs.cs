namespace IpcApp;

/// <summary>A listener has failed, or a subscriber of an event or a callback: it threw, or its task or <c>async void</c> method did.</summary>
/// <param name="channel">The channel of the message; empty if it was no message.</param>
/// <param name="listener">The listener.</param>
/// <param name="exception">What it failed with.</param>
public sealed class ListenerFailedEventArgs(string channel, string listener, Exception exception) : EventArgs
{
    /// <summary>The channel of the message; empty for an event of a window, menu, port or the app, and for a callback of a token.</summary>
    public string Channel { get; } = channel;

    /// <summary>What logs call the listener, such as <c>NotesHandler.Draft</c>, or <c>A subscriber of BrowserWindow.Closed</c>.</summary>
    public string Listener { get; } = listener;

    /// <summary>What it failed with.</summary>
    public Exception Exception { get; } = exception;
}
