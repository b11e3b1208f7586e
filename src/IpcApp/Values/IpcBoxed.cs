namespace IpcApp;

/// <summary>
/// A JavaScript wrapper object: what <c>new Number(1)</c> or <c>Object('text')</c> makes. Immutable, with an identity of its own.
/// </summary>
public sealed class IpcBoxed : IpcValue
{
    /// <summary>A wrapper object.</summary>
    /// <param name="value">A boolean, number, bigint or string.</param>
    /// <exception cref="ArgumentException">The value is something else.</exception>
    public IpcBoxed(IpcValue value)
    {
        Value = value is IpcBoolean or IpcNumber or IpcBigInt or IpcString
            ? value
            : throw new ArgumentException("Only a boolean, number, bigint or string has a wrapper object.", nameof(value));
    }

    /// <summary>The primitive inside: a boolean, number, bigint or string.</summary>
    public IpcValue Value { get; }

    /// <inheritdoc/>
    public override IpcValueKind Kind => IpcValueKind.Boxed;
}
