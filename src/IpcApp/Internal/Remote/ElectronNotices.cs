using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Remote;

/// <summary>What Electron reports that concerns the app as a whole. Raised on the reader: subscribers must not block.</summary>
internal sealed class ElectronNotices
{
    /// <summary>A window, or the app, opened, closed or wants to quit.</summary>
    public event Action<ElectronNotice>? Noticed;

    public void Raise(ElectronNotice notice) => Noticed?.Invoke(notice);
}
