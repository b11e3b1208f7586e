using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Diagnosis;

/// <summary>
/// Says in one line that the app is up, as soon as the pages of its first windows are there. A window whose page cannot be loaded is left
/// to the line about that failure; one that takes long is waited for no longer than <see cref="Patience"/>. Thread-safe.
/// </summary>
internal sealed class StartReport(
    AppAssembly app, FrameTree frames, IHostEnvironment environment, TimeProvider time, QueuedLoggers loggers) : IConnectionObserver, IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly List<string> _shown = [];
    private Dictionary<string, string>? _awaited;
    private bool _isAnyWindowEnough;
    private RendererName _renderer = new("");

    /// <summary>What the browser has said of its version, which may be before <see cref="Begin"/>.</summary>
    private string? _chromium;
    private ITimer? _timer;

    /// <summary>The app runs without a renderer.</summary>
    public void WithoutRenderer() => Write(": no window can open, since IpcApp:Host is none.");

    /// <summary>Before the windows are opened.</summary>
    /// <param name="renderer">What shows them.</param>
    /// <param name="windows">
    /// The names of those to wait for, with the addresses of their pages; null where another framework opens them, and the first one will do.
    /// </param>
    public void Begin(RendererName renderer, IEnumerable<KeyValuePair<string, string>>? windows)
    {
        lock (_gate)
        {
            (_renderer, _isAnyWindowEnough, _awaited) = (Versioned(renderer), windows is null, new(windows ?? []));
            if (!_isAnyWindowEnough && _awaited.Count == 0)
            {
                _awaited = null;
            }
            else
            {
                _timer = time.CreateTimer(_ => GiveUp(), null, Patience, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Write($" without a window, on {renderer}.");
    }

    public void Connected(IElectronLink? link)
    {
    }

    public void Noticed(ElectronNotice notice)
    {
        string? state;
        lock (_gate)
        {
            if (notice is { Type: "ready", Chrome: { } version })
            {
                _chromium = version;
                _renderer = Versioned(_renderer);
            }

            if (_awaited is not { } awaited)
            {
                return;
            }

            var isNews = notice.Type switch
            {
                "dom-ready" => Loaded(awaited, notice),
                "error" => notice.Source == "load-failed" && awaited.Remove(notice.Window ?? ""),
                "window-closed" => awaited.Remove(notice.Window ?? ""),
                _ => false,
            };
            if (!isNews || awaited.Count > 0)
            {
                return;
            }

            state = _shown.Count > 0 ? $": {string.Join(", ", _shown)} on {_renderer}." : null;
            End();
        }

        if (state is not null)
        {
            Write(state);
        }
    }

    public void Ended() => Dispose();

    public void Dispose()
    {
        lock (_gate)
        {
            End();
        }
    }

    private RendererName Versioned(RendererName renderer) => _chromium is { } version ? renderer.WithChromium(version) : renderer;

    private bool Loaded(Dictionary<string, string> awaited, ElectronNotice notice)
    {
        if (frames.FromId(notice.Contents) is not { MainFrameOrNull: { } main } contents || main.FrameTreeNodeId != notice.TreeNode)
        {
            return false;
        }

        string? configured = null;
        if (!_isAnyWindowEnough && (contents.WindowName is not { } name || !awaited.Remove(name, out configured)))
        {
            return false;
        }

        // What the page's document is comes on a lane of its own, and may be told later.
        var url = main.Document?.Info.Url is { Length: > 0 } known ? known : configured ?? "its page";
        _shown.Add($"{PageName.Window(frames, contents.Id)} shows {LogText.Clean(url)}");
        return true;
    }

    private void GiveUp()
    {
        string state;
        lock (_gate)
        {
            if (_awaited is not { } awaited)
            {
                return;
            }

            var windows = awaited.Count == 0 ? "any window" : $"window {string.Join(", ", awaited.Keys.Order().Select(name => $"'{LogText.Clean(name)}'"))}";
            state = $" on {_renderer}, but no page has loaded in {windows} within {Patience.TotalSeconds:0} s.";
            End();
        }

        Write(state);
    }

    private void End()
    {
        _awaited = null;
        _timer?.Dispose();
    }

    private void Write(string state)
        => DevelopmentLog.AppIsUp(loggers.Create("IpcApp"), app.Name ?? environment.ApplicationName, state);
}
