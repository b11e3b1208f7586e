using IpcApp.Internal.Ports;
using IpcApp.Internal.Scheduling;

namespace IpcApp.Testing.Internal;

/// <summary>
/// The listeners of one frame's page. They run as on a page's event loop: one message after another, in the order of arrival, on the thread
/// that delivers; what arrives while one runs waits for its end. Thread-safe.
/// </summary>
/// <param name="host">Counts the listeners that run, and gets what they throw.</param>
/// <param name="frame">Whose page it is.</param>
internal sealed class PageListeners(FakeElectron host, FakeFrame frame) : IThreadPoolWorkItem
{
    [ThreadStatic]
    private static bool _runsHere;

    private readonly Lock _gate = new();
    private readonly List<Listener> _listeners = [];
    private readonly Queue<FakeMessage> _waiting = new();
    private bool _isRunning;
    private PendingWork.Ticket _running;

    /// <summary>Whether the current thread is in a listener of some page.</summary>
    public static bool RunsHere => _runsHere;

    public IDisposable Add(string channel, Func<FakeMessage, Task> action, bool isOnce)
    {
        var listener = new Listener(this, channel, action, isOnce);
        lock (_gate)
        {
            _listeners.Add(listener);
        }

        return listener;
    }

    /// <summary>Takes a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="record">Records it; called in the order in which listeners get the messages.</param>
    public void Deliver(FakeMessage message, Action<FakeMessage> record)
    {
        lock (_gate)
        {
            record(message);
            if (_listeners.Count == 0 && !_isRunning)
            {
                return;
            }

            _waiting.Enqueue(message);
            if (_isRunning)
            {
                return;
            }

            _isRunning = true;
            _running = host.Watch.Begin();
        }

        if (PortGate.Lock.IsHeldByCurrentThread)
        {
            RunLater(); // it was posted: user code must not run under that lock
        }
        else
        {
            Execute();
        }
    }

    /// <summary>Runs the listeners of what waits.</summary>
    public void Execute()
    {
        var (running, before) = (_running, _runsHere);
        _runsHere = true;
        while (Next() is { } next)
        {
            foreach (var listener in Of(next.Channel))
            {
                Run(listener, next);
            }
        }

        _runsHere = before;
        running.Dispose();
    }

    public override string ToString() => $"listeners of {frame.Url}";

    private void RunLater()
    {
        if (host.Steps is { } steps)
        {
            steps.Queue(this, frame);
        }
        else
        {
            WorkScheduler.Pool.Queue(this);
        }
    }

    private FakeMessage? Next()
    {
        lock (_gate)
        {
            _isRunning = _waiting.TryDequeue(out var message);
            return message;
        }
    }

    /// <summary>Those of a channel, as they are now; one that is for one message is removed before it runs.</summary>
    private Listener[] Of(string channel)
    {
        lock (_gate)
        {
            Listener[] found = [.. _listeners.Where(listener => listener.Channel == channel)];
            _listeners.RemoveAll(listener => listener.IsOnce && listener.Channel == channel);
            return found;
        }
    }

    private async void Run(Listener listener, FakeMessage message)
    {
        using (host.Watch.Begin())
        {
            try
            {
                await listener.Run(message).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                host.PageErrors.Add(e);
            }
        }
    }

    private sealed class Listener(PageListeners owner, string channel, Func<FakeMessage, Task> action, bool isOnce) : IDisposable
    {
        // That of the test, and not of the handler that has sent the message.
        private readonly ExecutionContext? _context = ExecutionContext.Capture();

        public string Channel => channel;

        public bool IsOnce => isOnce;

        public Task Run(FakeMessage message)
        {
            if (_context is null)
            {
                return action(message);
            }

            Task? task = null;
            ExecutionContext.Run(_context, _ => task = action(message), null);
            return task!;
        }

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._listeners.Remove(this);
            }
        }
    }
}
