using IpcApp.Testing.Internal.Events;

namespace IpcApp.Testing;

/// <summary>
/// A single <see cref="IpcMainInvokeEvent"/>, of an <c>ipcRenderer.invoke</c>, for calling a handler directly: hand it over where the method
/// wants the event. The handler's answer is what the method returns.
/// </summary>
/// <inheritdoc cref="FakeIpcEvent" path="/remarks"/>
/// <example>
/// <code>
/// var e = FakeIpcMainInvokeEvent.For("notes:all").From(FakeSender.OwnIframe).Build();
/// var notes = await new NotesHandler(store).AllAsync(e, e.Event.Aborted);
/// </code>
/// </example>
public sealed class FakeIpcMainInvokeEvent : FakeIpcEvent
{
    /// <summary>The event of an <c>invoke</c>.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="sender">Who sends it; by default <see cref="FakeSender.OwnMainFrame"/>.</param>
    public FakeIpcMainInvokeEvent(string channel, FakeSender? sender = null)
        : this(channel, new EventSender(sender ?? FakeSender.OwnMainFrame, null))
    {
    }

    internal FakeIpcMainInvokeEvent(string channel, EventSender sender)
        : base(channel, sender)
    {
        Event = new IpcMainInvokeEvent(channel, sender.Document, sender.Info, Aborted);
        sender.WhenGone(Abort); // the page no longer waits for the answer (S58)
    }

    /// <summary>The event itself, for where it does not convert by itself.</summary>
    public IpcMainInvokeEvent Event { get; }

    /// <summary>Hands the event over.</summary>
    /// <param name="e">The double.</param>
    public static implicit operator IpcMainInvokeEvent(FakeIpcMainInvokeEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return e.Event;
    }

    /// <summary>Begins an event of another sender than the own main frame.</summary>
    /// <param name="channel">The channel.</param>
    public static FakeIpcMainInvokeEventBuilder For(string channel) => new(channel);
}
