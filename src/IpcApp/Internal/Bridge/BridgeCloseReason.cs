namespace IpcApp.Internal.Bridge;

/// <summary>Why a connection ended.</summary>
/// <param name="Kind">For code.</param>
/// <param name="Message">For people: a sentence.</param>
/// <param name="Dropped">The number of messages that were still waiting to be sent.</param>
/// <param name="Error">The exception behind it, if there was one.</param>
internal sealed record BridgeCloseReason(BridgeCloseKind Kind, string Message, long Dropped, Exception? Error);

/// <summary>The ways in which a connection ends.</summary>
internal enum BridgeCloseKind
{
    /// <summary>This side closed it; everything queued on both sides has arrived.</summary>
    Closed,

    /// <summary>The other side closed it; everything queued on both sides has arrived.</summary>
    ClosedByPeer,

    /// <summary>This side closed it, and the other side did not take what was queued in time.</summary>
    CloseTimeout,

    /// <summary>The other side went away without a goodbye.</summary>
    Lost,

    /// <summary>The other side broke the protocol.</summary>
    ProtocolError,

    /// <summary>The other side gave up and said why.</summary>
    AbortedByPeer,

    /// <summary>This side gave up.</summary>
    Aborted,

    /// <summary>The receiver of this side threw.</summary>
    ReceiverFailed,
}
