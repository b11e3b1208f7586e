namespace IpcApp.Bench.App;

/// <summary>A small value as apps send them.</summary>
public sealed record Note(int Id, string Title, bool Done);

/// <summary>What is measured. Each handler has its like in <c>electron/main.cjs</c>.</summary>
public sealed class BenchHandler : IIpcHandler
{
    [IpcHandle]
    public Note Small(Note note) => note with { Done = !note.Done };

    [IpcHandle]
    public async Task<Note> LaterAsync(Note note, int milliseconds)
    {
        await Task.Delay(milliseconds);
        return note;
    }

    [IpcHandle]
    public IReadOnlyList<Note> Records(IReadOnlyList<Note> notes) => notes;

    [IpcHandle]
    public byte[] Bytes(byte[] bytes) => bytes;
}
