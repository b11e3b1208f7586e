using IpcApp.Infrastructure;

namespace IpcApp.Internal.Dispatch;

/// <summary>A registration in its emitter; disposing it takes it out.</summary>
internal sealed class Registration(Emitter emitter, IpcRegistration definition) : IDisposable
{
    public IpcRegistration Definition { get; } = definition;

    public bool IsHandler => Definition.Kind is IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce;

    public void Dispose() => emitter.Remove(this);
}

/// <summary>What a channel has in an emitter.</summary>
internal readonly record struct ChannelState(bool HasHandler, bool HasListener);

internal static class Reserved
{
    public const string ChannelPrefix = "ipcapp:";
}
