using System.Collections.Concurrent;

namespace IpcApp.Testing.Internal;

/// <summary>The messages from main to one frame, by channel.</summary>
internal sealed class FrameInbox(FakeFrame frame)
{
    private readonly ConcurrentDictionary<string, MessageQueue> _channels = new();

    /// <summary>The channels on which something has arrived, or was asked for.</summary>
    public IEnumerable<string> Channels => _channels.Keys;

    public void Deliver(FakeMessage message) => Get(message.Channel).Deliver(message);

    public async Task<FakeMessage> NextAsync(string channel, TimeSpan timeout)
    {
        try
        {
            return await Get(channel).NextAsync(timeout);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException(frame.WithTrace(
                $"No message on '{channel}' reached the frame {frame.Url} within {timeout.TotalSeconds:0.###} s. It received: {Summary()}."));
        }
    }

    public IReadOnlyList<FakeMessage> Received(string channel) => Get(channel).All;

    private string Summary()
    {
        var counts = _channels
            .Select(entry => (entry.Key, entry.Value.All.Count))
            .Where(entry => entry.Count > 0)
            .Select(entry => $"'{entry.Key}' ({entry.Count})")
            .ToList();
        return counts.Count == 0 ? "nothing" : string.Join(", ", counts);
    }

    private MessageQueue Get(string name) => _channels.GetOrAdd(name, static _ => new MessageQueue());
}
