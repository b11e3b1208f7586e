namespace IpcApp.Internal.Emitters;

/// <summary>
/// Hears of an emitter's changes, called under the emitter's lock, so that reports keep their order; it must not call back.
/// </summary>
internal interface IEmitterObserver
{
    void Added(Registration registration);

    void Removed(Registration registration);
}
