namespace IpcApp.Testing;

/// <summary>What a test expected of the app, and did not find. The message says what was there, and lists the last messages of the frame.</summary>
public sealed class IpcTestException : Exception
{
    /// <summary>A failure without a text.</summary>
    public IpcTestException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What is wrong, for the reader of the test's output.</param>
    public IpcTestException(string message)
        : base(message)
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What is wrong, for the reader of the test's output.</param>
    /// <param name="innerException">The cause.</param>
    public IpcTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
