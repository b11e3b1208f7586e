using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>A window with a page, as a test opens it.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakeWindow
{
    private readonly FakeHost _host;

    internal FakeWindow(FakeHost host, int id, string? name, string url, bool subFrames)
    {
        _host = host;
        Id = id;
        Name = name;
        SubFrames = subFrames;
        MainFrame = new FakeFrame(host, this, null, url);
    }

    /// <summary>The id of its contents: what <see cref="WebContents.Id"/> is in the app.</summary>
    public int Id { get; }

    /// <summary>Its name in the app's settings; null for a window that the test opened.</summary>
    public string? Name { get; }

    /// <summary>The page's main frame.</summary>
    public FakeFrame MainFrame { get; }

    /// <summary>Whether it has been closed.</summary>
    public bool IsClosed { get; private set; }

    internal bool SubFrames { get; }

    /// <summary>Loads the page again, also after a crash.</summary>
    public void Reload() => MainFrame.Navigate(MainFrame.Url);

    /// <summary>
    /// Ends the page's renderer process: its frames are disposed, and calls that wait for an answer never settle (S58), until
    /// <see cref="Reload"/> (S103).
    /// </summary>
    /// <param name="reason">Electron's word for the reason.</param>
    /// <param name="exitCode">The process's exit code.</param>
    public void Crash(string reason = "crashed", int exitCode = 1)
    {
        _host.Crash(this, [.. MainFrame.SelfAndDescendants], reason, exitCode);
        MainFrame.MarkCrashed();
    }

    /// <summary>Closes the window. Calls that wait for an answer never settle, as in Electron (S58).</summary>
    public void Close()
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _host.Close(this);
        }
    }
}
