using IpcApp.Infrastructure;

namespace IpcApp.Internal.Emitters;

/// <summary>An emitter, seen so that what is registered through it accepts the senders of a policy.</summary>
internal sealed class EmitterWithPolicy(Emitter emitter, IpcSenderPolicy policy) : EmitterRegistrations
{
    public override int MaxListeners
    {
        get => emitter.MaxListeners;
        set => emitter.MaxListeners = value;
    }

    public override IDisposable Register(IpcRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return emitter.Register(registration with { SenderPolicy = policy });
    }

    public override void Off(string channel, Delegate listener) => emitter.Off(channel, listener);

    public override void RemoveAllListeners(string? channel = null) => emitter.RemoveAllListeners(channel);

    public override void RemoveHandler(string channel) => emitter.RemoveHandler(channel);

    public override int ListenerCount(string channel) => emitter.ListenerCount(channel);

    public override IReadOnlyList<string> EventNames() => emitter.EventNames();

    public override bool HasHandler(string channel) => emitter.HasHandler(channel);

    public override IReadOnlyList<IpcRegistration> GetRegistrations() => emitter.GetRegistrations();

    public override bool Emit(string channel, IpcMainEvent e, params object?[] arguments) => emitter.Emit(channel, e, arguments);

    public override IIpcMain WithSenderPolicy(IpcSenderPolicy other) => emitter.WithSenderPolicy(other);
}
