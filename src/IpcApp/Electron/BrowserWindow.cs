using IpcApp.Internal.Desktop;
using IpcApp.Internal.Settings;
using IpcApp.Internal.Wire;

namespace IpcApp;

/// <summary>A window. Electron's <c>BrowserWindow</c>; <see cref="IBrowserWindows"/> makes and finds them.</summary>
/// <remarks>
/// Thread-safe. What one thread asks of a window is carried out in that order, also in order with the registration of handlers. Messages
/// (<see cref="WebContents.Send(string, object?[])"/>) have an order of their own: to reach the page that <see cref="LoadUrlAsync"/> loads, send after it has
/// completed. Events are raised on the thread pool, one after another and in order with those of <see cref="WebContents"/>. A subscriber that
/// blocks before its first incomplete <c>await</c> holds up the events of all windows, menus and the app; in development, one that has been
/// running for a second is logged.
/// </remarks>
public sealed class BrowserWindow
{
    private readonly WindowDependencies _parts;
    private volatile string _title;
    private int _destroyed;

    internal BrowserWindow(int id, string? name, string title, WebContents contents, WindowDependencies parts)
    {
        Id = id;
        Name = name;
        _title = title;
        WebContents = contents;
        _parts = parts;
    }

    /// <summary>
    /// Raised once, when the window has been closed: after <see cref="Close"/> after <see cref="WebContents.Destroyed"/> of its contents, after
    /// <see cref="Destroy"/> before it. Electron's <c>closed</c>.
    /// </summary>
    public event EventHandler? Closed;

    /// <summary>Raised when the page has got another title, after the window has taken it over. It cannot be prevented from here.</summary>
    public event EventHandler<PageTitleUpdatedEventArgs>? PageTitleUpdated;

    /// <summary>Electron's id of the window: unique while the app runs, and not the id of its contents.</summary>
    public int Id { get; }

    /// <summary>The window's name in the settings, section <c>IpcApp:Windows</c>; null if it was made otherwise.</summary>
    public string? Name { get; }

    /// <summary>What the window shows. Electron throws after the window was closed; here it stays readable, and is destroyed.</summary>
    public WebContents WebContents { get; }

    /// <summary>The title, as Electron last reported or <see cref="SetTitle"/> set it.</summary>
    public string Title => _title;

    /// <summary>The open window that shows some contents; null if they are in none.</summary>
    /// <param name="contents">The contents, such as an event's sender.</param>
    public static BrowserWindow? FromWebContents(WebContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        return contents.Window is { } window && !window.IsDestroyed() ? window : null;
    }

    /// <summary>Loads a page. Completes when it has loaded.</summary>
    /// <param name="url">
    /// An address under <c>app://local/</c>, the app's <c>wwwroot</c>. In development also of a server on this machine; its pages can use IPC
    /// if their origin is that of a window in the settings.
    /// </param>
    /// <param name="cancellationToken">Ends the waiting; the page goes on loading.</param>
    /// <exception cref="ArgumentException">The address is not one of those.</exception>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    /// <exception cref="ElectronException">
    /// The page could not be loaded; the message is Electron's, such as <c>ERR_CONNECTION_REFUSED (-102) loading 'URL'</c>. Also when another
    /// navigation or the window's end came in between.
    /// </exception>
    public Task LoadUrlAsync(string url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!PageAddress.IsAllowed(url, _parts.IsDevelopment))
        {
            throw new ArgumentException($"A window can load {PageAddress.Expected(_parts.IsDevelopment)}, but not '{url}'.", nameof(url));
        }

        ThrowIfDestroyed();
        return _parts.Calls.InvokeAsync(
            RemoteAction.LoadUrl,
            json =>
            {
                json.WriteNumber("windowId", Id);
                json.WriteString("url", url);
            },
            cancellationToken);
    }

    /// <summary>Changes the title, until the page sets its own.</summary>
    /// <param name="title">The title.</param>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    public void SetTitle(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        ThrowIfDestroyed();
        _title = title;
        _parts.Calls.Post(RemoteAction.SetTitle, json =>
        {
            json.WriteNumber("windowId", Id);
            json.WriteString("title", title);
        });
    }

    /// <summary>Shows the window and gives it the focus. Without a display it only counts as visible.</summary>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    public void Show() => Post(RemoteAction.Show);

    /// <summary>Hides the window.</summary>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    public void Hide() => Post(RemoteAction.Hide);

    /// <summary>Brings the window to the front.</summary>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    public void Focus() => Post(RemoteAction.Focus);

    /// <summary>Asks the page to go, which it can refuse in <c>beforeunload</c>; <see cref="Closed"/> tells. Nothing if it is closed.</summary>
    public void Close() => PostIfOpen(RemoteAction.Close);

    /// <summary>Closes the window without asking the page. Nothing if it is closed.</summary>
    public void Destroy() => PostIfOpen(RemoteAction.Destroy);

    /// <summary>Gives the window a menu of its own, on Linux and Windows; on macOS menus belong to the app.</summary>
    /// <param name="menu">The items of its menu bar; null for no menu bar.</param>
    /// <param name="cancellationToken">Ends the waiting; the menu is set all the same.</param>
    /// <exception cref="ArgumentException">An item is not possible; the message is Electron's.</exception>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    /// <exception cref="ElectronException">Electron refuses the menu, or has ended.</exception>
    public Task SetMenuAsync(IReadOnlyList<MenuItem>? menu, CancellationToken cancellationToken = default)
    {
        ThrowIfDestroyed();
        return _parts.Menus.SetAsync(this, menu, cancellationToken);
    }

    /// <summary>Whether the window has been closed.</summary>
    public bool IsDestroyed() => Volatile.Read(ref _destroyed) != 0;

    internal void TakeTitle(string title) => _title = title;

    internal void RaisePageTitleUpdated(string title, bool explicitSet)
    {
        _title = title;
        if (PageTitleUpdated is not null)
        {
            _parts.Events.Raise(
                $"A subscriber of {nameof(BrowserWindow)}.{nameof(PageTitleUpdated)}",
                () => PageTitleUpdated?.Invoke(this, new PageTitleUpdatedEventArgs(title, explicitSet)));
        }
    }

    internal void MarkDestroyed()
    {
        if (Interlocked.Exchange(ref _destroyed, 1) == 0)
        {
            _parts.Events.Raise($"A subscriber of {nameof(BrowserWindow)}.{nameof(Closed)}", () => Closed?.Invoke(this, EventArgs.Empty));
        }
    }

    private void Post(string action)
    {
        ThrowIfDestroyed();
        PostIfOpen(action);
    }

    private void PostIfOpen(string action)
    {
        if (!IsDestroyed())
        {
            _parts.Calls.Post(action, json => json.WriteNumber("windowId", Id));
        }
    }

    private void ThrowIfDestroyed()
    {
        if (IsDestroyed())
        {
            throw new ObjectDisposedException(nameof(BrowserWindow), "Object has been destroyed");
        }
    }
}
