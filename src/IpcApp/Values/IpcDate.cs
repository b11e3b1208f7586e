namespace IpcApp;

/// <summary>A JavaScript Date. Immutable.</summary>
public sealed class IpcDate : IpcValue
{
    // ECMAScript's TimeClip: a Date holds whole milliseconds, at most 100,000,000 days either side of the epoch.
    private const double MaxTime = 8.64e15;

    /// <summary>A Date.</summary>
    /// <param name="milliseconds">
    /// Milliseconds since 1970-01-01T00:00:00Z; fractions are cut off, and what lies outside ±8.64e15 becomes NaN, an invalid Date.
    /// </param>
    public IpcDate(double milliseconds)
    {
        // Adding zero turns -0 into 0, as JavaScript does.
        Milliseconds = Math.Abs(milliseconds) <= MaxTime ? Math.Truncate(milliseconds) + 0.0 : double.NaN;
    }

    /// <summary>A Date for a moment, to the millisecond before it.</summary>
    /// <param name="moment">The moment.</param>
    public IpcDate(DateTimeOffset moment)
        : this(moment.ToUnixTimeMilliseconds())
    {
    }

    /// <summary>Whole milliseconds since 1970-01-01T00:00:00Z; NaN if <see cref="IsValid"/> is false.</summary>
    public double Milliseconds { get; }

    /// <summary>False for JavaScript's invalid Date.</summary>
    public bool IsValid => !double.IsNaN(Milliseconds);

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Date;

    /// <summary>The moment in UTC, if the Date is valid and lies in the years 1 to 9999.</summary>
    /// <param name="moment">The moment.</param>
    public bool TryGetDateTimeOffset(out DateTimeOffset moment)
    {
        var inRange = Milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds()
            && Milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();
        moment = inRange ? DateTimeOffset.FromUnixTimeMilliseconds((long)Milliseconds) : default;
        return inRange;
    }
}
