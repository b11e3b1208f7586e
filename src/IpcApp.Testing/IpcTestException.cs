namespace IpcApp.Testing;

/// <summary>An assertion of this package has failed. Its message is made to be read in a test's output.</summary>
public sealed class IpcTestException : Exception
{
    /// <summary>A failure without a text.</summary>
    public IpcTestException()
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What was found, and what to do about it.</param>
    public IpcTestException(string message)
        : base(message)
    {
    }

    /// <summary>A failure.</summary>
    /// <param name="message">What was found, and what to do about it.</param>
    /// <param name="innerException">The cause.</param>
    public IpcTestException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
