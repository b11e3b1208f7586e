using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>Knows the messages that are being handled by their names, where a real app only counts them.</summary>
internal sealed class MessageWatch : PendingWork
{
    // A list that each entry takes itself out of: this is on the way of every message.
    private readonly Lock _gate = new();
    private Entry? _newest;

    public override Ticket BeginMessage(MessageKind kind, string channel, IpcSenderInfo sender, IDisposable? leftover)
    {
        var entry = new Entry(this, kind, channel, sender, leftover);
        lock (_gate)
        {
            entry.Older = _newest;
            _newest?.Newer = entry;
            _newest = entry;
        }

        return Begin(entry);
    }

    /// <summary>What each message that has not come to its end is waiting for, the oldest first, and then how much else there is.</summary>
    public IReadOnlyList<string> Describe()
    {
        var messages = new List<string>();
        lock (_gate)
        {
            for (var entry = _newest; entry is not null; entry = entry.Older)
            {
                messages.Insert(0, entry.ToString());
            }
        }

        var others = Count - messages.Count;
        if (others > 0)
        {
            var what = others == 1 ? "1 other thing is" : $"{others} other things are";
            messages.Add($"{what} still handled (events of windows and menus, messages of ports)");
        }

        return messages;
    }

    protected override void Started(IDisposable? leftover)
    {
        if (leftover is Entry entry)
        {
            entry.HasStarted = true;
        }
    }

    private void Remove(Entry entry)
    {
        lock (_gate)
        {
            entry.Older?.Newer = entry.Newer;
            entry.Newer?.Older = entry.Older;
            if (ReferenceEquals(_newest, entry))
            {
                _newest = entry.Older;
            }
        }
    }

    private sealed class Entry(MessageWatch watch, MessageKind kind, string channel, IpcSenderInfo sender, IDisposable? leftover) : IDisposable
    {
        private volatile bool _hasStarted;

        public Entry? Older { get; set; }

        public Entry? Newer { get; set; }

        public bool HasStarted
        {
            set => _hasStarted = value;
        }

        public void Dispose()
        {
            leftover?.Dispose();
            watch.Remove(this);
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
