using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Composition;

/// <summary>The parts of the app that live with the connection, called in the order of their registration.</summary>
internal sealed class ConnectionObservers(IEnumerable<IConnectionObserver> observers, ElectronNotices notices)
{
    private readonly IConnectionObserver[] _observers = [.. observers];

    /// <summary>From now on observers get the control messages of the connection.</summary>
    public void Attach() => notices.Noticed += Noticed;

    public void Detach() => notices.Noticed -= Noticed;

    /// <inheritdoc cref="IConnectionObserver.Connected"/>
    public void Connected(IElectronLink? link)
    {
        foreach (var observer in _observers)
        {
            observer.Connected(link);
        }
    }

    /// <inheritdoc cref="IConnectionObserver.Ended"/>
    public void Ended()
    {
        foreach (var observer in _observers)
        {
            observer.Ended();
        }
    }

    private void Noticed(ElectronNotice notice)
    {
        foreach (var observer in _observers)
        {
            observer.Noticed(notice);
        }
    }
}
