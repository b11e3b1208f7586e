namespace IpcApp.Testing.Bench;

/// <summary>A small value as apps send them.</summary>
public sealed record Note(int Id, string Title, bool Done);

/// <summary>What is called.</summary>
public sealed class NotesHandler : IIpcHandler
{
    [IpcHandle]
    public Note Toggle(Note note) => note with { Done = !note.Done };
}
