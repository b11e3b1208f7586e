namespace IpcApp;

/// <summary>An operation failed in Electron, or could not reach it. The message is Electron's own text where Electron failed.</summary>
/// <remarks>Thrown by windows, dialogs and menus. Thrown out of a handler, a page sees <c>Error: MESSAGE</c>, as of any exception.</remarks>
public sealed class ElectronException : Exception
{
    /// <summary>A failure without a text.</summary>
    public ElectronException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">The text, such as <c>ERR_CONNECTION_REFUSED (-102) loading 'http://localhost:5173/'</c>.</param>
    public ElectronException(string message)
        : base(message)
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">The text.</param>
    /// <param name="innerException">The cause on this side.</param>
    public ElectronException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
