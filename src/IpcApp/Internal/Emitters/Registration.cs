using IpcApp.Infrastructure;

namespace IpcApp.Internal.Emitters;

/// <summary>A registration in its emitter; disposing it takes it out.</summary>
internal sealed class Registration(Emitter emitter, IpcRegistration definition) : IDisposable
{
    private static long _last;
    private int _isTaken;

    public IpcRegistration Definition { get; } = definition;

    /// <summary>Counts up, so that the newest of several equal ones can be found.</summary>
    public long Order { get; } = Interlocked.Increment(ref _last);

    public bool IsHandler => Definition.Kind is IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce;

    /// <summary>Whether it is a delegate without a result: it may be an <c>async void</c> method, whose failure no caller sees.</summary>
    public bool ReturnsNothing { get; } = definition.Listener is { } listener && listener.Method.ReturnType == typeof(void);

    /// <summary>For a registration that runs once: whether it has not run yet.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Dispose() => emitter.Remove(this);
}

internal static class Reserved
{
    public const string ChannelPrefix = "ipcapp:";

    /// <summary>What Node's emitters raise themselves: Electron cannot listen on them without hearing every registration (S20).</summary>
    public static bool IsMetaEvent(string channel) => channel is "newListener" or "removeListener";
}
