namespace IpcApp.Internal.Dispatch;

/// <summary>The emitter of a window or a frame, made when the app first asks for it; most never do.</summary>
internal sealed class LazyEmitter(EmitterParts parts)
{
    private Emitter? _emitter;

    public Emitter? OrNull => Volatile.Read(ref _emitter);

    public Emitter Value
    {
        get
        {
            if (OrNull is { } emitter)
            {
                return emitter;
            }

            Interlocked.CompareExchange(ref _emitter, new Emitter(parts), null);
            return _emitter;
        }
    }
}
