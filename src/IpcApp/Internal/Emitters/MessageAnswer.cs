namespace IpcApp.Internal.Emitters;

/// <summary>The answer that a page waits for in <c>invoke</c> or <c>sendSync</c>. The first one counts. Thread-safe.</summary>
internal abstract class MessageAnswer
{
    public abstract bool IsAnswered { get; }

    /// <summary>Writes and sends a result.</summary>
    /// <returns>False if there was an answer already.</returns>
    /// <exception cref="IpcCloneException">The value cannot be cloned; nothing was sent.</exception>
    public abstract bool Accept<T>(T value);

    /// <summary>Rejects the page's promise, or answers <c>{ error: text }</c> to a <c>sendSync</c>.</summary>
    /// <returns>False if there was an answer already.</returns>
    public abstract bool Fail(string text);
}
