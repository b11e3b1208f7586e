namespace IpcApp.Internal.Bridge;

/// <summary>Limits and deadlines of one side. The other side learns what this one takes in the handshake, and keeps to it.</summary>
internal sealed record BridgeOptions
{
    private const int MiB = 1024 * 1024;

    /// <summary>Largest message in either direction: 1 KiB to 1 GiB.</summary>
    public int MaxMessageBytes { get; init; } = 256 * MiB;

    /// <summary>Outgoing bytes that may wait, over all lanes. Each waiting message counts 64 bytes more than it has.</summary>
    public long MaxQueuedBytes { get; init; } = 512L * MiB;

    /// <summary>The same for one lane. A lane's first message is never refused for this limit alone.</summary>
    public long MaxQueuedBytesPerLane { get; init; } = 256L * MiB;

    /// <summary>Incoming bytes of messages that are not complete yet.</summary>
    public long MaxPartialBytes { get; init; } = 512L * MiB;

    /// <summary>Incoming messages that are not complete yet: 1 to 65,536.</summary>
    public int MaxPartialMessages { get; init; } = 1024;

    /// <summary>Within this Electron must have appeared and proved itself.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Within this a close must have sent what is queued.</summary>
    public TimeSpan CloseTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The version of V8's serialization format that this process writes.</summary>
    public int V8Version { get; init; } = 15;

    /// <summary>The oldest version it reads.</summary>
    public int OldestV8Version { get; init; } = 13;

    /// <summary>The newest version it reads.</summary>
    public int NewestV8Version { get; init; } = 16;

    /// <summary>What Electron is told about this process, beside its id.</summary>
    public IReadOnlyDictionary<string, string> Info { get; init; } = new Dictionary<string, string>();

    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public void Validate()
    {
        Check(nameof(MaxMessageBytes), MaxMessageBytes, 1024, 1024 * MiB);
        Check(nameof(MaxQueuedBytes), MaxQueuedBytes, 1024, 65_536L * MiB);
        Check(nameof(MaxQueuedBytesPerLane), MaxQueuedBytesPerLane, 1024, 65_536L * MiB);
        Check(nameof(MaxPartialBytes), MaxPartialBytes, 1024, 65_536L * MiB);
        Check(nameof(MaxPartialMessages), MaxPartialMessages, 1, 65_536);
        Check(nameof(HandshakeTimeout), (long)HandshakeTimeout.TotalMilliseconds, 1, int.MaxValue);
        Check(nameof(CloseTimeout), (long)CloseTimeout.TotalMilliseconds, 1, int.MaxValue);
        Check(nameof(V8Version), V8Version, 1, ushort.MaxValue);
    }

    private static void Check(string name, long value, long least, long most)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"The bridge option {name} must be from {least} to {most}.");
        }
    }
}
