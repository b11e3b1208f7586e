using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing.Internal;

/// <summary>What single events need of Electron: it plays the page to which they answer, with no app behind it.</summary>
internal sealed partial class FakeElectron
{
    /// <summary>From now on messages to .NET go there.</summary>
    public void Start(Action<MessageKind, uint, uint, byte[]> receive) => _receive = receive;

    /// <summary>The next window's contents get this id.</summary>
    public void NumberContentsFrom(int id) => _lastWindow = id - 1;

    /// <summary>A page that is blocked in <c>sendSync</c>.</summary>
    /// <returns>The way to answer it, and the answer.</returns>
    public (MessageAnswer Answer, Task<CallAnswer> Answered) BeginSync(FakeFrame frame, string channel)
    {
        var trace = new TraceEntry(frame.Traffic, MessageKind.SendSync, channel, payload: null, ports: 0);
        var call = _calls.Begin(frame, MessageKind.SendSync, channel, trace);
        return (new CallReply(this, call.Id, Serializer), call.Answer);
    }
}
