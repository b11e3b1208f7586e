namespace IpcApp.Internal.Settings;

/// <summary>The whole numbers that a setting may be, both ends included.</summary>
internal sealed record WholeRange(long Min, long Max)
{
    /// <summary>What the setting must be, to follow "it must be".</summary>
    public string Expected => $"a whole number from {Min} to {Max}";

    public bool Contains(long value) => value >= Min && value <= Max;
}

/// <summary>The durations that a setting may be, both ends included.</summary>
internal sealed record TimeRange(TimeSpan Min, TimeSpan Max)
{
    /// <inheritdoc cref="WholeRange.Expected"/>
    public string Expected => $"a time from {Min} to {Max}, written as hh:mm:ss";

    public bool Contains(TimeSpan value) => value >= Min && value <= Max;
}
