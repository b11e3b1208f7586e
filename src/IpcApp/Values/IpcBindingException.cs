namespace IpcApp;

/// <summary>What a page sent does not fit the C# type that a handler declares.</summary>
/// <remarks>The message is one sentence for the page, such as <c>argument 1 ('note') at $.title: expected a string, got number
/// 5.</c></remarks>
public sealed class IpcBindingException : Exception
{
    /// <summary>A mismatch without a description.</summary>
    public IpcBindingException()
        : this("A value does not fit.")
    {
    }

    /// <summary>A mismatch.</summary>
    /// <param name="message">One sentence for the page: no .NET type names, no stack.</param>
    public IpcBindingException(string message)
        : base(message)
    {
    }

    /// <summary>A mismatch that a constructor, setter or converter found.</summary>
    /// <param name="message">One sentence for the page: no .NET type names, no stack.</param>
    /// <param name="innerException">What was thrown.</param>
    public IpcBindingException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
