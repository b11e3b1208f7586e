using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;

namespace IpcApp;

/// <summary>
/// The event of an <c>ipcRenderer.send</c>, <c>sendSync</c> or <c>postMessage</c>, as listeners registered with
/// <see cref="IIpcMain.On(string, IpcMainListener)"/> receive it.
/// </summary>
public sealed class IpcMainEvent : IpcEvent
{
    private readonly SyncAnswer? _answer;

    internal IpcMainEvent(
        string channel, FrameDocument document, IpcSenderInfo senderInfo, SyncAnswer? answer, CancellationToken aborted)
        : base(channel, document, senderInfo, aborted)
        => _answer = answer;

    /// <summary>Whether a page is blocked in <c>sendSync</c> until <see cref="ReturnValue"/> is assigned.</summary>
    public bool IsSync => _answer is not null;

    /// <summary>
    /// The ports that came with a <c>postMessage</c>, not started yet; empty if there are none, and for other kinds of message (S127). One
    /// that nobody keeps closes (S138).
    /// </summary>
    public IReadOnlyList<MessagePortMain> Ports { get; internal init; } = [];

    /// <summary>
    /// Answers <c>sendSync</c>. The first assignment wins and is sent at once; it may come late, from any thread (S62 to S66).
    /// On another kind of message it does nothing (S68). Reading gives undefined (S67).
    /// </summary>
    /// <exception cref="IpcCloneException">
    /// The value cannot be cloned. Nothing was sent, so that another value can still be assigned.
    /// </exception>
    public object? ReturnValue
    {
        get => IpcValue.Undefined;
        set => _answer?.Accept(value);
    }

    /// <summary>
    /// Sends a message to the frame that sent this one (S84). It goes nowhere, silently, if the frame is gone (S86). On a
    /// <c>sendSync</c> it is an ordinary message and does not answer the call (S90).
    /// </summary>
    /// <param name="channel">The channel the page listens on.</param>
    /// <param name="arguments">
    /// What the page's listeners receive. A value that cannot be cloned is logged, and nothing is sent (S79).
    /// </param>
    public void Reply(string channel, params object?[] arguments) => Document.Send(channel, arguments);
}
