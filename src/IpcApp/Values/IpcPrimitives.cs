using System.Numerics;

namespace IpcApp;

/// <summary>A JavaScript boolean. Immutable.</summary>
public sealed class IpcBoolean : IpcValue
{
    private IpcBoolean(bool value) => Value = value;

    /// <summary><c>true</c>.</summary>
    public static IpcBoolean True { get; } = new(true);

    /// <summary><c>false</c>.</summary>
    public static IpcBoolean False { get; } = new(false);

    /// <summary>The boolean.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Boolean;
}

/// <summary>A JavaScript bigint. Immutable; equal to others by value.</summary>
/// <param name="value">The integer, of any size.</param>
public sealed class IpcBigInt(BigInteger value) : IpcValue
{
    /// <summary>The integer.</summary>
    public BigInteger Value { get; } = value;

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.BigInt;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpcBigInt other && other.Value == Value;

    /// <summary>Spread with the process's random seed: that of a small <see cref="BigInteger"/> is its value, which pages choose.</summary>
    public override int GetHashCode() => HashCode.Combine(Value.GetHashCode());
}

/// <summary>A JavaScript string. Immutable; equal to others by value.</summary>
/// <param name="value">The text, in UTF-16 as JavaScript has it: unpaired surrogates are kept.</param>
/// <exception cref="ArgumentNullException">The text is null; use <see cref="IpcValue.Null"/>.</exception>
public sealed class IpcString(string value) : IpcValue
{
    /// <summary>The text.</summary>
    public string Value { get; } = value ?? throw new ArgumentNullException(nameof(value));

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.String;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IpcString other && string.Equals(other.Value, Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);
}
