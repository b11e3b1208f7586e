namespace IpcApp.Conformance.Suite;

/// <summary>What a scenario noted, from any thread, in order; what is not there yet can be waited for.</summary>
internal sealed class NoteList
{
    private readonly Lock _gate = new();
    private readonly List<string> _notes = [];
    private readonly List<(string Note, TaskCompletionSource Seen)> _waiting = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _notes];
            }
        }
    }

    public void Add(string note)
    {
        lock (_gate)
        {
            _notes.Add(note);
            _waiting.RemoveAll(waiter => waiter.Note == note && waiter.Seen.TrySetResult());
        }
    }

    public async Task WaitForAsync(string note)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_notes.Contains(note))
            {
                return;
            }

            _waiting.Add((note, seen));
        }

        try
        {
            await seen.Task.SoonAsync();
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"'{note}' was not noted. The notes: {string.Join(", ", All)}");
        }
    }
}
