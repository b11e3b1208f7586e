namespace SampleApp._1.Handlers;

/// <summary>Answers the page's messages about notes. One instance for each message, so its dependencies may be scoped.</summary>
public sealed class NotesHandler(INoteStore notes) : IIpcHandler
{
    /// <summary>Ask and answer: <c>await ipc.invoke('notes:add', { text })</c>.</summary>
    [IpcHandle("notes:add")]
    public Task<Note> AddAsync(IpcMainInvokeEvent e, NewNote note, CancellationToken cancellationToken)
        => notes.AddAsync(note, cancellationToken);

    [IpcHandle("notes:list")]
    public IReadOnlyList<Note> List() => notes.All;

    /// <summary>One way, with a message back: <c>ipc.send('notes:draft', text)</c>, and <c>ipc.on('notes:draft-saved', …)</c>.</summary>
    [IpcOn("notes:draft")]
    public void Draft(IpcMainEvent e, string text) => e.Reply("notes:draft-saved", text.Length);

    /// <summary>An exception rejects the page's promise with its message; its stack trace stays here.</summary>
    [IpcHandle("notes:fail")]
    public void Fail() => throw new InvalidOperationException("The note could not be saved");
}
