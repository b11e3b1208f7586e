namespace IpcApp.Internal.Ports;

/// <summary>A port in a message to Electron, as <c>docs/internals/protocol.md</c> describes it.</summary>
/// <param name="Kind">Which of Electron's ports is meant.</param>
/// <param name="Number">The number of a channel between host and .NET.</param>
/// <param name="Sent">How many messages .NET has put on that number's lane: Electron waits for them, as lanes overtake each other.</param>
internal readonly record struct PortEntry(PortEntryKind Kind, uint Number, uint Sent);

internal enum PortEntryKind : byte
{
    /// <summary>The far end of a new channel, whose near end Electron keeps for .NET under the number.</summary>
    FarEnd = 0,

    /// <summary>The end that Electron has kept under the number; the number is out of use.</summary>
    KeptEnd = 1,
}
