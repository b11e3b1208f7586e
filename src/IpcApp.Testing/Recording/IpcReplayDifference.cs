namespace IpcApp.Testing;

/// <summary>Something that was otherwise in a replay than in the recording.</summary>
/// <param name="Line">The line of the recording; 0 for what the recording does not have.</param>
/// <param name="Frame">The frame, in a few words.</param>
/// <param name="Kind">The kind of the message, as <see cref="IpcRecordedMessage.Kind"/>.</param>
/// <param name="Channel">The channel; empty for a message of a port.</param>
/// <param name="Path">Where in the value: <c>[0].title</c>. Empty if it is not about a part of a value.</param>
/// <param name="Expected">What the recording says.</param>
/// <param name="Actual">What happened.</param>
public sealed record IpcReplayDifference(int Line, string Frame, string Kind, string Channel, string Path, string Expected, string Actual)
{
    /// <summary>The difference in three lines.</summary>
    public override string ToString()
    {
        var where = Line == 0 ? "not in the recording" : $"line {Line}";
        return $"{where}: {Kind}{(Channel.Length > 0 ? $" '{Channel}'" : "")}, {Frame}{(Path.Length > 0 ? $", at {Path}" : "")}\n"
            + $"     recorded: {Expected}\n"
            + $"     replayed: {Actual}";
    }
}
