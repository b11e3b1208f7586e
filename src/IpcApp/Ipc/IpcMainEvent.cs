using System.Runtime.CompilerServices;
using IpcApp.Internal.Emitters;

namespace IpcApp;

/// <summary>
/// The event of an <c>ipcRenderer.send</c>, <c>sendSync</c> or <c>postMessage</c>, as listeners registered with
/// <see cref="IIpcMain.On(string, IpcMainListener)"/> receive it.
/// </summary>
public sealed class IpcMainEvent : IpcEvent
{
    internal IpcMainEvent(
        string channel, IMessageSource source, IpcSenderInfo senderInfo, MessageAnswer? answer, CancellationToken aborted)
        : base(channel, source, senderInfo, aborted)
        => Answer = answer;

    /// <summary>Whether a page is blocked in <c>sendSync</c> until <see cref="ReturnValue"/> is assigned.</summary>
    public bool IsSync => Answer is not null;

    /// <summary>
    /// The ports that came with a <c>postMessage</c>, not started yet; empty if there are none, and for other kinds of message. One
    /// that is not kept alive closes.
    /// </summary>
    public IReadOnlyList<MessagePortMain> Ports { get; internal init; } = [];

    /// <summary>
    /// Answers <c>sendSync</c>. The first assignment wins and is sent at once; it may come late, from any thread.
    /// On another kind of message it does nothing. Reading gives undefined.
    /// </summary>
    /// <exception cref="IpcCloneException">
    /// The value cannot be cloned. Nothing was sent, so that another value can still be assigned.
    /// </exception>
    public object? ReturnValue
    {
        get => IpcValue.Undefined;
        set => Answer?.Accept(value);
    }

    internal MessageAnswer? Answer { get; }

    /// <summary>
    /// Answers <c>sendSync</c> like <see cref="ReturnValue"/>, written by the static type, and tells whether this was the answer. Thread-safe.
    /// </summary>
    /// <typeparam name="T">The type by which the value is written.</typeparam>
    /// <param name="value">The answer.</param>
    /// <returns>False if the call had its answer already, or if this is another kind of message.</returns>
    /// <exception cref="IpcCloneException">
    /// The value cannot be cloned. Nothing was sent, so that another value can still be returned.
    /// </exception>
    public bool TryReturn<T>(T value) => Answer?.Accept(value) ?? false;

    /// <summary>
    /// Sends a message to the frame that sent this one. It goes nowhere, silently, if the frame is gone. On a
    /// <c>sendSync</c> it is an ordinary message and does not answer the call.
    /// </summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive, each as an argument of its own. An array as the only one is one argument: to send its elements, name
    /// the parameter (<c>arguments: items</c>). A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    /// <exception cref="ArgumentNullException">The channel is null and the frame is still there; begins with Electron's text.</exception>
    public void Reply(string channel, params object?[] arguments) => Source.Reply(channel, arguments);

    /// <summary>Sends a message with one argument to the frame that sent this one; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="Reply(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="argument">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    [OverloadResolutionPriority(1)]
    public void Reply(string channel, object? argument) => Source.Reply(channel, [argument]);
}
