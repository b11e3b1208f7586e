using System.Collections.Concurrent;
using System.Text;
using IpcApp.Testing.Internal.Tracing;
using IpcApp.Values.Internal;

namespace IpcApp.Testing.Internal;

/// <summary>The calls of pages that wait for their answers.</summary>
internal sealed class PendingCalls
{
    private readonly ConcurrentDictionary<uint, Call> _calls = new();
    private uint _last;

    /// <param name="frame">Who waits, until its document is gone. Null for a thread that is blocked and must be let go in any case.</param>
    /// <param name="trace">Gets the outcome. May be null.</param>
    public (uint Id, Task<(bool Ok, IpcValue Value, string Text)> Answer) Begin(FakeFrame? frame, TraceEntry? trace = null)
    {
        var id = Interlocked.Increment(ref _last);
        var call = new Call(frame, trace);
        _calls[id] = call;
        return (id, call.Answer.Task);
    }

    /// <summary>The frame's document is gone: what it waits for never comes (S58).</summary>
    public void Abandon(FakeFrame frame)
    {
        foreach (var call in _calls.Values.Where(call => call.Frame == frame))
        {
            call.IsAbandoned = true;
            call.Trace?.End("never answered: its document is gone");
        }
    }

    public void Answer(uint id, byte[] payload, IpcSerializer serializer)
    {
        if (!_calls.TryRemove(id, out var call))
        {
            throw new InvalidOperationException($"Call {id} was answered a second time, or never made.");
        }

        if (call.IsAbandoned)
        {
            return;
        }

        call.Trace?.Answer(payload);
        call.Answer.SetResult(payload[0] == 0
            ? (true, serializer.ReadValue(payload.AsMemory(1)), "")
            : (false, IpcValue.Undefined, Encoding.UTF8.GetString(payload.AsSpan(1))));
    }

    private sealed class Call(FakeFrame? frame, TraceEntry? trace)
    {
        private volatile bool _isAbandoned;

        public FakeFrame? Frame => frame;

        public TraceEntry? Trace => trace;

        public bool IsAbandoned
        {
            get => _isAbandoned;
            set => _isAbandoned = value;
        }

        public TaskCompletionSource<(bool Ok, IpcValue Value, string Text)> Answer { get; }
            = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
