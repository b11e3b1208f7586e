using IpcApp.Internal.Recording;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>
/// The windows and frames of the app under test that stand for those of a recording. What the app opens and navigates by itself is left to it;
/// the rest is done as the person, or the page, has done it.
/// </summary>
internal sealed class ReplayPages(IpcTestApp app, FakeElectron host, IpcRecording recording, ReplayPatience patience)
{
    private readonly Dictionary<long, FakeWindow> _windows = [];
    private readonly Dictionary<(long Window, long Node), FakeFrame> _places = [];
    private readonly Dictionary<long, Document> _documents = [];
    private readonly HashSet<Document> _taken = [];

    /// <summary>All frames that were met.</summary>
    public IEnumerable<FakeFrame> Frames => _documents.Values.Select(document => document.Frame)
        .Concat(_windows.Values.Select(window => window.MainFrame))
        .Distinct();

    public FakeFrame? Frame(long number) => _documents.GetValueOrDefault(number)?.Frame;

    public FakeFrame? MainFrame(long window) => _windows.GetValueOrDefault(window)?.MainFrame;

    /// <summary>Does what a line says of windows and frames.</summary>
    public async Task PlayAsync(RecordedLine line)
    {
        switch (line.Kind)
        {
            case "window":
                await OpenAsync(line.Whole("window"), line.Text("name", "")).ConfigureAwait(false);
                break;
            case "window-closed" when _windows.GetValueOrDefault(line.Whole("window")) is { } window:
                if (!await patience.WaitUntilIdleAsync(() => window.IsClosed).ConfigureAwait(false))
                {
                    window.Close();
                }

                break;
            case "crash" when _windows.GetValueOrDefault(line.Whole("window")) is { IsClosed: false } window:
                window.Crash(line.Text("reason", "crashed"), (int)line.Whole("exitCode"));
                break;
            case "frame":
                await ShowAsync(line).ConfigureAwait(false);
                break;
            case "frame-gone":
                Leave(line);
                break;
        }
    }

    private async Task OpenAsync(long number, string name)
    {
        FakeWindow? Find() => app.Windows.FirstOrDefault(window => (window.Name ?? "") == name && !_windows.ContainsValue(window));
        await patience.WaitUntilIdleAsync(() => Find() is not null).ConfigureAwait(false);
        _windows[number] = Find() ?? host.OpenWindow(new FakeWindowOptions
        {
            Name = name.Length > 0 ? name : null,
            SubFrames = HasSendingIframes(number),
        });
    }

    /// <summary>A recording does not tell a window's settings, but iframes send only where they may.</summary>
    private bool HasSendingIframes(long window)
    {
        var iframes = recording.Lines
            .Where(line => line.Kind == "frame" && line.Whole("window") == window && line.Text("is") != "main frame")
            .Select(line => line.Whole("frame"))
            .ToHashSet();
        return recording.Lines.Any(line => line.IsFromPage && iframes.Contains(line.Whole("frame")));
    }

    private async Task ShowAsync(RecordedLine line)
    {
        var (number, window, url, origin) = (line.Whole("frame"), line.Whole("window"), line.Text("url"), line.Text("origin"));
        var isKnown = _documents.TryGetValue(number, out var known);
        if (isKnown && !line.Has("detached"))
        {
            if (!Shows(known!.Frame, url) || known.Frame.Origin != origin)
            {
                known.Frame.ChangeAddress(url, origin);
            }

            return;
        }

        if (!_windows.ContainsKey(window))
        {
            await OpenAsync(window, "").ConfigureAwait(false);
        }

        var place = (window, line.Whole("node"));
        var isMain = line.Text("is") == "main frame";
        var frame = isMain ? _windows[window].MainFrame : _places.GetValueOrDefault(place);
        if (line.Has("detached"))
        {
            if ((known?.Frame ?? frame) is { IsDetached: false } leaving)
            {
                Take(number, isKnown ? leaving.SplitOff() : leaving.SplitOff(url, origin));
            }

            return;
        }

        if (frame is null or { IsRemoved: true })
        {
            frame = line.Has("parent") && _places.GetValueOrDefault((window, line.Whole("parent"))) is { IsRemoved: false } parent
                ? parent.AddFrame(url, origin, line.Text("name", ""))
                : throw line.Fault("it is about an iframe whose parent is not there");
        }
        else if (url.Length > 0 && !await IsThereAsync(frame, url).ConfigureAwait(false))
        {
            frame.Show(url, origin);
        }

        _places[place] = frame;
        Take(number, frame);
    }

    /// <summary>Whether the app has loaded the page by itself, as its settings or a handler say.</summary>
    private Task<bool> IsThereAsync(FakeFrame frame, string url)
        => patience.WaitUntilIdleAsync(() => !_taken.Contains(new Document(frame, frame.FrameId)) && Shows(frame, url));

    /// <summary>Whether a frame has an address, as the recording tells addresses.</summary>
    private bool Shows(FakeFrame frame, string url) => (recording.HasPayloads ? frame.Url : RedactedText.Address(frame.Url)) == url;

    private void Take(long number, FakeFrame frame)
    {
        var document = new Document(frame, frame.FrameId);
        _taken.Add(document);
        _documents[number] = document;
    }

    private void Leave(RecordedLine line)
    {
        if (_documents.GetValueOrDefault(line.Whole("frame")) is not { Frame: { IsRemoved: false } frame } document)
        {
            return;
        }

        switch (line.Text("reason", ""))
        {
            case "navigated" when frame.IsDetached:
                frame.Remove();
                break;
            case "navigated" when document.FrameId == frame.FrameId: // else the next document is there already
                frame.Leave();
                break;
            case "removed" when frame.Parent is not null || frame.IsDetached:
                frame.Remove();
                break;
        }
    }

    /// <summary>A document: each one a frame shows has another id.</summary>
    private sealed record Document(FakeFrame Frame, int FrameId);
}
