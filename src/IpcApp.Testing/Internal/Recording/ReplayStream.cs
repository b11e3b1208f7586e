namespace IpcApp.Testing.Internal.Recording;

/// <summary>The messages from main that arrive in one order: those on one channel of a frame, or those of a port.</summary>
/// <param name="received">What has arrived in the replay.</param>
/// <param name="where">The frame, in a few words.</param>
/// <param name="channel">The channel; empty for a port.</param>
/// <param name="frame">The frame.</param>
internal sealed class ReplayStream(Func<IReadOnlyList<FakeMessage>> received, string where, string channel, FakeFrame? frame)
{
    private readonly List<RecordedLine> _expected = [];
    private int _compared;

    public string Where => where;

    public string Channel => channel;

    public FakeFrame? Frame => frame;

    /// <summary>Whether something is missing, so that nothing of it is waited for any more.</summary>
    public bool IsGivenUp { get; set; }

    /// <summary>Whether all has arrived that was expected so far.</summary>
    public bool IsComplete => received().Count >= _expected.Count;

    public void Expect(RecordedLine line) => _expected.Add(line);

    /// <summary>What has arrived since the last time, with the lines that told of it.</summary>
    public IEnumerable<(RecordedLine Line, FakeMessage Message)> TakeArrived()
    {
        var messages = received();
        for (; _compared < Math.Min(messages.Count, _expected.Count); _compared++)
        {
            yield return (_expected[_compared], messages[_compared]);
        }
    }

    /// <summary>What has not arrived.</summary>
    public IEnumerable<RecordedLine> Missing => _expected.Skip(_compared);

    /// <summary>What no line told of.</summary>
    public IEnumerable<FakeMessage> Unexpected => received().Skip(_expected.Count);
}
