namespace IpcApp.Internal.Dispatch;

/// <summary>Where a handler's result goes. The first one counts.</summary>
internal abstract class IpcResultSink
{
    /// <summary>Writes and sends the result.</summary>
    /// <exception cref="IpcCloneException">The value cannot be cloned; nothing was sent.</exception>
    public abstract void Accept<T>(T value);
}
