using System.Runtime.CompilerServices;
using IpcApp.Infrastructure;

namespace IpcApp;

/// <summary>A listener that takes the arguments as they came.</summary>
/// <param name="e">The event.</param>
/// <param name="arguments">All arguments of the page.</param>
public delegate void IpcMainListener(IpcMainEvent e, IpcArguments arguments);

/// <summary>A handler that takes the arguments as they came.</summary>
/// <param name="e">The event.</param>
/// <param name="arguments">All arguments of the page.</param>
/// <returns>The answer. Its run-time type decides how it is written.</returns>
public delegate ValueTask<object?> IpcMainInvokeHandler(IpcMainInvokeEvent e, IpcArguments arguments);

/// <summary>
/// Electron's <c>ipcMain</c>: the listeners and handlers of one emitter. From dependency injection it is the global one, which
/// receives the messages of all frames; <see cref="WebContents.Ipc"/> and <see cref="WebFrameMain.Ipc"/> receive those of one window
/// and of one frame. A message goes to the frame's listeners first, then to the window's, then to the global ones; a call goes to
/// the first of the three that has a handler for its channel.
/// </summary>
/// <remarks>
/// Thread-safe; changes made while a message is delivered count from the next message on. Typed forms that bind the page's
/// arguments to parameters are in <see cref="IpcMainExtensions"/>. Handler classes (<see cref="IIpcHandler"/>) are the usual way to
/// register; this one is for what is only known at run time. Channel names that begin with <c>ipcapp:</c> are reserved, and nothing can
/// listen on <c>newListener</c> and <c>removeListener</c>, Node's own events.
/// </remarks>
public interface IIpcMain
{
    /// <summary>Adds a listener for <c>send</c>, <c>sendSync</c> and <c>postMessage</c> after the channel's others.</summary>
    /// <param name="channel">The channel, compared exactly.</param>
    /// <param name="listener">The listener.</param>
    /// <returns>Removes this registration when disposed. Disposing twice, or after <see cref="Off"/>, does nothing.</returns>
    IDisposable On(string channel, IpcMainListener listener);

    /// <summary>Adds an asynchronous listener. The page does not wait for its task; a fault is logged.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable On(string channel, Func<IpcMainEvent, IpcArguments, Task> listener);

    /// <summary>The same as <see cref="On(string, IpcMainListener)"/>.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable AddListener(string channel, IpcMainListener listener);

    /// <summary>Adds a listener before the channel's others.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable PrependListener(string channel, IpcMainListener listener);

    /// <summary>Adds a listener for one message before the channel's others. It is removed before it runs.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable PrependOnceListener(string channel, IpcMainListener listener);

    /// <summary>Adds a listener for one message. It is removed before it runs.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable Once(string channel, IpcMainListener listener);

    /// <summary>Adds an asynchronous listener for one message. It is removed before it runs.</summary>
    /// <inheritdoc cref="On(string, IpcMainListener)"/>
    IDisposable Once(string channel, Func<IpcMainEvent, IpcArguments, Task> listener);

    /// <summary>
    /// Removes one registration of a listener, the newest, also one made with <see cref="Once(string, IpcMainListener)"/>.
    /// Unknown ones are ignored.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="listener">The delegate that was registered, by any form of <c>On</c>, or one equal to it.</param>
    void Off(string channel, Delegate listener);

    /// <summary>The same as <see cref="Off"/>.</summary>
    /// <inheritdoc cref="Off"/>
    void RemoveListener(string channel, Delegate listener);

    /// <summary>Removes all listeners of a channel, or of all channels. Handlers stay.</summary>
    /// <param name="channel">The channel, or null for all.</param>
    void RemoveAllListeners(string? channel = null);

    /// <summary>Sets the one handler that answers <c>invoke</c> on a channel.</summary>
    /// <param name="channel">The channel, compared exactly.</param>
    /// <param name="handler">The handler.</param>
    /// <returns>Removes this handler when disposed, and only this one: a later handler of the channel stays.</returns>
    /// <exception cref="InvalidOperationException">The channel has a handler already; that one stays.</exception>
    IDisposable Handle(string channel, IpcMainInvokeHandler handler);

    /// <summary>Sets a handler for one call. It is removed before it runs.</summary>
    /// <inheritdoc cref="Handle"/>
    IDisposable HandleOnce(string channel, IpcMainInvokeHandler handler);

    /// <summary>Removes the handler of a channel, if there is one. Calls already started still answer.</summary>
    /// <param name="channel">The channel.</param>
    void RemoveHandler(string channel);

    /// <summary>
    /// How many listeners a channel may have here before one warning says that some are probably never removed. 10 by default;
    /// 0 for no limit. Delivery is not affected.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    int MaxListeners { get; set; }

    /// <summary>How many listeners a channel has here. Electron's own one on <c>error</c> does not exist in .NET.</summary>
    /// <param name="channel">The channel.</param>
    int ListenerCount(string channel);

    /// <summary>The channels that have a listener here, in the order in which they got their first. Handlers are not counted.</summary>
    IReadOnlyList<string> EventNames();

    /// <summary>Whether a channel has a handler here. Electron cannot be asked.</summary>
    /// <param name="channel">The channel.</param>
    bool HasHandler(string channel);

    /// <summary>
    /// All that is registered here now: the listeners of each channel in the order of delivery, then the handlers. Electron cannot be asked.
    /// </summary>
    IReadOnlyList<IpcRegistration> GetRegistrations();

    /// <summary>
    /// Calls the listeners of a channel on this emitter alone, one after another on this thread, each to its first incomplete await.
    /// It reaches no handler, and no page.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="e">The event that they get.</param>
    /// <param name="arguments">
    /// The arguments, cloned as a page's would be. An array as the only one is one argument: to give its elements, name the parameter
    /// (<c>arguments: items</c>).
    /// </param>
    /// <returns>Whether there were any listeners.</returns>
    /// <exception cref="IpcCloneException">An argument cannot be cloned; no listener was called.</exception>
    /// <exception cref="Exception">What a listener threw; those after it are not called.</exception>
    bool Emit(string channel, IpcMainEvent e, params object?[] arguments);

    /// <summary>Calls the listeners of a channel on this emitter with one argument; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="Emit(string, IpcMainEvent, object?[])"/>
    /// <param name="channel"/>
    /// <param name="e"/>
    /// <param name="argument">The argument, cloned as a page's would be.</param>
    [OverloadResolutionPriority(1)]
    bool Emit(string channel, IpcMainEvent e, object? argument) => Emit(channel, e, arguments: [argument]);

    /// <summary>
    /// This emitter, seen so that what is registered through the result accepts the senders of a policy instead of the default's. All else,
    /// such as removing and counting, is the same as on this one.
    /// </summary>
    /// <param name="policy">The senders to accept.</param>
    /// <example><code>ipcMain.WithSenderPolicy(IpcSenderPolicy.Default.AllowSubFrames()).Handle("size", (e, a) => …);</code></example>
    IIpcMain WithSenderPolicy(IpcSenderPolicy policy);

    /// <summary>Adds a registration of any kind. The other members and generated code end here; seldom useful by hand.</summary>
    /// <param name="registration">The registration.</param>
    /// <returns>Removes the registration when disposed.</returns>
    /// <exception cref="InvalidOperationException">The channel has a handler already, and this is another.</exception>
    IDisposable Register(IpcRegistration registration);
}
