namespace IpcApp.Internal.Bridge;

/// <summary>What chunks are ordered by: a lane, or for an unlaned message the message itself.</summary>
internal readonly record struct LaneKey(uint Lane, uint Id, short Kind)
{
    private const short Laned = -1;

    /// <summary>Unlaned messages that fit one frame are ordered against nothing, so they may as well share a lane.</summary>
    public static LaneKey SmallUnlaned { get; } = new(0, 0, -2);

    public static LaneKey OfLane(uint lane) => new(lane, 0, Laned);

    public static LaneKey OfMessage(byte kind, uint lane, uint id) => new(lane, id, kind);

    public static LaneKey Of(in FrameHeader header) =>
        header.IsUnlaned ? OfMessage(header.Kind, header.Lane, header.Id) : OfLane(header.Lane);
}
