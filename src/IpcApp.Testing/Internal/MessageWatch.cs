using System.Collections.Concurrent;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>Knows the messages that are being handled by their names, where a real app only counts them.</summary>
internal sealed class MessageWatch : PendingWork
{
    private readonly ConcurrentDictionary<Entry, bool> _entries = new();
    private long _last;

    public override Ticket BeginMessage(MessageKind kind, string channel, IpcSenderInfo sender, IDisposable? leftover)
    {
        var entry = new Entry(this, Interlocked.Increment(ref _last), kind, channel, sender, leftover);
        _entries[entry] = true;
        return Begin(entry);
    }

    /// <summary>What each message that has not come to its end is waiting for, the oldest first, and then how much else there is.</summary>
    public IReadOnlyList<string> Describe()
    {
        var messages = _entries.Keys.OrderBy(entry => entry.Order).Select(entry => entry.ToString()).ToList();
        var others = Count - messages.Count;
        return others > 0
            ? [.. messages, $"{others} other {(others == 1 ? "thing is" : "things are")} still handled (events of windows and menus, messages of ports)"]
            : messages;
    }

    protected override void Started(IDisposable? leftover)
    {
        if (leftover is Entry entry)
        {
            entry.HasStarted = true;
        }
    }

    private sealed class Entry(
        MessageWatch watch, long order, MessageKind kind, string channel, IpcSenderInfo sender, IDisposable? leftover) : IDisposable
    {
        private volatile bool _hasStarted;

        public long Order => order;

        public bool HasStarted
        {
            set => _hasStarted = value;
        }

        public void Dispose()
        {
            leftover?.Dispose();
            watch._entries.TryRemove(this, out _);
        }

        public override string ToString() => IncomingMessage.Describe(kind, channel, sender) + (_hasStarted
            ? kind switch
            {
                MessageKind.Invoke => " is not answered: its handler still runs",
                MessageKind.SendSync => " is not answered: a listener still runs",
                _ => " is not done: a listener still runs",
            }
            : " waits for its turn");
    }
}
