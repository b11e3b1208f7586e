using System.Diagnostics.CodeAnalysis;
using IpcApp.Testing.Internal.Events;

namespace IpcApp.Testing;

/// <summary>A single event for calling one handler method directly, with no app: what both kinds have in common.</summary>
/// <remarks>
/// Thread-safe. The event is the runtime's own, and what the handler sends goes through the real codec to a page that only records it. The
/// sender policy is not asked, arguments are not bound, and no scope is made: test those with <see cref="IpcTestApp"/>.
/// </remarks>
[SuppressMessage(
    "Design",
    "CA1001:Types that own disposable fields should be disposable",
    Justification = "A token source without a timer holds nothing, and a test's event is to need no using.")]
public abstract class FakeIpcEvent
{
    private readonly CancellationTokenSource _aborted = new();

    private protected FakeIpcEvent(string channel, EventSender sender)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Channel = channel;
        EventSender = sender;
    }

    /// <summary>The channel it came on.</summary>
    public string Channel { get; }

    /// <summary>Who sent it.</summary>
    public FakeSender Sender => EventSender.Sender;

    /// <summary>
    /// The messages that have reached the document that sent the event, in order: by <see cref="IpcMainEvent.Reply(string, object?[])"/>, by
    /// <see cref="IpcEvent.SenderFrame"/>, and for a main frame by <see cref="IpcEvent.Sender"/> as well.
    /// </summary>
    /// <exception cref="IpcTestException">A message could not be sent; the text names Electron's error.</exception>
    public IReadOnlyList<FakeMessage> Replies => Complete(EventSender.Replies);

    /// <summary>
    /// The messages that have reached the main frame of the sender's window, by <see cref="WebContents.Send(string, object?[])"/> of
    /// <see cref="IpcEvent.Sender"/> or otherwise, whatever document it shows.
    /// </summary>
    /// <exception cref="IpcTestException">A message could not be sent; the text names Electron's error.</exception>
    public IReadOnlyList<FakeMessage> SentToMainFrame => Complete(EventSender.ToMainFrame);

    internal EventSender EventSender { get; }

    private protected CancellationToken Aborted => _aborted.Token;

    /// <summary>Those of <see cref="Replies"/> on one channel.</summary>
    /// <param name="channel">The channel.</param>
    /// <exception cref="IpcTestException">A message could not be sent; the text names Electron's error.</exception>
    public IReadOnlyList<FakeMessage> RepliesOn(string channel) => Complete(EventSender.Inbox.Received(channel));

    /// <summary>Takes the next reply on a channel, also one that is sent only later, and reads its first argument.</summary>
    /// <typeparam name="T">What to read the argument as.</typeparam>
    /// <param name="channel">The channel.</param>
    /// <param name="timeout">How long to wait; 10 seconds by default.</param>
    /// <exception cref="TimeoutException">None came.</exception>
    /// <exception cref="IpcTestException">None came, and a message could not be sent.</exception>
    public async Task<T> NextReplyAsync<T>(string channel, TimeSpan? timeout = null)
        => (await NextReplyAsync(channel, timeout).ConfigureAwait(false)).Get<T>(0);

    /// <summary>Takes the next reply on a channel, with all its arguments and ports.</summary>
    /// <inheritdoc cref="NextReplyAsync{T}"/>
    public async Task<FakeMessage> NextReplyAsync(string channel, TimeSpan? timeout = null)
    {
        try
        {
            return await EventSender.Inbox.NextAsync(channel, timeout ?? TimeSpan.FromSeconds(10)).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            EventSender.ThrowIfErrors();
            throw;
        }
    }

    /// <summary>
    /// The errors that an app would have in its log by now, and which no test has taken yet: messages that could not be cloned, or were sent
    /// to a frame that is gone.
    /// </summary>
    public IReadOnlyList<string> TakeErrors() => EventSender.Errors.Take();

    /// <summary>Fires <see cref="IpcEvent.Aborted"/>, as the end of the app does. What is registered on it has run when this returns.</summary>
    /// <exception cref="AggregateException">Callbacks on the token threw.</exception>
    public void Abort() => _aborted.Cancel();

    /// <summary>
    /// The sending frame navigates: <see cref="IpcEvent.SenderFrame"/> is null from now on, and replies go nowhere. An
    /// <c>invoke</c> is aborted, other messages are not.
    /// </summary>
    public void Leave() => EventSender.Leave();

    /// <summary>The sender's window closes: <see cref="IpcEvent.Sender"/> is destroyed as well. An <c>invoke</c> is aborted.</summary>
    public void CloseWindow() => EventSender.CloseWindow();

    private IReadOnlyList<FakeMessage> Complete(IReadOnlyList<FakeMessage> messages)
    {
        EventSender.ThrowIfErrors();
        return messages;
    }
}
