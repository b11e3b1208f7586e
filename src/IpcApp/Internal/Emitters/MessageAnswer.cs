namespace IpcApp.Internal.Emitters;

/// <summary>Where a handler's result goes. The first one counts.</summary>
internal abstract class MessageAnswer
{
    /// <summary>Writes and sends the result.</summary>
    /// <returns>False if there was a result already.</returns>
    /// <exception cref="IpcCloneException">The value cannot be cloned; nothing was sent.</exception>
    public abstract bool Accept<T>(T value);
}
