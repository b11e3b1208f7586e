namespace IpcApp.Conformance.Values;

/// <summary>What the context bridge makes of a value on its way from the page's world to the preload's.</summary>
public sealed record BridgedValue
{
    private BridgedValue()
    {
    }

    /// <summary>What a plain clone is.</summary>
    public static BridgedValue Same { get; } = new();

    /// <summary>What C# sees and the page gets back instead; null where they have what a plain clone has.</summary>
    public IpcValue? Value { get; private init; }

    /// <summary>The text of the error that the page gets; null if there is none.</summary>
    public string? Error { get; private init; }

    /// <summary>Why no table can say; null if it can.</summary>
    public string? Unknown { get; private init; }

    public static BridgedValue Becomes(IpcValue value) => new() { Value = value };

    public static BridgedValue Fails(string error) => new() { Error = error };

    public static BridgedValue Unsure(string why) => new() { Unknown = why };
}
