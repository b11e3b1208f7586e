using System.Text;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>How answers reach pages.</summary>
internal sealed partial class FakeHost
{
    private TimeProvider _time = TimeProvider.System;

    /// <summary>Rejects what a frame waits for, as Electron does when it finds that nobody can answer any more (S56, S71).</summary>
    public int AbandonReplies(FakeFrame frame, string? channel)
    {
        var given = _calls.Unanswered(frame, channel).Where(call => call.TryGiveUp()).ToList();
        foreach (var call in given)
        {
            call.Trace.End(SyncAnswer.NeverSent);
            Settle(call, () => CallAnswer.Failure(SyncAnswer.NeverSent)); // stays in the table: the real answer may still come
        }

        return given.Count;
    }

    private void Answer(uint id, byte[] payload)
    {
        var call = _calls.Find(id);
        if (!call.TryAnswer())
        {
            throw new InvalidOperationException($"Call {id} was answered a second time, or never made.");
        }

        call.Trace.Answer(payload);
        if (payload[0] == 0)
        {
            Settle(call, () => new CallAnswer(true, Serializer.ReadValue(payload.AsMemory(1)), "", null), isLast: true);
        }
        else
        {
            var text = Encoding.UTF8.GetString(payload.AsSpan(1));
            var error = call is { Kind: MessageKind.Invoke } ? Logs.FailureOf(call.Channel, text) : null;
            Settle(call, () => CallAnswer.Failure(text, error), isLast: true);
        }
    }

    private void Settle(PendingCall call, Func<CallAnswer> answer, bool isLast = false)
    {
        if (Steps is null)
        {
            Arrive();
        }
        else
        {
            PipeOf(call).Add($"answer to {call}", Arrive);
        }

        void Arrive()
        {
            if (isLast)
            {
                _calls.Remove(call);
            }

            if (!call.Answer.IsCompleted)
            {
                call.Settle(answer());
            }
        }
    }

    /// <summary>Waits as a page does in a sendSync: with its thread, up to the deadline, by the app's clock.</summary>
    private CallAnswer Block(FakeFrame frame, PendingCall call)
    {
        try
        {
            if (Steps is null)
            {
                return call.Answer.WaitAsync(_commands.SyncDeadline, _time).GetAwaiter().GetResult();
            }

            var process = frame.ProcessId;
            Steps.Block(process);
            try
            {
                return StepUntil(call.Answer);
            }
            finally
            {
                Steps.Unblock(process);
            }
        }
        catch (TimeoutException)
        {
            call.Trace.End("not answered in time");
            return CallAnswer.Failure(SyncAnswer.NeverSent); // as the host does: a page must not stay frozen (S71)
        }
    }
}
