using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <summary>A window with a page: of the app's settings, made by the app, or opened by a test.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed partial class FakeWindow
{
    // As in Electron, a window and its contents are counted on their own, so that an app cannot take one id for the other.
    private const int FirstWindowId = 1000;

    private readonly FakeElectron _host;
    private readonly FakeWindowOptions _options;

    internal FakeWindow(FakeElectron host, int id, FakeWindowOptions options)
    {
        _host = host;
        Id = id;
        Name = options.Name;
        _options = options;
        Title = options.Title;
        _showsWhenReady = options.Show;
        Opener = options.Opener;
        Menu = new FakeMenu(host);
        FocusedFrame = MainFrame = new FakeFrame(host, this, null, options.Url, options.Origin, processId: options.ProcessId);
    }

    /// <summary>The id of its contents: what <see cref="WebContents.Id"/> is in the app.</summary>
    public int Id { get; }

    /// <summary>Its id: what <see cref="BrowserWindow.Id"/> is in the app.</summary>
    public int WindowId => FirstWindowId + Id;

    /// <summary>Its name in the app's settings; null for another window.</summary>
    public string? Name { get; }

    /// <summary>The menu bar that <see cref="BrowserWindow.SetMenuAsync"/> gave it; that of the app is <see cref="IpcTestApp.Menu"/>.</summary>
    public FakeMenu Menu { get; }

    /// <summary>The page's main frame; its address is empty until the app loads a page.</summary>
    public FakeFrame MainFrame { get; }

    /// <summary>Whether it has been closed.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Whether it can be closed, by its user or by <see cref="BrowserWindow.Close"/>. <see langword="true"/> by default.</summary>
    public bool IsClosable { get; set; } = true;

    /// <summary>How its page answers whether the window can be closed. <see cref="FakeBeforeUnload.Leave"/> by default.</summary>
    public FakeBeforeUnload BeforeUnload { get; set; }

    /// <summary>
    /// What a person chooses if the page does not answer (<see cref="FakeBeforeUnload.NoAnswer"/>). <see cref="FakeUnresponsiveChoice.Close"/>
    /// by default.
    /// </summary>
    public FakeUnresponsiveChoice UnresponsiveChoice { get; set; }

    /// <summary>The frame that has the keyboard's focus; <see cref="FakeFrame.Focus"/> moves it.</summary>
    public FakeFrame FocusedFrame
    {
        get => field is { IsRemoved: false } frame ? frame : MainFrame;
        internal set;
    }

    internal FakeFrame? Opener { get; }

    /// <summary>A preload throws: the app hears of it by <see cref="WebContents.PreloadError"/>, and its log has it.</summary>
    /// <param name="preload">The preload's file.</param>
    /// <param name="message">The error's message.</param>
    /// <param name="stack">The error's stack; null if it has none.</param>
    public void FailPreload(string preload, string message, string? stack = null)
    {
        _host.Notify(new { type = "error", source = "preload-error", message = $"{preload}: {message}", stack, window = Name });
        _host.Notify(new { type = "preload-error", contents = Id, preload, message, stack });
    }

    /// <summary>Loads the page again, also after a crash.</summary>
    public void Reload() => MainFrame.Navigate(MainFrame.Url);

    /// <summary>
    /// Ends the page's renderer process: its frames are disposed, and calls that wait for an answer never settle, until
    /// <see cref="Reload"/>.
    /// </summary>
    /// <param name="reason">Electron's word for the reason.</param>
    /// <param name="exitCode">The process's exit code.</param>
    public void Crash(string reason = "crashed", int exitCode = 1)
    {
        _host.Crash(this, [.. MainFrame.SelfAndDescendants], reason, exitCode);
        MainFrame.MarkCrashed();
    }

    /// <summary>
    /// Closes the window as its user does: the page is asked (<see cref="BeforeUnload"/>). Calls that wait for an answer never settle, as in
    /// Electron.
    /// </summary>
    /// <returns>Whether the window is closed.</returns>
    public bool Close()
    {
        if (!IsClosed && IsClosable && MayLeave())
        {
            End(pageFirst: true);
        }

        return IsClosed;
    }

    /// <summary>
    /// Closes the window without asking its page. <see cref="BrowserWindow.Closed"/> then comes before <see cref="WebContents.Destroyed"/>,
    /// after <see cref="Close"/> the other way round.
    /// </summary>
    public void Destroy() => End(pageFirst: false);

    private void End(bool pageFirst)
    {
        if (!IsClosed)
        {
            IsClosed = true;
            _host.Close(this, pageFirst);
        }
    }

    private bool MayLeave()
    {
        if (BeforeUnload != FakeBeforeUnload.NoAnswer || MainFrame.IsCrashed)
        {
            return BeforeUnload == FakeBeforeUnload.Leave || MainFrame.IsCrashed;
        }

        if (UnresponsiveChoice == FakeUnresponsiveChoice.Wait)
        {
            return false;
        }

        var name = Name is null ? $"window {WindowId} ('{Title}')" : $"window '{Name}'";
        _host.Notify(new
        {
            type = "log",
            level = "warning",
            message = $"The page of {name} did not answer within {ElectronSideLimits.UnresponsiveMs / 1_000} s whether its window can be closed, "
                + "and no dialog can be shown here to ask: the window was closed.",
        });
        return true;
    }
}
