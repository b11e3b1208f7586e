using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>What the frame's page hears.</summary>
public sealed partial class FakeFrame
{
    private readonly PageListeners _listeners;

    /// <summary>Called for every message of every channel as it arrives; null for none.</summary>
    internal Action<FakeMessage>? Arrived { get; set; }

    /// <summary>
    /// <c>ipcRenderer.on</c>: calls a listener for each message that main sends to this frame on a channel from now on. The messages are
    /// in <see cref="Received"/> and for <see cref="NextAsync{T}"/> nevertheless. As a preload's it hears every document of the frame.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="listener">
    /// The listener. Those of one frame run one after another, in the order of arrival, as on a page's event loop: on the thread that has
    /// sent the message, before the sending returns, so that they must not block; what was posted they get on a thread of the pool. What one
    /// throws, such as a failed assertion, is thrown by the next <see cref="NextAsync{T}"/> or <see cref="IpcTestApp.WhenIdleAsync"/>, or at
    /// last by <see cref="IpcTestApp.DisposeAsync"/>; no handler sees it.
    /// </param>
    /// <returns>Removes the listener when disposed.</returns>
    public IDisposable On(string channel, Action<FakeMessage> listener) => Add(channel, Synchronous(listener), isOnce: false);

    /// <summary>
    /// The same with an asynchronous listener. The next message does not wait for its task; <see cref="IpcTestApp.WhenIdleAsync"/> does.
    /// </summary>
    /// <inheritdoc cref="On(string, Action{FakeMessage})"/>
    public IDisposable On(string channel, Func<FakeMessage, Task> listener) => Add(channel, listener, isOnce: false);

    /// <summary><c>ipcRenderer.once</c>: calls a listener for one message. It is removed before it runs.</summary>
    /// <inheritdoc cref="On(string, Action{FakeMessage})"/>
    public IDisposable Once(string channel, Action<FakeMessage> listener) => Add(channel, Synchronous(listener), isOnce: true);

    /// <summary>The same with an asynchronous listener.</summary>
    /// <inheritdoc cref="On(string, Func{FakeMessage, Task})"/>
    public IDisposable Once(string channel, Func<FakeMessage, Task> listener) => Add(channel, listener, isOnce: true);

    internal void Deliver(FakeMessage message) => _listeners.Deliver(message, Record);

    private static Func<FakeMessage, Task> Synchronous(Action<FakeMessage> listener)
    {
        ArgumentNullException.ThrowIfNull(listener);
        return message =>
        {
            listener(message);
            return Task.CompletedTask;
        };
    }

    private void Record(FakeMessage message)
    {
        Traffic.ToPage(message);
        _inbox.Deliver(message);
        Arrived?.Invoke(message);
    }

    private IDisposable Add(string channel, Func<FakeMessage, Task> listener, bool isOnce)
    {
        ArgumentNullException.ThrowIfNull(channel);
        ArgumentNullException.ThrowIfNull(listener);
        return _listeners.Add(channel, listener, isOnce);
    }
}
