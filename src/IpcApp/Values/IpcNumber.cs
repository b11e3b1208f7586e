namespace IpcApp;

/// <summary>A JavaScript number: a <see cref="double"/> with NaN, infinities and -0. Immutable.</summary>
/// <remarks>Equality is that of JavaScript's Map keys: by value, NaN equals NaN and -0 equals 0.</remarks>
/// <param name="value">The number.</param>
public sealed class IpcNumber(double value) : IpcValue
{
    private const int LowestCached = -16;
    private static readonly IpcNumber[] Cached = [.. Enumerable.Range(LowestCached, 272).Select(i => new IpcNumber(i))];

    /// <summary>The number.</summary>
    public double Value { get; } = value;

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Number;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpcNumber other && other.Value.Equals(Value);

    /// <summary>
    /// Spreads all 64 bits with the process's random seed: pages choose these keys, and must not be able to choose colliding ones.
    /// </summary>
    public override int GetHashCode()
    {
        var bits = BitConverter.DoubleToInt64Bits(double.IsNaN(Value) ? double.NaN : Value + 0.0);
        return HashCode.Combine((int)bits, (int)(bits >> 32));
    }

    /// <summary>Small whole numbers are most of what crosses, and one object each will do for them.</summary>
    internal static IpcNumber Create(double value)
    {
        var index = (int)Math.Clamp(value, int.MinValue, int.MaxValue) - (long)LowestCached;
        return index >= 0 && index < Cached.Length && IsSame(Cached[index].Value, value) ? Cached[index] : new IpcNumber(value);
    }

    /// <summary>Bit by bit, as -0 is not 0 and a fraction is not its whole part.</summary>
    private static bool IsSame(double left, double right)
    {
        return BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right);
    }
}
