using System.Collections.Concurrent;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Settings;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Desktop;

/// <summary>The windows as Electron reports them: those of the settings, those that .NET made, and any other.</summary>
internal sealed class WindowRegistry(WindowDependencies parts, FrameTree frames, IpcAppOptions settings) : IBrowserWindows, IConnectionObserver
{
    private readonly ConcurrentDictionary<int, BrowserWindow> _windows = new();

    public Task WhenReadyAsync(CancellationToken cancellationToken) => parts.Calls.Ready.WaitAsync(cancellationToken);

    public async Task<BrowserWindow> CreateAsync(BrowserWindowOptions? options, CancellationToken cancellationToken)
    {
        var window = options ?? new BrowserWindowOptions();
        if (WindowRules.FindFault(window) is { } fault)
        {
            throw new ArgumentException(
                $"The option {fault.Option} of a window is '{fault.Value}', but it must be {fault.Expected}.", nameof(options));
        }

        var result = await parts.Calls.InvokeAsync(
            RemoteAction.CreateWindow,
            json => window.WriteTo(json, "options", showWindows: settings.Headless != true, parts.IsDevelopment),
            cancellationToken).ConfigureAwait(false);

        // Electron announced the window before it answered, so it is known, unless it has gone again.
        return FromId(result.GetProperty("windowId").GetInt32())
            ?? throw new ElectronException("The window was closed while it was being made.");
    }

    public IReadOnlyList<BrowserWindow> GetAllWindows() => [.. _windows.Values.OrderBy(window => window.Id)];

    public BrowserWindow? FromId(int id) => _windows.GetValueOrDefault(id);

    public async Task<BrowserWindow?> FindAsync(int id, CancellationToken cancellationToken)
    {
        if (FromId(id) is { } known)
        {
            return known;
        }

        await parts.Calls.InvokeAsync(RemoteAction.Settle, _ => { }, cancellationToken).ConfigureAwait(false);
        return FromId(id);
    }

    public BrowserWindow? FromName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _windows.Values.FirstOrDefault(window => window.Name == name);
    }

    public BrowserWindow? FromWebContents(WebContents contents) => BrowserWindow.FromWebContents(contents);

    public void Connected(IElectronLink? link)
    {
        // Windows are announced by Electron; there is nothing to ask for.
    }

    public void Noticed(ElectronNotice notice)
    {
        switch (notice.Type)
        {
            case "window-created":
                Add(notice);
                break;
            case "window-closed":
                Remove(notice.WindowId);
                break;
            case "window-title" when FromId(notice.WindowId) is { } window:
                window.TakeTitle(notice.Title ?? "");
                break;
            case "page-title-updated" when FromId(notice.WindowId) is { } window:
                window.RaisePageTitleUpdated(notice.Title ?? "", notice.ExplicitSet);
                break;
        }
    }

    public void Ended()
    {
        foreach (var id in _windows.Keys)
        {
            Remove(id);
        }
    }

    /// <summary>A window of the settings that is asked for again is announced again.</summary>
    private void Add(ElectronNotice notice)
    {
        if (!_windows.ContainsKey(notice.WindowId))
        {
            var contents = frames.GetOrAddContents(notice.Contents);
            var window = new BrowserWindow(notice.WindowId, notice.Window, notice.Title ?? "", contents, parts);
            contents.Window = window;
            _windows[window.Id] = window;
        }
    }

    private void Remove(int id)
    {
        if (_windows.TryRemove(id, out var window))
        {
            window.MarkDestroyed();
        }
    }
}
