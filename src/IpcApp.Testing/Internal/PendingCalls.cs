using System.Collections.Concurrent;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing.Internal;

/// <summary>The calls of pages that wait for their answers.</summary>
internal sealed class PendingCalls
{
    private readonly ConcurrentDictionary<uint, PendingCall> _calls = new();
    private uint _last;

    /// <param name="frame">Who waits.</param>
    /// <param name="kind">Invoke or SendSync.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="trace">Gets the outcome.</param>
    /// <param name="maxInvokes">How many invokes of the frame may wait.</param>
    /// <returns>Null for an invoke too many.</returns>
    public PendingCall? TryBegin(FakeFrame frame, MessageKind kind, string channel, TraceEntry trace, int maxInvokes)
    {
        var count = kind == MessageKind.Invoke ? frame.PendingInvokes : null;
        return count?.TryEnter(maxInvokes) == false ? null : Add(frame, kind, channel, trace, count);
    }

    /// <summary>The same without a limit, for a call that is not a page's.</summary>
    public PendingCall Begin(FakeFrame frame, MessageKind kind, string channel, TraceEntry trace) => Add(frame, kind, channel, trace, null);

    /// <summary>The frame's document is gone: what its invokes wait for never comes (S58). A thread that is blocked is let go in any case.</summary>
    public void Abandon(FakeFrame frame)
    {
        frame.PendingInvokes = new InvokeCount(); // the next document's
        foreach (var call in Of(frame).Where(call => call.Kind == MessageKind.Invoke))
        {
            call.IsAbandoned = true;
            call.Trace.End("never answered: its document is gone");
        }
    }

    /// <summary>The calls of a frame that nothing has answered yet.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="channel">Null for any.</param>
    public IReadOnlyList<PendingCall> Unanswered(FakeFrame frame, string? channel)
        => [.. Of(frame).Where(call => call is { IsAnswered: false, IsAbandoned: false } && (channel is null || call.Channel == channel))];

    /// <summary>An answer has come.</summary>
    public PendingCall Find(uint id)
        => _calls.GetValueOrDefault(id) ?? throw new InvalidOperationException($"Call {id} was answered a second time, or never made.");

    /// <summary>The answer has reached the page.</summary>
    public void Remove(PendingCall call) => _calls.TryRemove(call.Id, out _);

    /// <summary>A call that is not made after all.</summary>
    public void Withdraw(PendingCall call)
    {
        call.TryAnswer();
        Remove(call);
    }

    private PendingCall Add(FakeFrame frame, MessageKind kind, string channel, TraceEntry trace, InvokeCount? count)
    {
        var call = new PendingCall(Interlocked.Increment(ref _last), frame, kind, channel, trace, count);
        _calls[call.Id] = call;
        return call;
    }

    private IEnumerable<PendingCall> Of(FakeFrame frame) => _calls.Values.Where(call => call.Frame == frame).OrderBy(call => call.Id);
}
