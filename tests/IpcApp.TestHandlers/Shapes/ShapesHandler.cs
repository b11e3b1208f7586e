namespace IpcApp.TestHandlers.Shapes;

/// <summary>
/// A channel for each shape of parameters, for the hostile suite. None of them may ever be made or called by it: that would be an error.
/// </summary>
public sealed class ShapesHandler : IIpcHandler
{
    public ShapesHandler() => Made++;

    /// <summary>How many were made, in this process.</summary>
    public static int Made { get; private set; }

    [IpcHandle]
    public void Note(Note note, Kind kind, bool isNew) => Made++;

    [IpcHandle]
    public void Settings(Settings settings, Settings? before) => Made++;

    [IpcHandle]
    public void Tree(Tree tree) => Made++;

    [IpcHandle]
    public void Numbers(Numbers numbers, int whole, long large, double real, decimal exact) => Made++;

    [IpcHandle]
    public void Texts(Texts texts, string text, Guid id, Uri address) => Made++;

    [IpcHandle]
    public void Collections(Collections collections, string[] words, HashSet<Kind> kinds, Dictionary<string, Note> notes) => Made++;

    [IpcHandle]
    public void Untyped(Untyped untyped, IpcValue value, object anything) => Made++;

    [IpcHandle]
    public void Figure(Figure figure, IReadOnlyList<Figure> more) => Made++;

    [IpcHandle]
    public void Point(Point point, Point? origin, (int, int) pair) => Made++;

    [IpcHandle]
    public void Bytes(byte[] bytes, ReadOnlyMemory<byte> memory, Memory<byte>? more) => Made++;

    [IpcHandle]
    public void Defaults(string name, string greeting = "Hello", int times = 1, Kind kind = Kind.Rich, Note? note = null) => Made++;

    [IpcHandle]
    public void Words(int count, params string[] words) => Made++;

    [IpcHandle]
    public void Notes(params Note?[] notes) => Made++;

    [IpcHandle]
    public void Percentage(Percentage percentage, List<Percentage> more) => Made++;

    [IpcHandle]
    public void Even(EvenNumbers numbers, SortedSet<Guid> ids) => Made++;

    [IpcOn("shapes:listen")]
    public void Listen(IpcMainEvent e, Note note, CancellationToken cancellationToken) => Made++;

    [IpcSync("shapes:ask")]
    public int Ask(Rights rights, Point point) => ++Made;

    [IpcHandle]
    public static void Static(Note note, int count) => Made++;

    [IpcHandle]
    public void All(int first, IpcArguments arguments) => Made++;
}
