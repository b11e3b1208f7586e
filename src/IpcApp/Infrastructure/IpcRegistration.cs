using System.ComponentModel;

namespace IpcApp.Infrastructure;

/// <summary>Runs one handler for one message: binds the arguments, creates the handler, calls it, hands over the result.</summary>
/// <param name="call">The message and the means to answer it.</param>
/// <returns>A task that ends when the handler's own task has ended.</returns>
public delegate ValueTask IpcInvoker(IpcCall call);

/// <summary>A parameter that takes an argument of the page.</summary>
/// <param name="Name">The parameter's name in C#, used in error texts.</param>
/// <param name="Type">The declared type.</param>
/// <param name="IsRequired">False if null and undefined are accepted, or a missing argument has a default.</param>
public sealed record IpcParameter(string Name, Type Type, bool IsRequired);

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
    public IReadOnlyList<IpcParameter> Parameters { get; init; } = [];

    /// <summary>Runs it.</summary>
    public required IpcInvoker Invoker { get; init; }

    /// <summary>Which senders it accepts. The main frame of the app's own origin alone by default.</summary>
    public IpcSenderPolicy SenderPolicy { get; init; } = IpcSenderPolicy.Default;

    /// <summary>Whether a listener goes before the others of its channel (S1).</summary>
    public bool IsPrepended { get; init; }

    /// <summary>The user's delegate, by which <see cref="IIpcMain.Off"/> finds it; null for a handler class's method.</summary>
    public Delegate? Listener { get; init; }
}
