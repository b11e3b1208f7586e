using System.Globalization;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>
/// One replay. What pages did is done in the recorded order, each step only after all that the app had done before it in the recording: so
/// whatever depended on something comes after it again.
/// </summary>
internal sealed class Replayer
{
    private readonly FakeElectron _host;
    private readonly IpcRecording _recording;
    private readonly IpcReplayOptions _options;
    private readonly ReplayTap _tap;
    private readonly ReplayPatience _patience;
    private readonly ReplayPages _pages;
    private readonly ReplayPorts _ports = new();
    private readonly MadeUpValues _values;
    private readonly ReplayFindings _findings;
    private readonly Dictionary<long, RecordedLine> _asked = [];
    private readonly Dictionary<(FakeFrame? Frame, string Channel), ReplayStream> _streams = [];
    private readonly Dictionary<long, ReplayStream> _portStreams = [];
    private readonly Dictionary<long, string> _descriptions = [];
    private readonly List<RecordedLine> _owed = [];
    private readonly HashSet<ReplayStream> _awaited = [];
    private readonly List<string> _notes = [];

    public Replayer(IpcTestApp app, FakeElectron host, ReplayTap tap, IpcRecording recording, IpcReplayOptions options)
    {
        (_host, _tap, _recording, _options) = (host, tap, recording, options);
        _patience = new ReplayPatience(app, tap, options);
        _pages = new ReplayPages(app, host, recording, _patience);
        _values = new MadeUpValues(options.Seed);
        _findings = new ReplayFindings(options, _values);
    }

    public async Task<IpcReplayReport> RunAsync()
    {
        foreach (var line in _recording.Lines)
        {
            if (line.IsEffect)
            {
                Expect(line);
            }
            else if (line.Kind == "lost")
            {
                Note(line, $"the recording lacks {line.Whole("count")} messages here");
            }
            else
            {
                await WaitForOwedAsync().ConfigureAwait(false);
                await PlayAsync(line).ConfigureAwait(false);
            }
        }

        await WaitForOwedAsync().ConfigureAwait(false);
        await _patience.WaitUntilIdleAsync(static () => false).ConfigureAwait(false);
        Finish();
        return new IpcReplayReport(_recording.Path, _asked.Count, _findings.Compared, _findings.Differences, _notes);
    }

    private async Task PlayAsync(RecordedLine line)
    {
        switch (line.Kind)
        {
            case "invoke" or "send" or "sendSync" or "postMessage":
                Send(line);
                break;
            case "port-message":
                if (line.Value() is { } message)
                {
                    _ports.Post(line.Whole("port"), Read(line, message, ""), line.Ports());
                }

                break;
            case "port-closed":
                _ports.Close(line.Whole("port"));
                break;
            case "frame":
                _descriptions[line.Whole("frame")] = RecordedHistory.FrameOf(line).ToString();
                await _pages.PlayAsync(line).ConfigureAwait(false);
                break;
            default:
                await _pages.PlayAsync(line).ConfigureAwait(false);
                break;
        }
    }

    private void Send(RecordedLine line)
    {
        var (number, channel) = (line.Whole("n"), line.Text("channel"));
        if (_options.Skips(channel))
        {
            return;
        }

        if (line.Value() is not { } json)
        {
            Note(line, $"the message on '{channel}' could not be read when it was recorded, and was not sent");
            return;
        }

        var frame = _pages.Frame(line.Whole("frame")) ?? throw line.Fault("it is of a frame that no line before it tells of");
        var kind = line.Kind switch
        {
            "invoke" => MessageKind.Invoke,
            "send" => MessageKind.Send,
            "sendSync" => MessageKind.SendSync,
            _ => MessageKind.PostMessage,
        };
        var values = Read(line, json, channel);
        var ports = _ports.Make(frame, line.Ports());
        _asked[number] = line;
        _tap.Send(number, () => _host.Send(kind, frame, channel, values, ports));
    }

