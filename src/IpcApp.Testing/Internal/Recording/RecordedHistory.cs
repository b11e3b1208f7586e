namespace IpcApp.Testing.Internal.Recording;

/// <summary>What a recording's lines mean together.</summary>
internal static class RecordedHistory
{
    /// <summary>
    /// Without what had no effect: messages to frames that were gone or not there yet, what Electron did not take, and answers that another took
    /// the place of.
    /// </summary>
    public static IReadOnlyList<RecordedLine> Settle(IReadOnlyList<RecordedLine> lines)
    {
        var settled = new List<RecordedLine?>(lines.Count);
        var alive = new Dictionary<long, long>();
        var mainFrames = new Dictionary<long, long>();
        var answers = new Dictionary<long, int>();
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case "frame":
                    alive[line.Whole("frame")] = line.Whole("window");
                    if (line.Text("is") == "main frame" && !line.Has("detached"))
                    {
                        mainFrames[line.Whole("window")] = line.Whole("frame");
                    }

                    break;
                case "frame-gone":
                    if (alive.Remove(line.Whole("frame"), out var window) && mainFrames.GetValueOrDefault(window) == line.Whole("frame"))
                    {
                        mainFrames.Remove(window);
                    }

                    break;
                case "not-sent":
                    Take(settled, settled.FindLastIndex(sent => sent is { IsToPage: true } && LaneOf(sent) == line.Whole("lane")));
                    break;
                case "answer" when answers.TryGetValue(line.Whole("to"), out var earlier):
                    Take(settled, earlier);
                    break;
            }

            var isLost = line.Kind is "send-to-page" or "post-to-page"
                && !(line.Has("window") ? mainFrames.ContainsKey(line.Whole("window")) : alive.ContainsKey(line.Whole("frame")));
            settled.Add(isLost ? null : line);
            if (line.Kind == "answer")
            {
                answers[line.Whole("to")] = settled.Count - 1;
            }
        }

        return [.. settled.OfType<RecordedLine>()];
    }

    /// <summary>The messages between pages and main, for people.</summary>
    public static IReadOnlyList<IpcRecordedMessage> MessagesOf(IReadOnlyList<RecordedLine> lines)
    {
        var outcomes = new Dictionary<long, string>();
        foreach (var line in lines.Where(line => line.Kind is "answer" or "outcome"))
        {
            outcomes[line.Whole(line.Kind == "answer" ? "to" : "of")]
                = line.Has("error") ? line.Text("error") : line.Kind == "answer" ? "answered" : line.Text("outcome");
        }

        var frames = new Dictionary<long, IpcRecordedFrame>();
        var mainFrames = new Dictionary<long, IpcRecordedFrame>();
        var messages = new List<IpcRecordedMessage>();
        foreach (var line in lines)
        {
            if (line.Kind == "frame")
            {
                var frame = FrameOf(line);
                frames[frame.Number] = frame;
                if (frame.IsMainFrame)
                {
                    mainFrames[frame.Window] = frame;
                }
            }
            else if (line.IsFromPage || line.Kind is "send-to-page" or "post-to-page")
            {
                var frame = line.Has("frame") ? frames.GetValueOrDefault(line.Whole("frame")) : mainFrames.GetValueOrDefault(line.Whole("window"));
                var outcome = line.IsFromPage ? outcomes.GetValueOrDefault(line.Whole("n")) : null;
                messages.Add(new(line.Number, line.Time, line.Kind, line.Text("channel"), frame, outcome));
            }
        }

        return messages;
    }

    public static IpcRecordedFrame FrameOf(RecordedLine line) => new(
        line.Whole("frame"), (int)line.Whole("window"), line.Text("url"), line.Text("origin"), line.Text("is") == "main frame");

    private static long LaneOf(RecordedLine line) => line.Whole(line.Kind == "port-message-to-page" ? "port" : "lane");

    private static void Take(List<RecordedLine?> lines, int index)
    {
        if (index >= 0)
        {
            lines[index] = null;
        }
    }
}
