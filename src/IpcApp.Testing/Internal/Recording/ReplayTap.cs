using System.Collections.Concurrent;
using System.Text;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>Sees, in the app under test, what becomes of the messages that a replay sends.</summary>
internal sealed class ReplayTap(IpcSerializer serializer) : ITrafficTap
{
    private readonly ConcurrentDictionary<uint, long> _calls = new();
    private readonly ConcurrentDictionary<long, ReplayedOutcome> _outcomes = new();
    private volatile TaskCompletionSource _moved = NewSignal();
    private long _sending;
    private int _thread;

    /// <summary>Completes when anything has happened after it was asked for.</summary>
    public Task Moved => _moved.Task;

    /// <summary>What has become of a message; null as long as it is under way.</summary>
    public ReplayedOutcome? OutcomeOf(long number) => _outcomes.GetValueOrDefault(number);

    /// <summary>Runs what sends a message, which arrives on the same thread or not at all.</summary>
    /// <param name="number">The message's number in the recording.</param>
    /// <param name="send">Gives what Electron has made of it by itself, or null.</param>
    public void Send(long number, Func<MessageOutcome?> send)
    {
        (_thread, _sending) = (Environment.CurrentManagedThreadId, number);
        try
        {
            if (send() is { } outcome)
            {
                _outcomes[number] = ReplayedOutcome.Of(outcome);
            }
        }
        catch (Exception e) when (e is IpcRendererException or InvalidOperationException)
        {
            _outcomes[number] = new ReplayedOutcome("not sent", null, e.Message);
        }
        finally
        {
            _sending = 0;
        }
    }

    MessageRecord? ITrafficTap.Arrived(in ArrivedMessage head, ReadOnlySpan<byte> values)
    {
        if (_sending is not (not 0 and var number) || _thread != Environment.CurrentManagedThreadId)
        {
            return null; // of another app
        }

        if (head.Call == 0)
        {
            return new MessageRecord(this, number);
        }

        _calls[head.Call] = number;
        return null;
    }

    void ITrafficTap.Handled(long number, MessageOutcome outcome)
    {
        _outcomes[number] = ReplayedOutcome.Of(outcome);
        Move();
    }

    void ITrafficTap.Sent(MessageKind kind, uint lane, uint call, ReadOnlySpan<byte> payload)
    {
        if (kind == MessageKind.Reply && _calls.TryRemove(call, out var number))
        {
            _outcomes[number] = payload[0] == 0
                ? new ReplayedOutcome("answered", serializer.ReadValue(payload[1..].ToArray()), null)
                : new ReplayedOutcome("failed", null, Encoding.UTF8.GetString(payload[1..]));
        }

        Move();
    }

    void ITrafficTap.Frame(uint number, SenderSnapshot snapshot) => Move();

    void ITrafficTap.Noticed(ElectronNotice notice) => Move();

    void ITrafficTap.PortArrived(MessageKind kind, uint port, ReadOnlySpan<byte> payload)
    {
    }

    void ITrafficTap.Refused(MessageKind kind, uint lane, string reason)
    {
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Move() => Interlocked.Exchange(ref _moved, NewSignal()).TrySetResult();
}

/// <summary>What became of a message of a page in a replay.</summary>
/// <param name="Name"><c>answered</c>, or one of the outcomes of a recording.</param>
/// <param name="Value">The answer.</param>
/// <param name="Text">The failure.</param>
internal sealed record ReplayedOutcome(string Name, IpcValue? Value, string? Text)
{
    public override string ToString()
        => Value is not null ? $"answered {Value}" : Text is not null ? $"{Name}: {Text}" : Name;

    public static ReplayedOutcome Of(MessageOutcome outcome) => new(outcome.Name, null, outcome.Text);
}
