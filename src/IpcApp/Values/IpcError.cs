namespace IpcApp;

/// <summary>A JavaScript Error, with what of it crosses: name, message, stack and cause.</summary>
public sealed class IpcError : IpcValue
{
    private static readonly string[] BuiltIn =
        ["Error", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError", "URIError"];

    /// <summary>An Error.</summary>
    /// <param name="name">
    /// The class. Anything but <c>Error</c> and its six built-in subclasses becomes <c>Error</c>, as on the wire.
    /// </param>
    /// <param name="message">The message; null if the Error has none of its own.</param>
    /// <param name="stack">The text of its stack; null if there is none. Do not send one that pages must not see.</param>
    /// <param name="cause">The cause; null if there is none, which differs from a cause of <see cref="IpcValue.Undefined"/>.</param>
    public IpcError(string name, string? message, string? stack = null, IpcValue? cause = null)
    {
        Name = Array.IndexOf(BuiltIn, name) < 0 ? BuiltIn[0] : name;
        Message = message;
        Stack = stack;
        Cause = cause;
    }

    /// <summary>
    /// <c>Error</c>, <c>EvalError</c>, <c>RangeError</c>, <c>ReferenceError</c>, <c>SyntaxError</c>, <c>TypeError</c> or <c>URIError</c>.
    /// </summary>
    public string Name { get; }

    /// <summary>The message, or null if the Error has none of its own.</summary>
    public string? Message { get; internal set; }

    /// <summary>The text of the sender's stack, or null.</summary>
    public string? Stack { get; internal set; }

    /// <summary>The cause, or null if there is none. May be set after construction, so that an Error can be part of a cycle.</summary>
    public IpcValue? Cause { get; set; }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Error;
}
