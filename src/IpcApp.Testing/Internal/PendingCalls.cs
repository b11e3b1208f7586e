using System.Collections.Concurrent;
using System.Text;
using IpcApp.Values.Internal;

namespace IpcApp.Testing.Internal;

/// <summary>The calls of pages that wait for their answers.</summary>
internal sealed class PendingCalls
{
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<(bool Ok, IpcValue Value, string Text)>> _calls = new();
    private uint _last;

    public (uint Id, Task<(bool Ok, IpcValue Value, string Text)> Answer) Begin()
    {
        var id = Interlocked.Increment(ref _last);
        var call = new TaskCompletionSource<(bool, IpcValue, string)>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls[id] = call;
        return (id, call.Task);
    }

    public void Answer(uint id, byte[] payload, IpcSerializer serializer)
    {
        if (!_calls.TryRemove(id, out var call))
        {
            throw new InvalidOperationException($"Call {id} was answered a second time, or never made.");
        }

        call.SetResult(payload[0] == 0
            ? (true, serializer.ReadValue(payload.AsMemory(1)), "")
            : (false, IpcValue.Undefined, Encoding.UTF8.GetString(payload.AsSpan(1))));
    }
}
