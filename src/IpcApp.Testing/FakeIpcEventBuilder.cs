using IpcApp.Testing.Internal.Events;

namespace IpcApp.Testing;

/// <summary>Builds a single event. Each member changes the builder and gives it back.</summary>
/// <typeparam name="TBuilder">The builder's own type.</typeparam>
/// <remarks>For one thread at a time. It can build several events; only those that <see cref="FromSenderOf"/> names share a sender.</remarks>
public abstract class FakeIpcEventBuilder<TBuilder>
    where TBuilder : FakeIpcEventBuilder<TBuilder>
{
    private FakeSender _sender = FakeSender.OwnMainFrame;
    private EventSender? _shared;
    private IpcSerializerOptions? _options;

    private protected FakeIpcEventBuilder(string channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        Channel = channel;
    }

    private protected string Channel { get; }

    /// <summary>Says who sends it; without this it is <see cref="FakeSender.OwnMainFrame"/>.</summary>
    /// <param name="sender">The sender. It is a frame and a window of its own for each event.</param>
    public TBuilder From(FakeSender sender)
    {
        ArgumentNullException.ThrowIfNull(sender);
        (_sender, _shared) = (sender, null);
        return (TBuilder)this;
    }

    /// <summary>
    /// Lets the very frame send it that sent another event: <see cref="IpcEvent.Sender"/> and <see cref="IpcEvent.SenderFrame"/> are the same
    /// objects, and the replies to both are recorded in both.
    /// </summary>
    /// <param name="other">The other event.</param>
    public TBuilder FromSenderOf(FakeIpcEvent other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _shared = other.EventSender;
        return (TBuilder)this;
    }

    /// <summary>Uses the app's own settings for values; without this, and with <see cref="FromSenderOf"/>, none are used.</summary>
    /// <param name="options">The settings. Later changes of them have no effect on events that are built already.</param>
    public TBuilder Using(IpcSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        return (TBuilder)this;
    }

    private protected EventSender Sender() => _shared ?? new EventSender(_sender, _options);
}

/// <summary>Builds a <see cref="FakeIpcMainEvent"/>.</summary>
/// <inheritdoc cref="FakeIpcEventBuilder{TBuilder}" path="/remarks"/>
public sealed class FakeIpcMainEventBuilder : FakeIpcEventBuilder<FakeIpcMainEventBuilder>
{
    private bool _isSync;
    private IReadOnlyList<MessagePortMain> _ports = [];

    internal FakeIpcMainEventBuilder(string channel)
        : base(channel)
    {
    }

    /// <summary>Makes it a <c>sendSync</c>: the page is blocked until <see cref="IpcMainEvent.ReturnValue"/> is assigned.</summary>
    public FakeIpcMainEventBuilder Sync()
    {
        _isSync = true;
        return this;
    }

    /// <summary>Makes it a <c>postMessage</c> with ports. A test plays the page by the other end of each.</summary>
    /// <param name="ports">The ports, such as <c>new MessageChannelMain().Port2</c>.</param>
    public FakeIpcMainEventBuilder WithPorts(params IReadOnlyList<MessagePortMain> ports)
    {
        ArgumentNullException.ThrowIfNull(ports);
        _ports = [.. ports];
        return this;
    }

    /// <summary>Gives the event.</summary>
    /// <exception cref="InvalidOperationException">It is a <c>sendSync</c> with ports, which no page can send.</exception>
    public FakeIpcMainEvent Build()
        => _isSync && _ports.Count > 0
            ? throw new InvalidOperationException(
                $"The event on '{Channel}' cannot be both: a sendSync takes no ports. Leave out {nameof(Sync)} or {nameof(WithPorts)}.")
            : new FakeIpcMainEvent(Channel, Sender(), _isSync, _ports);
}

/// <summary>Builds a <see cref="FakeIpcMainInvokeEvent"/>.</summary>
/// <inheritdoc cref="FakeIpcEventBuilder{TBuilder}" path="/remarks"/>
public sealed class FakeIpcMainInvokeEventBuilder : FakeIpcEventBuilder<FakeIpcMainInvokeEventBuilder>
{
    internal FakeIpcMainInvokeEventBuilder(string channel)
        : base(channel)
    {
    }

    /// <summary>Gives the event.</summary>
    public FakeIpcMainInvokeEvent Build() => new(Channel, Sender());
}
