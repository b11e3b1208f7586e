using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>
/// The subscribers of an event that has an effect by being heard: Electron's side is told of the first and of the end of the last.
/// Thread-safe.
/// </summary>
/// <param name="name">Electron's name of the event.</param>
internal sealed class SubscribedEvent(string name)
{
    private readonly Lock _gate = new();
    private IElectronLink? _link;
    private bool _isReported;

    public EventHandler? Subscribers { get; private set; }

    public void Add(EventHandler? subscriber) => Change(() => Subscribers += subscriber);

    public void Remove(EventHandler? subscriber) => Change(() => Subscribers -= subscriber);

    /// <param name="link">A connection that knows of no subscriber yet; null if there is none.</param>
    public void Connected(IElectronLink? link) => Change(() => (_link, _isReported) = (link, false));

    private void Change(Action change)
    {
        lock (_gate) // what is reported last is what is so
        {
            change();
            var isHeard = Subscribers is not null;
            if (_link is not null && isHeard != _isReported)
            {
                _isReported = isHeard;
                _link.Send(MessageKind.Control, 0, 0, ControlMessage.Hear(name, isHeard).ToPayload());
            }
        }
    }
}
