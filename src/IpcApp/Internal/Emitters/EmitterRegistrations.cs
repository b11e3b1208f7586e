using IpcApp.Infrastructure;

namespace IpcApp.Internal.Emitters;

/// <summary>The many forms of registering, which all end in <see cref="Register"/>.</summary>
internal abstract class EmitterRegistrations : IIpcMain
{
    public abstract int MaxListeners { get; set; }

    public IDisposable On(string channel, IpcMainListener listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.On));

    public IDisposable On(string channel, Func<IpcMainEvent, IpcArguments, Task> listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.On));

    public IDisposable AddListener(string channel, IpcMainListener listener) => On(channel, listener);

    public IDisposable PrependListener(string channel, IpcMainListener listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.On) with { IsPrepended = true });

    public IDisposable PrependOnceListener(string channel, IpcMainListener listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.Once) with { IsPrepended = true });

    public IDisposable Once(string channel, IpcMainListener listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.Once));

    public IDisposable Once(string channel, Func<IpcMainEvent, IpcArguments, Task> listener)
        => Register(UntypedRegistrations.Listener(this, channel, listener, IpcRegistrationKind.Once));

    public IDisposable Handle(string channel, IpcMainInvokeHandler handler)
        => Register(UntypedRegistrations.Handler(this, channel, handler, IpcRegistrationKind.Handle));

    public IDisposable HandleOnce(string channel, IpcMainInvokeHandler handler)
        => Register(UntypedRegistrations.Handler(this, channel, handler, IpcRegistrationKind.HandleOnce));

    public void RemoveListener(string channel, Delegate listener) => Off(channel, listener);

    public abstract IDisposable Register(IpcRegistration registration);

    public abstract void Off(string channel, Delegate listener);

    public abstract void RemoveAllListeners(string? channel = null);

    public abstract void RemoveHandler(string channel);

    public abstract int ListenerCount(string channel);

    public abstract IReadOnlyList<string> EventNames();

    public abstract bool HasHandler(string channel);

    public abstract IReadOnlyList<IpcRegistration> GetRegistrations();

    public abstract bool Emit(string channel, IpcMainEvent e, params object?[] arguments);

    public abstract IIpcMain WithSenderPolicy(IpcSenderPolicy policy);
}
