namespace IpcApp.Internal.Codec;

/// <summary>Is told how many bytes of memory a message has become so far.</summary>
internal interface IExpansionOwner
{
    /// <exception cref="Exception">The message must not go on.</exception>
    void ExpandedTo(long bytes);
}

/// <summary>
/// What the arguments of one message share: what they may become together. An argument that is bound again, by another listener or by the
/// app's own code, counts once, by the binding that took the most. Thread-safe.
/// </summary>
/// <param name="whole">What the whole message may become.</param>
/// <param name="read">How many untyped values it was read to.</param>
/// <param name="owner">Is told what the message has become; null if nothing waits for it.</param>
internal sealed class MessageBudget(Allowance whole, long read, IExpansionOwner? owner = null)
{
    private readonly Lock _gate = new();
    private Cost[] _costs = [];
    private Cost _total;

    /// <summary>What an argument may become: all that the other arguments have left over.</summary>
    public Allowance Begin(int index)
    {
        lock (_gate)
        {
            var own = index < _costs.Length ? _costs[index] : default;
            return whole with { Values = whole.Values - _total.Values + own.Values, Output = whole.Output - _total.Output + own.Output };
        }
    }

    /// <summary>Notes what an argument has become, or is about to.</summary>
    public void Note(int index, Cost cost)
    {
        Cost total;
        lock (_gate)
        {
            if (index >= _costs.Length)
            {
                Array.Resize(ref _costs, Math.Max(index + 1, 2 * _costs.Length));
            }

            var old = _costs[index];
            var most = new Cost(Math.Max(old.Values, cost.Values), Math.Max(old.Output, cost.Output));
            _costs[index] = most;
            _total = total = new Cost(_total.Values - old.Values + most.Values, _total.Output - old.Output + most.Output);
        }

        owner?.ExpandedTo(new Cost(read + total.Values, total.Output).Memory);
    }
}

/// <summary>What became of a value, or of a whole message.</summary>
/// <param name="Values">Values and holes.</param>
/// <param name="Output">Bytes of JSON.</param>
internal readonly record struct Cost(long Values, long Output)
{
    /// <summary>What a value takes, about: between the 8 bytes of a reference to text and the 100 of an object with some members.</summary>
    private const int BytesPerValue = 32;

    /// <summary>What is kept for a byte of JSON: its text, and where its values are.</summary>
    private const int BytesPerOutput = 2;

    /// <summary>An estimate of the memory that it takes, in bytes.</summary>
    public long Memory => (Values * BytesPerValue) + (Output * BytesPerOutput);
}
