using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing.Internal;

/// <summary>An <c>invoke</c> or <c>sendSync</c> of a page.</summary>
/// <param name="id">Its id in the messages to and from the app; 0 for one that is not forwarded.</param>
/// <param name="frame">Who waits.</param>
/// <param name="kind">Invoke or SendSync.</param>
/// <param name="channel">The channel.</param>
/// <param name="trace">Gets the outcome.</param>
/// <param name="count">Counts it until it is answered; null if nothing does.</param>
internal sealed class PendingCall(
    uint id, FakeFrame frame, MessageKind kind, string channel, TraceEntry trace, InvokeCount? count = null)
{
    private readonly TaskCompletionSource<CallAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isAbandoned;
    private int _answered;
    private int _givenUp;

    public uint Id => id;

    public FakeFrame Frame => frame;

    public MessageKind Kind => kind;

    public string Channel => channel;

    /// <summary>Gets the outcome.</summary>
    public TraceEntry Trace => trace;

    /// <summary>Completes when the page gets an answer.</summary>
    public Task<CallAnswer> Answer => _answer.Task;

    /// <summary>Whether the page is gone that waits for it.</summary>
    public bool IsAbandoned
    {
        get => _isAbandoned;
        set => _isAbandoned = value;
    }

    /// <summary>Whether main has answered, or the answer was given up.</summary>
    public bool IsAnswered => Volatile.Read(ref _answered) != 0 || Volatile.Read(ref _givenUp) != 0;

    /// <summary>Main has answered.</summary>
    /// <returns>False if it had before.</returns>
    public bool TryAnswer()
    {
        if (Interlocked.Exchange(ref _answered, 1) != 0)
        {
            return false;
        }

        count?.Leave();
        return true;
    }

    /// <summary>No answer will come any more.</summary>
    /// <returns>False if it has an answer, or was given up before.</returns>
    public bool TryGiveUp() => !IsAnswered && Interlocked.Exchange(ref _givenUp, 1) == 0;

    /// <summary>The page gets an answer, unless it has one, or is gone.</summary>
    public void Settle(CallAnswer answer)
    {
        if (!IsAbandoned)
        {
            _answer.TrySetResult(answer);
        }
    }

    /// <summary>The page's call fails because of the test, not of the app.</summary>
    public void Fail(Exception error) => _answer.TrySetException(error);

    public override string ToString() => kind == MessageKind.Invoke ? $"invoke '{channel}' of {frame.Url}" : $"sendSync '{channel}' of {frame.Url}";
}

/// <summary>What a call is answered with.</summary>
/// <param name="Ok">Whether it is a value.</param>
/// <param name="Value">The value.</param>
/// <param name="Text">The failure's text.</param>
/// <param name="Error">The line in the app's log that tells of the failure; null if there is none.</param>
internal readonly record struct CallAnswer(bool Ok, IpcValue Value, string Text, FakeLogEntry? Error)
{
    public static CallAnswer Failure(string text, FakeLogEntry? error = null) => new(false, IpcValue.Undefined, text, error);
}
