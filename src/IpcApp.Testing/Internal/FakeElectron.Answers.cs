using System.Text;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>How answers reach pages.</summary>
internal sealed partial class FakeElectron
{
    private TimeProvider _time = TimeProvider.System;

    /// <summary>The app's clock.</summary>
    public TimeProvider Time => _time;

    /// <summary>Rejects what a frame waits for, as Electron does when no answer can come any more (S56, S71).</summary>
    public int AbandonReplies(FakeFrame frame, string? channel)
    {
        var given = _calls.Unanswered(frame, channel).Where(call => call.TryGiveUp()).ToList();
        foreach (var call in given)
        {
            call.Trace.End(ElectronText.ReplyNeverSent);

            // It stays in the table: the real answer may still come.
            InTurn(call, () => call.Settle(CallAnswer.Failure(ElectronText.ReplyNeverSent)));
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
        var answer = Read(call, payload);
        if (Steps is null)
        {
            Arrive(call, answer);
        }
        else
        {
            ArriveInTurn(call, answer);
        }
    }

    private void ArriveInTurn(PendingCall call, CallAnswer answer) => InTurn(call, () => Arrive(call, answer));

    private CallAnswer Read(PendingCall call, byte[] payload)
    {
        if (payload[0] == 0)
        {
            return new CallAnswer(true, Serializer.ReadValue(payload.AsMemory(1)), "", null);
        }

        var text = Encoding.UTF8.GetString(payload.AsSpan(1));
        return CallAnswer.Failure(text, call.Kind == MessageKind.Invoke ? Logs.FailureOf(call.Channel, text) : null);
    }

    private void Arrive(PendingCall call, CallAnswer answer)
    {
        _calls.Remove(call);
        call.Settle(answer);
    }

    /// <summary>What becomes of a call comes to its page in turn, in the pipe of answers (S113).</summary>
    private void InTurn(PendingCall call, Action arrive)
    {
        if (Steps is null)
        {
            arrive();
        }
        else
        {
            PipeOf(call).Add($"answer to {call}", arrive);
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
            return CallAnswer.Failure(ElectronText.ReplyNeverSent); // as Electron does: a page must not stay frozen (S71)
        }
    }
}
