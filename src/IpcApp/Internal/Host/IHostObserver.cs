namespace IpcApp.Internal.Host;

/// <summary>A part of the app that lives with the connection to the host. All members are called one after another, and must not block.</summary>
internal interface IHostObserver
{
    /// <summary>The app is ready: what is sent from now on comes after the host's configuration and the bindings that there are.</summary>
    /// <param name="link">The way to the host; null if the app runs without one.</param>
    void Connected(IHostLink? link);

    /// <summary>A control message that concerns neither frames nor the log. On the reader.</summary>
    void Noticed(HostNotice notice);

    /// <summary>The connection has ended.</summary>
    void Ended();
}
