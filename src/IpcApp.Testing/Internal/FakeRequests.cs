using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Wire;

namespace IpcApp.Testing.Internal;

/// <summary>Carries out what the app asks of windows, dialogs and menus, and answers as Electron does.</summary>
internal sealed class FakeRequests
{
    private readonly FakeElectron _host;
    private readonly ConcurrentDictionary<string, string> _failingLoads = new();
    private readonly Dictionary<string, Func<JsonElement, object?>> _actions;

    public FakeRequests(FakeElectron host)
    {
        _host = host;
        Menu = new FakeMenu(host);
        _actions = new()
        {
            [RemoteAction.CreateWindow] = arguments => new { windowId = host.CreateWindow(arguments.GetProperty("options")).WindowId },
            [RemoteAction.LoadUrl] = Load,
            [RemoteAction.SetTitle] = IfOpen((window, arguments) => window.ShowTitle(arguments.GetProperty("title").GetString()!)),
            [RemoteAction.Show] = IfOpen((window, _) => window.Show()),
            [RemoteAction.Hide] = IfOpen((window, _) => window.Hide()),
            [RemoteAction.Focus] = IfOpen((window, _) => window.Focus()),
            [RemoteAction.Close] = IfOpen((window, _) => window.Close()),
            [RemoteAction.Destroy] = IfOpen((window, _) => window.Destroy()),
            [RemoteAction.FindFrame] = FindFrame,
            [RemoteAction.SetMenu] = SetMenu,
            [RemoteAction.ShowOpenDialog] = arguments => Dialog.Open(arguments, Owner(arguments)),
            [RemoteAction.ShowSaveDialog] = arguments => Dialog.Save(arguments, Owner(arguments)),
            [RemoteAction.Settle] = _ => null,
            [RemoteAction.Quit] = _ => host.Lifecycle.Quit(),
        };
    }

    /// <summary>The names of the actions.</summary>
    public IEnumerable<string> Actions => _actions.Keys;

    public FakeDialog Dialog { get; } = new();

    public FakeMenu Menu { get; }

    /// <summary>From now on loading an address fails, with a text as Chromium's.</summary>
    public void FailLoad(string url, string error) => _failingLoads[url] = error;

    public void MenuClicked(uint command, bool isChecked, FakeWindow? window)
        => _host.Notify(new { type = "menu-click", command, @checked = isChecked, windowId = window?.WindowId ?? 0 });

    /// <summary>Takes one <c>call</c>.</summary>
    /// <exception cref="NotSupportedException">The fake does not know the action.</exception>
    public void CarryOut(JsonElement message)
    {
        var (call, name) = (message.GetProperty("call").GetUInt32(), message.GetProperty("action").GetString()!);
        if (!_actions.TryGetValue(name, out var action))
        {
            throw FakeCommands.Unknown($"the action '{name}'");
        }

        try
        {
            var value = action(message.GetProperty("arguments"));
            if (call != 0)
            {
                _host.Notify(new { type = "result", call, value });
            }
        }
        catch (Exception e)
        {
            object failure = call != 0
                ? new { type = "result", call, error = e.Message }
                : new { type = "error", source = name, message = e.Message };
            _host.Notify(failure);
        }
    }

    private object? Load(JsonElement arguments)
    {
        var (window, url) = (Window(arguments), arguments.GetProperty("url").GetString()!);
        if (_failingLoads.TryGetValue(url, out var error))
        {
            var text = $"{error} loading '{url}'";
            _host.ReportFailure("load-failed", text, window);
            window.BecomeReady();
            throw new InvalidOperationException(text);
        }

        window.MainFrame.Navigate(url);
        return null;
    }

    private object? FindFrame(JsonElement arguments)
        => _host.FindFrame(arguments.GetProperty("contents").GetInt32(), arguments.GetProperty("which").GetString()!);

    private object? SetMenu(JsonElement arguments)
    {
        (Owner(arguments)?.Menu ?? Menu).Set(arguments);
        return null;
    }

    /// <summary>What can be asked of a window and does nothing if that is gone.</summary>
    private Func<JsonElement, object?> IfOpen(Action<FakeWindow, JsonElement> act) => arguments =>
    {
        if (_host.FindWindow(arguments.GetProperty("windowId").GetInt32()) is { } window)
        {
            act(window, arguments);
        }

        return null;
    };

    /// <summary>The window that a dialog or a menu belongs to; null if it belongs to none.</summary>
    private FakeWindow? Owner(JsonElement arguments) => arguments.TryGetProperty("windowId", out _) ? Window(arguments) : null;

    private FakeWindow Window(JsonElement arguments)
        => _host.FindWindow(arguments.GetProperty("windowId").GetInt32()) ?? throw new InvalidOperationException("Object has been destroyed");
}
