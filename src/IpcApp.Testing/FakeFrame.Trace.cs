using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing;

/// <summary>The messages that the frame has sent and received, for the text of a failure.</summary>
public sealed partial class FakeFrame
{
    private const int LinesInErrors = 10;

    /// <summary>
    /// The last 50 messages of this frame, both ways, the oldest first, one a line: direction, kind, channel, arguments, and what has become of
    /// it. Made for people: long values are cut, and messages of over 4,096 bytes are told by their size. Empty if there were none.
    /// </summary>
    public string Trace => Traffic.ToText();

    internal FrameTrace Traffic { get; }

    /// <summary>Adds the last messages to an error's text.</summary>
    internal string WithTrace(string text)
    {
        var trace = Traffic.ToText(LinesInErrors).ReplaceLineEndings(Environment.NewLine + "  ");
        return trace.Length == 0 ? text : $"{text}{Environment.NewLine}The last messages of the frame:{Environment.NewLine}  {trace}";
    }
}
