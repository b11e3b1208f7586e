namespace IpcApp;

/// <summary>Fails a call with a text and an error name of the handler's choice.</summary>
/// <remarks>
/// Any exception rejects the page's promise with <c>Error: message</c>. This one replaces the first word: a page sees
/// <c>Error invoking remote method 'ch': NAME: MESSAGE</c>.
/// </remarks>
public class IpcException : Exception
{
    /// <summary>A failure without a message.</summary>
    public IpcException()
        : this("")
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">The text for the page.</param>
    public IpcException(string message)
        : base(message)
    {
    }

    /// <summary>A failure that another exception caused; that one is logged and stays out of the page's sight.</summary>
    /// <param name="message">The text for the page.</param>
    /// <param name="innerException">The cause.</param>
    public IpcException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What stands before the message, as an error's <c>name</c> does in JavaScript. <c>Error</c> by default; may be empty.
    /// </summary>
    public string Name { get; init; } = "Error";
}
