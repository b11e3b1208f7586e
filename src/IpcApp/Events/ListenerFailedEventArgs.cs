namespace IpcApp;

/// <summary>A listener has failed: it threw, or its task did.</summary>
/// <param name="channel">The channel of the message.</param>
/// <param name="listener">The listener.</param>
/// <param name="exception">What it failed with.</param>
public sealed class ListenerFailedEventArgs(string channel, string listener, Exception exception) : EventArgs
{
    /// <summary>The channel of the message.</summary>
    public string Channel { get; } = channel;

    /// <summary>What logs call the listener, such as <c>NotesHandler.Draft</c>.</summary>
    public string Listener { get; } = listener;

    /// <summary>What it failed with.</summary>
    public Exception Exception { get; } = exception;
}
