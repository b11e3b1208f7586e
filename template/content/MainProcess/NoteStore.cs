using System.Collections.Immutable;

namespace SampleApp._1;

/// <summary>Keeps the notes in memory; put a file or a database here. Windows call in parallel, so a singleton is thread-safe.</summary>
public sealed class NoteStore(TimeProvider time) : INoteStore
{
    private readonly Lock _gate = new();
    private ImmutableList<Note> _notes = [];

    public IReadOnlyList<Note> All
    {
        get
        {
            lock (_gate)
            {
                return _notes;
            }
        }
    }

    public Task<Note> AddAsync(NewNote note, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(note.Text);
        lock (_gate)
        {
            var added = new Note(_notes.Count + 1, note.Text.Trim(), time.GetLocalNow());
            _notes = _notes.Add(added);
            return Task.FromResult(added);
        }
    }
}
