using IpcApp.Internal.Codec;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// The one answer of an invoke or a sendSync. Writing comes before claiming, so that a value that cannot be cloned leaves the call
/// open for the error text (the deviations from S55 and S69).
/// </summary>
internal sealed class CallReply(IElectronLink link, uint callId, IpcSerializer serializer) : MessageAnswer
{
    private int _answered;

    /// <summary>
    /// The message whose room is given back when the answer is sent; null if it keeps it. A page that sends its next message after the answer
    /// must find the room.
    /// </summary>
    public IncomingMessage? EndsWithAnswer { get; set; }

    public override bool IsAnswered => Volatile.Read(ref _answered) != 0;

    public override bool Accept<T>(T value)
    {
        if (IsAnswered)
        {
            return false;
        }

        var payload = new PayloadWriter().WriteByte((byte)Status.Value);
        try
        {
            serializer.Write(payload, value);
        }
        catch (MessageTooLargeException e)
        {
            payload.Dispose();
            return Fail("Error: " + e.Message);
        }
        catch
        {
            payload.Dispose();
            throw;
        }

        return Send(payload);
    }

    public override bool Fail(string text) => Send(new PayloadWriter().WriteByte((byte)Status.Failure).WriteText(text));

    private bool Send(PayloadWriter payload)
    {
        if (Interlocked.Exchange(ref _answered, 1) != 0)
        {
            payload.Dispose();
            return false;
        }

        EndsWithAnswer?.GiveBackRoom();

        // A refused answer must not leave the page waiting: a text is small enough to get through where the value was not.
        if (link.Send(MessageKind.Reply, 0, callId, payload) is { } refusal)
        {
            link.Send(MessageKind.Reply, 0, callId, new PayloadWriter().WriteByte((byte)Status.Failure).WriteText("Error: " + refusal));
        }

        return true;
    }

    private enum Status : byte
    {
        Value = 0,
        Failure = 1,
    }
}
