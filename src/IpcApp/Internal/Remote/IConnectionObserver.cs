using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>A part of the app that lives with the connection to Electron. All members are called one after another, and must not block.</summary>
internal interface IConnectionObserver
{
    /// <summary>The app is ready: what is sent from now on comes after Electron's configuration and the bindings that there are.</summary>
    /// <param name="link">The way to Electron; null if the app runs without one.</param>
    void Connected(IElectronLink? link);

    /// <summary>A control message that concerns neither frames nor the log. On the reader.</summary>
    void Noticed(ElectronNotice notice);

    /// <summary>The connection has ended.</summary>
    void Ended();
}
