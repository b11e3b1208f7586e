namespace IpcApp.Testing;

/// <content>What a person sees of the window, and what the app has asked for it.</content>
public sealed partial class FakeWindow
{
    private bool _showsWhenReady;

    /// <summary>The title it shows; empty until the app or <see cref="SetPageTitle"/> gives one.</summary>
    public string Title { get; private set; }

    /// <summary>
    /// Whether a person would see it. A window that shows itself does so when its page has loaded, or could not be loaded.
    /// </summary>
    public bool IsVisible { get; private set; }

    /// <summary>
    /// Whether it has the keyboard's focus: it is the window that was last shown, or brought to the front by
    /// <see cref="BrowserWindow.Focus"/>. A hidden window cannot have the focus, and when the window with the focus is hidden or closed,
    /// none has it.
    /// </summary>
    public bool IsFocused => ReferenceEquals(_host.FocusedWindow, this);

    /// <summary>The width that was asked for, in device-independent pixels. A window that a test opens has 800.</summary>
    public int Width => _options.Width;

    /// <summary>The height that was asked for, in device-independent pixels. A window that a test opens has 600.</summary>
    public int Height => _options.Height;

    /// <summary>The least width a person can give it; null for no limit.</summary>
    public int? MinWidth => _options.MinWidth;

    /// <summary>The least height a person can give it; null for no limit.</summary>
    public int? MinHeight => _options.MinHeight;

    /// <summary>The preload of the app's own, relative to the app's folder; null for none. It does not run here.</summary>
    public string? Preload => _options.Preload;

    /// <summary>The session's partition; null for the default session.</summary>
    public string? Partition => _options.Partition;

    /// <summary>Whether its iframes can send: <see cref="BrowserWindowOptions.SubFrames"/>.</summary>
    public bool SubFrames => _options.SubFrames;

    /// <summary>
    /// The origins beside the app's own whose pages it may show. A test can put any page into a frame all the same: it stands for what the
    /// app's own JavaScript lets through, and shows that handlers refuse it.
    /// </summary>
    public IReadOnlyList<string> AllowedOrigins => _options.AllowedOrigins;

    /// <summary>Whether developer tools can be opened, as in development.</summary>
    public bool HasDevTools => _options.DevTools;

    /// <summary>Whether it was hidden, by which its page is hidden, too. To a page, a window that was never shown counts as visible.</summary>
    internal bool IsHidden { get; private set; }

    /// <summary>Changes the title as the page does by <c>document.title</c>: the window takes it over, and the app hears of it.</summary>
    /// <param name="title">The page's title.</param>
    public void SetPageTitle(string title)
    {
        Title = title;
        _host.Notify(new { type = "page-title-updated", windowId = WindowId, title, explicitSet = true });
    }

    internal void ShowTitle(string title)
    {
        Title = title;
        _host.Notify(new { type = "window-title", windowId = WindowId, title });
    }

    internal void Show()
    {
        (IsVisible, IsHidden) = (true, false);
        _host.FocusedWindow = this;
        MarkUntold();
    }

    internal void Hide()
    {
        if (IsVisible)
        {
            (IsVisible, IsHidden) = (false, true);
            LoseFocus();
            MarkUntold();
        }
    }

    /// <summary>As in Electron, nothing happens to a window that cannot be seen.</summary>
    internal void Focus()
    {
        if (IsVisible)
        {
            _host.FocusedWindow = this;
        }
    }

    /// <summary>Its first page has loaded, or could not be loaded: it shows itself, if the app has not asked otherwise.</summary>
    internal void BecomeReady()
    {
        if (_showsWhenReady && !IsVisible)
        {
            Show();
        }

        _showsWhenReady = false;
    }

    internal void LoseFocus()
    {
        if (IsFocused)
        {
            _host.FocusedWindow = null;
        }
    }

    /// <summary>The visibility of the frames has changed.</summary>
    private void MarkUntold()
    {
        foreach (var frame in MainFrame.SelfAndDescendants)
        {
            frame.HasUnreportedChange = true;
        }
    }
}
