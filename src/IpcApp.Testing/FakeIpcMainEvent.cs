using IpcApp.Internal.Emitters;
using IpcApp.Testing.Internal;
using IpcApp.Testing.Internal.Events;

namespace IpcApp.Testing;

/// <summary>
/// A single <see cref="IpcMainEvent"/>, of an <c>ipcRenderer.send</c>, <c>sendSync</c> or <c>postMessage</c>, for calling a listener directly:
/// hand it over where the method wants the event.
/// </summary>
/// <inheritdoc cref="FakeIpcEvent" path="/remarks"/>
/// <example>
/// <code>
/// var e = new FakeIpcMainEvent("notes:draft");
/// new NotesHandler(store).Draft(e, "Hello");
/// Assert.Equal("Hello", e.RepliesOn("notes:draft-saved")[0].Get&lt;string&gt;(0));
/// </code>
/// </example>
public sealed class FakeIpcMainEvent : FakeIpcEvent
{
    private readonly Task<CallAnswer>? _answered;

    /// <summary>The event of a <c>send</c>. For another kind of message, begin with <see cref="For"/>.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="sender">Who sends it; by default <see cref="FakeSender.OwnMainFrame"/>.</param>
    public FakeIpcMainEvent(string channel, FakeSender? sender = null)
        : this(channel, new EventSender(sender ?? FakeSender.OwnMainFrame, null), isSync: false, [])
    {
    }

    internal FakeIpcMainEvent(string channel, EventSender sender, bool isSync, IReadOnlyList<MessagePortMain> ports)
        : base(channel, sender)
    {
        MessageAnswer? answer = null;
        if (isSync)
        {
            (answer, _answered) = sender.Host.BeginSync(sender.Frame, channel);
        }

        Event = new IpcMainEvent(channel, sender.Document, sender.Info, answer, Aborted) { Ports = ports };
    }

    /// <summary>The event itself, for where it does not convert by itself.</summary>
    public IpcMainEvent Event { get; }

    /// <summary>Gets a value that indicates whether the <c>sendSync</c> has been answered. Always <see langword="false"/> for other kinds of message.</summary>
    public bool HasReturned => _answered is { IsCompleted: true };

    /// <summary>Hands the event over.</summary>
    /// <param name="e">The double.</param>
    public static implicit operator IpcMainEvent(FakeIpcMainEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.Event;
    }

    /// <summary>Begins an event that is more than an ordinary <c>send</c> of the own main frame.</summary>
    /// <param name="channel">The channel.</param>
    public static FakeIpcMainEventBuilder For(string channel) => new(channel);

    /// <summary>Returns the value that the page's <c>sendSync</c> receives: the first one that the listener gave.</summary>
    /// <typeparam name="T">What to read it as. <see cref="IpcValue"/> takes any.</typeparam>
    /// <exception cref="IpcTestException">There is none yet, or the event is no <c>sendSync</c>.</exception>
    /// <exception cref="IpcBindingException">It is something else.</exception>
    public T ReturnValue<T>()
        => Sync is { IsCompleted: true } answered
            ? Read<T>(answered.Result.Value)
            : throw new IpcTestException(EventSender.WithTrace(
                $"No listener has answered the sendSync on '{Channel}' yet: neither ReturnValue was assigned nor TryReturn called. "
                + $"For an answer that comes later, await {nameof(ReturnValueAsync)}."));

    /// <summary>Waits for what the page's <c>sendSync</c> returns.</summary>
    /// <typeparam name="T">What to read it as. <see cref="IpcValue"/> takes any.</typeparam>
    /// <param name="timeout">How long to wait; 10 seconds by default.</param>
    /// <exception cref="TimeoutException">There was no answer in time.</exception>
    /// <exception cref="IpcTestException">The event is no <c>sendSync</c>.</exception>
    /// <exception cref="IpcBindingException">It is something else.</exception>
    public async Task<T> ReturnValueAsync<T>(TimeSpan? timeout = null)
    {
        var patience = timeout ?? TimeSpan.FromSeconds(10);
        try
        {
            return Read<T>((await Sync.WaitAsync(patience).ConfigureAwait(false)).Value);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(EventSender.WithTrace(
                $"No listener has answered the sendSync on '{Channel}' within {patience.TotalSeconds:0.#} s."));
        }
    }

    private Task<CallAnswer> Sync => _answered ?? throw new IpcTestException(
        $"The event on '{Channel}' is no sendSync, so that nothing can be returned (S68). Build it with {nameof(FakeIpcMainEvent)}.{nameof(For)}"
        + $"(\"{Channel}\").{nameof(FakeIpcMainEventBuilder.Sync)}().");

    private T Read<T>(IpcValue value) => EventSender.Host.Read<T>(value, $"the answer to '{Channel}'");
}
