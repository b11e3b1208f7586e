namespace IpcApp.Internal.Dispatch;

/// <summary>
/// One message on its way through its listeners. Event and arguments are made for the first of them and shared by all (S10).
/// </summary>
internal sealed class Delivery(IncomingMessage message, ArgumentReader reader)
{
    private IpcMainEvent? _event;
    private IpcArguments? _arguments;

    public IncomingMessage Message => message;

    public IpcMainEvent Event => _event ??= new IpcMainEvent(
        message.Channel,
        message.Document,
        message.Sender,
        message.Reply is { } reply ? new SyncAnswer(reply) : null,
        message.Document.Stopping)
    {
        Ports = message.Ports?.Take() ?? [],
    };

    public IpcArguments Arguments => _arguments ??= reader.Read(message);

    /// <summary>Whether anybody was called.</summary>
    public bool IsHeard => _event is not null;

    /// <summary>Whether somebody would have been called, had the sender been another.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The listeners that have not come to their end; null if there are none.</summary>
    public List<Task>? Running { get; private set; }

    public void Add(Task listener) => (Running ??= []).Add(listener);
}