    private IpcValue Read(RecordedLine line, System.Text.Json.JsonElement json, string channel)
    {
        try
        {
            return new ValueReader(line.IsRedacted ? _values.For : null, _options.ProvidedIn(channel)).Read(json);
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw line.Fault(e.Message.TrimEnd('.'), e);
        }
    }

    private void Expect(RecordedLine line)
    {
        if (line.Kind is "answer" or "outcome")
        {
            if (_asked.TryGetValue(Asked(line), out var asked) && !_options.Ignores(asked.Text("channel")))
            {
                _owed.Add(line);
            }
        }
        else if (StreamOf(line) is { } stream)
        {
            stream.Expect(line);
            _awaited.Add(stream);
        }
    }

    private ReplayStream? StreamOf(RecordedLine line)
    {
        if (line.Kind == "port-message-to-page")
        {
            var port = line.Whole("port");
            return _portStreams.TryGetValue(port, out var known)
                ? known
                : _portStreams[port] = new(() => _ports.ReceivedOn(port), $"port {port}", "", _ports.FrameOf(port));
        }

        var channel = line.Text("channel");
        var frame = line.Has("frame") ? _pages.Frame(line.Whole("frame")) : _pages.MainFrame(line.Whole("window"));
        return frame is null || _options.Ignores(channel) ? null : StreamOf(frame, channel);
    }

    private ReplayStream StreamOf(FakeFrame frame, string channel)
        => _streams.TryGetValue((frame, channel), out var stream)
            ? stream
            : _streams[(frame, channel)]
                = new(() => frame.Received(channel), $"{(frame.Parent is null ? "main frame" : "iframe")} ({frame.Url})", channel, frame);

    private async Task WaitForOwedAsync()
    {
        if (_owed.Count == 0 && _awaited.Count == 0)
        {
            return;
        }

        await _patience.WaitAsync(() => _owed.TrueForAll(line => _tap.OutcomeOf(Asked(line)) is not null)
            && _awaited.All(stream => stream.IsGivenUp || stream.IsComplete)).ConfigureAwait(false);
        foreach (var line in _owed)
        {
            var asked = _asked[Asked(line)];
            var where = _descriptions.GetValueOrDefault(asked.Whole("frame"), "unknown frame");
            _findings.CompareOutcome(asked, where, line, _tap.OutcomeOf(Asked(line)));
        }

        _owed.Clear();
        foreach (var stream in _awaited)
        {
            Compare(stream);
            stream.IsGivenUp = !stream.IsComplete;
        }

        _awaited.Clear();
    }

    private void Compare(ReplayStream stream)
    {
        foreach (var (line, message) in stream.TakeArrived())
        {
            _findings.CompareMessage(line, stream, message);
            if ((stream.Frame ?? _ports.FrameOf(line.Has("port") ? line.Whole("port") : -1)) is { } frame)
            {
                _ports.Keep(line.Ports(), message.Ports, frame);
            }
        }
    }

    /// <summary>What has come late, not at all, or without having been expected.</summary>
    private void Finish()
    {
        foreach (var frame in _pages.Frames)
        {
            foreach (var channel in frame.HeardChannels.Where(channel => !_options.Ignores(channel)))
            {
                StreamOf(frame, channel);
            }
        }

        foreach (var stream in _streams.Values.Concat(_portStreams.Values).ToList())
        {
            Compare(stream);
            foreach (var line in stream.Missing)
            {
                _findings.Missing(line, stream);
            }

            foreach (var message in stream.Unexpected)
            {
                _findings.Unexpected(stream, message);
            }
        }
    }

    private static long Asked(RecordedLine line) => line.Whole(line.Kind == "answer" ? "to" : "of");

    private void Note(RecordedLine line, string text) => _notes.Add(string.Create(CultureInfo.InvariantCulture, $"line {line.Number}: {text}."));
}
