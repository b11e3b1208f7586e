namespace IpcApp.Docs.Tests.Snippets;

public sealed record Note(int Id, string Text);

public sealed record NewNote(string Text);

public interface INoteStore
{
    Task<Note> AddAsync(NewNote note, CancellationToken ct);

    Task ImportAsync(string path, IProgress<int> progress, CancellationToken ct);
}

public sealed class NotesHandler(INoteStore notes) : IIpcHandler
{
    [IpcHandle("notes:add")]                    // ipcMain.handle('notes:add', …)
    public Task<Note> AddAsync(NewNote note, CancellationToken ct) => notes.AddAsync(note, ct);

    [IpcOn("notes:draft")]                      // ipcMain.on('notes:draft', …)
    public void Draft(IpcMainEvent e, string text) => e.Reply("notes:draft-saved", text.Length);

    [IpcSync("notes:limit")]                    // answers ipcRenderer.sendSync('notes:limit')
    public int Limit() => 10_000;

    [IpcHandle("notes:import")]                 // reports go to the caller, on 'notes:import:progress'
    public Task ImportAsync(string path, IProgress<int> progress, CancellationToken ct) => notes.ImportAsync(path, progress, ct);
}
