namespace IpcApp.TestApp;

/// <summary>What the handlers did, for tests to look at.</summary>
public sealed class CallLog
{
    private readonly Lock _gate = new();
    private readonly List<string> _entries = [];
    private readonly List<(string Entry, TaskCompletionSource Seen)> _waiting = [];

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (_gate)
            {
                return [.. _entries];
            }
        }
    }

    /// <summary>Lets <c>slow:wait</c> and <c>message:log-later</c> go on.</summary>
    public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(string entry)
    {
        lock (_gate)
        {
            _entries.Add(entry);
            _waiting.RemoveAll(waiter => waiter.Entry == entry && waiter.Seen.TrySetResult());
        }
    }

    /// <summary>Waits until an entry is there.</summary>
    public Task WaitForAsync(string entry)
    {
        lock (_gate)
        {
            if (_entries.Contains(entry))
            {
                return Task.CompletedTask;
            }

            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((entry, seen));
            return seen.Task.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }
}

/// <summary>A scoped service that tells when its scope ends, and has the call's event injected.</summary>
public sealed class ScopeProbe(CallLog log, IpcEvent e) : IDisposable
{
    private static int _last;

    public int Id { get; } = Interlocked.Increment(ref _last);

    public string Channel => e.Channel;

    public void Dispose() => log.Add($"disposed {Id}");
}
