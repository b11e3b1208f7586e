using System.Globalization;

namespace IpcApp.Testing;

/// <summary>One message of a recording.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Time">When it passed, counted from the start of the recording.</param>
/// <param name="Kind">
/// <c>invoke</c>, <c>send</c>, <c>sendSync</c> and <c>postMessage</c> came from a page, <c>send-to-page</c> and <c>post-to-page</c> went to one.
/// </param>
/// <param name="Channel">The channel.</param>
/// <param name="Frame">The page, as the recording describes it; null for one it does not describe.</param>
/// <param name="Outcome">
/// What became of a message of a page: <c>answered</c>, <c>handled</c>, <c>refused</c>, <c>unheard</c>, <c>dropped</c>, or the text of the failure.
/// Null for a message to a page, and for one that was under way at the end.
/// </param>
public sealed record IpcRecordedMessage(int Line, TimeSpan Time, string Kind, string Channel, IpcRecordedFrame? Frame, string? Outcome)
{
    /// <summary>The message in one line.</summary>
    public override string ToString()
        => string.Create(
            CultureInfo.InvariantCulture,
            $"line {Line}, {Time.TotalMilliseconds:0} ms: {Kind} '{Channel}', {Frame?.ToString() ?? "unknown frame"}"
            + $"{(Outcome is { } outcome ? $": {outcome}" : "")}");
}

/// <summary>A frame of a recording.</summary>
/// <param name="Number">Its number in the file; each document has another.</param>
/// <param name="Window">The id of the window's contents.</param>
/// <param name="Url">Its address; without query and fragment if payloads were not kept.</param>
/// <param name="Origin">Its origin.</param>
/// <param name="IsMainFrame">Whether it is the main frame of its window.</param>
public sealed record IpcRecordedFrame(long Number, int Window, string Url, string Origin, bool IsMainFrame)
{
    /// <summary>The frame in a few words.</summary>
    public override string ToString() => $"{(IsMainFrame ? "main frame" : "iframe")} {Number} ({Url})";
}
