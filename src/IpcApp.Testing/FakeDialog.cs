using System.Text.Json;

namespace IpcApp.Testing;

/// <summary>The person in front of the app's dialogs: a test says beforehand what is chosen, and looks afterwards at what was asked.</summary>
/// <remarks>
/// Thread-safe. A dialog that nothing was said for fails in the app, with a text that says so: it would stay open for ever.
/// </remarks>
public sealed class FakeDialog
{
    private readonly Lock _gate = new();
    private readonly Queue<IReadOnlyList<string>> _choices = new();
    private readonly List<FakeDialogRequest> _requests = [];

    internal FakeDialog()
    {
    }

    /// <summary>The dialogs that the app has shown, the first one first. A copy.</summary>
    public IReadOnlyList<FakeDialogRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>In the next dialog without an answer yet, these are chosen.</summary>
    /// <param name="paths">At least one path; a save dialog takes one.</param>
    /// <exception cref="ArgumentException">There is no path; see <see cref="Cancel"/>.</exception>
    public void Choose(params string[] paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        Enqueue(paths.Length > 0 ? [.. paths] : throw new ArgumentException("Name at least one path, or call Cancel().", nameof(paths)));
    }

    /// <summary>The next dialog without an answer yet is cancelled.</summary>
    public void Cancel() => Enqueue([]);

    internal object Open(JsonElement arguments, FakeWindow? window)
    {
        var paths = Show(FakeDialogKind.Open, arguments, window);
        return new { canceled = paths.Count == 0, filePaths = paths };
    }

    internal object Save(JsonElement arguments, FakeWindow? window)
    {
        var paths = Show(FakeDialogKind.Save, arguments, window);
        return new { canceled = paths.Count == 0, filePath = paths.Count > 0 ? paths[0] : "" };
    }

    private void Enqueue(IReadOnlyList<string> paths)
    {
        lock (_gate)
        {
            _choices.Enqueue(paths);
        }
    }

    private IReadOnlyList<string> Show(FakeDialogKind kind, JsonElement arguments, FakeWindow? window)
    {
        lock (_gate)
        {
            _requests.Add(FakeDialogRequest.Read(kind, arguments.GetProperty("options"), window));
            return _choices.TryDequeue(out var paths)
                ? paths
                : throw new InvalidOperationException(
                    $"The app shows {(kind == FakeDialogKind.Open ? "an open" : "a save")} dialog, and the test has not said what is chosen "
                    + "in it. Call app.Dialog.Choose(path) or app.Dialog.Cancel() before.");
        }
    }
}
