using IpcApp.Infrastructure;

namespace IpcApp.Internal.Dispatch;

/// <summary>A registration in its emitter; disposing it takes it out.</summary>
internal sealed class Registration(Emitter emitter, IpcRegistration definition) : IDisposable
{
    private static long _last;

    public IpcRegistration Definition { get; } = definition;

    /// <summary>Counts up, so that the newest of several equal ones can be found.</summary>
    public long Order { get; } = Interlocked.Increment(ref _last);

    public bool IsHandler => Definition.Kind is IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce;

    public void Dispose() => emitter.Remove(this);
}

internal static class Reserved
{
    public const string ChannelPrefix = "ipcapp:";

    /// <summary>What Node's emitters raise themselves: no host can listen on them without hearing every registration (S20).</summary>
    public static bool IsMetaEvent(string channel) => channel is "newListener" or "removeListener";
}
