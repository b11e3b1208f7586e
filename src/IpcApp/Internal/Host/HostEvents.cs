namespace IpcApp.Internal.Host;

/// <summary>What the host reports that concerns the app as a whole. Raised on the reader: subscribers must not block.</summary>
internal sealed class HostEvents
{
    /// <summary>A window, or the app, opened, closed or wants to quit.</summary>
    public event Action<HostNotice>? Noticed;

    public void Raise(HostNotice notice) => Noticed?.Invoke(notice);
}
