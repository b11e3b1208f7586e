using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IpcApp.TestApp.Docs;

/// <summary>What <c>docs/guide/endpoints.md</c> shows, compiled and tested.</summary>
public static class EndpointSamples
{
    public static void Map(IpcApplication app)
    {
        app.MapGet("/api/notes", (NoteStore notes) => notes.All);
        app.MapPost("/api/notes", (Note note, NoteStore notes) => notes.Add(note));
        app.MapGet("/api/notes/added", (NoteStore notes, CancellationToken pageGone)
            => TypedResults.ServerSentEvents(notes.AddedAsync(pageGone)));
        app.MapFallbackToFile("index.html");
    }
}

public sealed record Note(string Text);

public sealed class NoteStore
{
    private readonly ConcurrentQueue<Note> _notes = new();
    private readonly ConcurrentDictionary<Channel<Note>, bool> _listeners = new();

    public IEnumerable<Note> All => _notes;

    public Note Add(Note note)
    {
        _notes.Enqueue(note);
        foreach (var listener in _listeners.Keys)
        {
            listener.Writer.TryWrite(note);
        }

        return note;
    }

    public async IAsyncEnumerable<SseItem<Note>> AddedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listener = Channel.CreateUnbounded<Note>();
        _listeners[listener] = true;
        try
        {
            yield return new SseItem<Note>(new Note("listening"), "ready");
            await foreach (var note in listener.Reader.ReadAllAsync(cancellationToken))
            {
                yield return new SseItem<Note>(note);
            }
        }
        finally
        {
            _listeners.TryRemove(listener, out _);
        }
    }
}
