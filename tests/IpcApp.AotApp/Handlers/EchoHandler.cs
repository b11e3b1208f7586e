namespace IpcApp.AotApp.Handlers;

public sealed class EchoHandler : IIpcHandler
{
    [IpcHandle]
    public Note Note(Note note) => note;

    [IpcHandle]
    public Task<Everything> EverythingAsync(Everything value) => Task.FromResult(value);

    [IpcHandle]
    public List<Note?> List(List<Note?> notes, int? count = null) => [.. notes.Take(count ?? notes.Count)];

    [IpcHandle]
    public int Names(List<string[]> names) => names.Count;

    [IpcHandle]
    public Shape Shape(Shape shape) => shape;

    [IpcHandle]
    public Path Path(Path path) => path;

    [IpcHandle]
    public Path Line() => new Line(1, (2, 3));

    [IpcHandle]
    public object Hidden(string text) => new Hidden(text);

    [IpcHandle]
    public object Forgotten(string text) => new Forgotten(text);

    [IpcHandle]
    public int Rest(params int[] numbers) => numbers.Sum();

    [IpcHandle]
    public async Task<string> ProgressAsync(IProgress<Point> progress)
    {
        await Task.Yield();
        progress.Report(new Point(1, 2));
        return "done";
    }
}
