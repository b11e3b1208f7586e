namespace IpcApp.Internal.Bridge;

/// <summary>What became of a message that was given to <see cref="BridgeConnection.Send"/>.</summary>
internal enum BridgeSendResult
{
    /// <summary>It goes out, unless the connection ends first.</summary>
    Queued,

    /// <summary>It is larger than this side sends or the other side takes.</summary>
    TooLarge,

    /// <summary>Too much waits already, in its lane or in all.</summary>
    QueueFull,

    /// <summary>The connection has ended or is being closed.</summary>
    Closed,
}
