namespace IpcApp.Internal.Tap;

/// <summary>
/// Takes down what becomes of one <c>send</c> or <c>postMessage</c>, for which nothing goes back that would tell. What is noted first counts.
/// Disposed when the message has been handled to its end.
/// </summary>
/// <param name="tap">Who wants to know.</param>
/// <param name="number">The message's number there.</param>
internal sealed class MessageRecord(ITrafficTap tap, long number) : IDisposable
{
    private MessageOutcome? _outcome;

    /// <summary>Disposed with it: what the message brought.</summary>
    public IDisposable? Brought { get; set; }

    public void Note(MessageOutcome outcome) => Interlocked.CompareExchange(ref _outcome, outcome, null);

    public void Dispose()
    {
        Brought?.Dispose();
        tap.Handled(number, _outcome ?? MessageOutcome.Heard);
    }
}

/// <summary>What became of a message that takes no answer.</summary>
/// <param name="Name">As recordings have it.</param>
/// <param name="Text">Why, if there is a reason to tell.</param>
internal sealed record MessageOutcome(string Name, string? Text = null)
{
    /// <summary>Every listener ran to its end.</summary>
    public static MessageOutcome Heard { get; } = new("handled");

    /// <summary>There was a listener, but none that accepts the sender.</summary>
    public static MessageOutcome Refused { get; } = new("refused");

    /// <summary>There was no listener.</summary>
    public static MessageOutcome Unheard { get; } = new("unheard");

    /// <summary>A listener threw.</summary>
    public static MessageOutcome Failed(string text) => new("failed", text);

    /// <summary>It did not get as far as to a listener.</summary>
    public static MessageOutcome Dropped(string reason) => new("dropped", reason);
}
