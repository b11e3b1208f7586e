using System.ComponentModel;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Codec.Converters;

namespace IpcApp.Infrastructure;

/// <summary>Runs one handler for one message: binds the arguments, creates the handler, calls it, hands over the result.</summary>
/// <param name="call">The message and the means to answer it.</param>
/// <returns>A task that ends when the handler's own task has ended.</returns>
public delegate ValueTask IpcInvoker(IpcCall call);

/// <summary>A parameter that takes an argument of the page.</summary>
/// <param name="Name">The parameter's name in C#, used in error texts.</param>
/// <param name="Type">The declared type.</param>
/// <param name="IsRequired">False if null and undefined are accepted, or a missing argument has a default.</param>
public sealed record IpcParameter(string Name, Type Type, bool IsRequired)
{
    /// <summary>Binds an argument straight from the message's bytes; null where that is not possible.</summary>
    internal ParameterReader? Reader { get; private init; }

    /// <summary>Whether it is a <c>params</c> array, which takes all arguments from its place on.</summary>
    public bool IsRest { get; init; }

    /// <summary>
    /// Where the declaration allows null inside the type: one sign for each type in the order of the declaration, <c>!</c> where null is
    /// refused and <c>?</c> where it is accepted, followed by its type arguments or its element type in angle brackets.
    /// <c>List&lt;string&gt;</c> is <c>!&lt;!&gt;</c>. Null, the default, accepts null in all elements.
    /// </summary>
    /// <exception cref="FormatException">The text is not of this form.</exception>
    public string? NullAnnotation
    {
        get;
        init
        {
            field = value;
            Annotation = Internal.Codec.Converters.NullAnnotation.Parse(value);
        }
    }

    /// <summary><see cref="NullAnnotation"/>, read.</summary>
    internal Internal.Codec.Converters.NullAnnotation? Annotation { get; private init; }

    /// <summary>
    /// A parameter that takes its argument through <see cref="IpcCall"/> and no other way. If all parameters of a registration are such,
    /// <see cref="IpcCall.Arguments"/> may have nothing else to give.
    /// </summary>
    /// <typeparam name="T">The declared type, as the invoker asks for it.</typeparam>
    /// <param name="name">The parameter's name in C#.</param>
    /// <param name="isRequired">False if null and undefined are accepted, or a missing argument has a default.</param>
    /// <param name="nullAnnotation">Where the declaration allows null: <see cref="NullAnnotation"/>.</param>
    public static IpcParameter Of<T>(string name, bool isRequired, string? nullAnnotation = null)
    {
        var parameter = new IpcParameter(name, typeof(T), isRequired) { NullAnnotation = nullAnnotation };
        return parameter with { Reader = ParameterReader<T>.For(parameter.Annotation) };
    }
}

/// <summary>One handler or listener bound to a channel, as generated code or a registration by delegate describes it.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed record IpcRegistration
{
    /// <summary>The channel's name.</summary>
    public required string Channel { get; init; }

    /// <summary>What kind of registration this is.</summary>
    public required IpcRegistrationKind Kind { get; init; }

    /// <summary>What error texts and logs call it: <c>NotesHandler.AddAsync</c>.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The parameters that take the page's arguments, in order.</summary>
    public IReadOnlyList<IpcParameter> Parameters
    {
        get;
        init
        {
            field = value;
            TakesBoundArguments = value.Count > 0 && value.All(parameter => parameter.Reader is not null);
        }
    } = [];

    /// <summary>Whether the arguments can be bound before the invoker asks for them: it asks for these and for nothing else.</summary>
    internal bool TakesBoundArguments { get; private init; }

    /// <summary>
    /// Whether the invoker is known to bind each of the parameters once, through <see cref="IpcCall"/> and before it does anything else.
    /// What is registered by hand may do as it likes.
    /// </summary>
    internal bool BindsFirst { get; init; }

    /// <summary>Runs it.</summary>
    public required IpcInvoker Invoker { get; init; }

    /// <summary>Which senders it accepts. The main frame of the app's own origin alone by default.</summary>
    public IpcSenderPolicy SenderPolicy { get; init; } = IpcSenderPolicy.Default;

    /// <summary>Whether a listener goes before the others of its channel.</summary>
    public bool IsPrepended { get; init; }

    /// <summary>The user's delegate, by which <see cref="IIpcMain.Off"/> finds it; null for a handler class's method.</summary>
    public Delegate? Listener { get; init; }
}
