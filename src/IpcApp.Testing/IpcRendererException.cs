namespace IpcApp.Testing;

/// <summary>What a page gets to see when a call fails: the error its promise rejects with, or that is thrown at it.</summary>
public sealed class IpcRendererException : Exception
{
    /// <summary>A failure without a text.</summary>
    public IpcRendererException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">Exactly the error's <c>message</c> in the page.</param>
    public IpcRendererException(string message)
        : base(message)
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">Exactly the error's <c>message</c> in the page.</param>
    /// <param name="innerException">The cause on this side.</param>
    public IpcRendererException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
