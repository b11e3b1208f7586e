namespace IpcApp.Internal.Codec;

/// <summary>What one message may cost, by the settings in <c>IpcApp:Limits</c>.</summary>
/// <param name="MaxMessageBytes">The most bytes that a message of this process may have.</param>
/// <param name="MaxValuesPerByte">How many values a message may become for each of its bytes, beyond <see cref="FreeValues"/>.</param>
/// <param name="MaxOutputPerByte">How many bytes of JSON it may become for each of its bytes, beyond <see cref="FreeOutput"/>.</param>
internal sealed record ValueLimits(long MaxMessageBytes, int MaxValuesPerByte, int MaxOutputPerByte)
{
    public const long FreeValues = 65_536;
    public const long FreeOutput = 8 * 1024 * 1024;

    public static ValueLimits Default { get; } = Of(new IpcLimitOptions());

    public static ValueLimits Of(IpcLimitOptions options)
        => new(Math.Min(options.MaxMessageBytes, Array.MaxLength), options.MaxValuesPerByte, options.MaxOutputPerByte);

    /// <summary>What a message of this size may become.</summary>
    public Allowance For(long messageBytes)
        => new(messageBytes, FreeValues + (MaxValuesPerByte * messageBytes), FreeOutput + (MaxOutputPerByte * messageBytes));
}

/// <summary>How much a message, or what is left of it, may still become.</summary>
/// <param name="MessageBytes">The size of the message; null for a value that came in none, such as one that a test made.</param>
/// <param name="Values">Values and holes.</param>
/// <param name="Output">Bytes of JSON.</param>
internal readonly record struct Allowance(long? MessageBytes, long Values, long Output)
{
    /// <summary>For values that no page has sent: as many as the largest message can have.</summary>
    public static Allowance Unmeasured { get; } = new(null, V8Format.MaxValues, long.MaxValue);
}
