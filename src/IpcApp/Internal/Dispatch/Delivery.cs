using IpcApp.Internal.Scheduling;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// One message on its way through its listeners. Event and arguments are made for the first of them and shared by all (S10).
/// </summary>
internal sealed class Delivery(IncomingMessage message, ArgumentReader reader)
{
    private IpcMainEvent? _event;
    private IpcArguments? _arguments;

    public IncomingMessage Message => message;

    /// <summary>
    /// The event, which takes the message's ports. Read <see cref="Arguments"/> first: where they cannot be read, the ports are still the
    /// message's, and are closed with it.
    /// </summary>
    public IpcMainEvent Event => _event ??= new IpcMainEvent(
        message.Channel,
        message.Document,
        message.Sender,
        message.Reply,
        message.Document.Stopping)
    {
        Ports = message.Ports?.Take() ?? [],
    };

    /// <exception cref="OverloadException">There is no room for them.</exception>
    /// <exception cref="IpcCloneException">The bytes are malformed.</exception>
    public IpcArguments Arguments => _arguments ??= reader.Read(message);

    /// <summary>True once a listener was called.</summary>
    public bool IsHeard => _event is not null;

    /// <summary>Whether a listener would have been called for another sender.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The listeners that have not come to their end; null if there are none.</summary>
    public List<Task>? Running { get; private set; }

    public void Add(Task listener) => (Running ??= []).Add(listener);
}
