namespace IpcApp.Internal.Emitters;

/// <summary>The emitter of a window or a frame, made when the app first asks for it; most never do.</summary>
internal sealed class LazyEmitter(EmitterDependencies parts)
{
    private readonly Lock _gate = new();
    private Emitter? _emitter;
    private bool _isDetached;

    public Emitter? OrNull => Volatile.Read(ref _emitter);

    public Emitter Value => OrNull ?? Make();

    /// <summary>The window or frame is gone: its emitter, also one that is asked for only now, keeps no channel bound any more.</summary>
    public void Detach()
    {
        lock (_gate)
        {
            _isDetached = true;
            _emitter?.Detach();
        }
    }

    private Emitter Make()
    {
        lock (_gate)
        {
            if (_emitter is null)
            {
                var emitter = new Emitter(parts);
                if (_isDetached)
                {
                    emitter.Detach();
                }

                Volatile.Write(ref _emitter, emitter);
            }

            return _emitter;
        }
    }
}
