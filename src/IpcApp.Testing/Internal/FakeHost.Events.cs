using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>What single events need of the host: it plays the page to which they answer, with no app behind it.</summary>
internal sealed partial class FakeHost
{
    /// <summary>From now on messages to .NET go there.</summary>
    public void Start(Action<MessageKind, uint, uint, byte[]> receive) => _receive = receive;

    /// <summary>The next window's contents get this id.</summary>
    public void NumberContentsFrom(int id) => _lastWindow = id - 1;

    /// <summary>A page that is blocked in <c>sendSync</c>.</summary>
    /// <returns>The way to answer it, and the answer.</returns>
    public (SyncAnswer Answer, Task<(bool Ok, IpcValue Value, string Text)> Answered) BeginSync()
    {
        var (id, answered) = _calls.Begin(null);
        return (new SyncAnswer(new CallReply(this, id, Serializer)), answered);
    }
}
