using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>Carries out what the app asks of windows, dialogs and menus, and answers as the host does.</summary>
internal sealed class FakeRequests(FakeHost host)
{
    private readonly ConcurrentDictionary<string, string> _failingLoads = new();

    public FakeDialog Dialog { get; } = new();

    public FakeMenu Menu { get; } = new(host);

    /// <summary>From now on loading an address fails, with a text as Chromium's.</summary>
    public void FailLoad(string url, string error) => _failingLoads[url] = error;

    public void MenuClicked(uint command, bool isChecked, FakeWindow? window)
        => host.Notify(new { type = "menu-click", command, @checked = isChecked, windowId = window?.WindowId ?? 0 });

    /// <summary>Takes one <c>call</c>.</summary>
    public void CarryOut(JsonElement message)
    {
        var call = message.GetProperty("call").GetUInt32();
        try
        {
            var value = CarryOut(message.GetProperty("action").GetString()!, message.GetProperty("arguments"));
            Answer(call, new { type = "result", call, value });
        }
        catch (Exception e)
        {
            Answer(call, new { type = "result", call, error = e.Message });
        }
    }

    private void Answer(uint call, object result)
    {
        if (call != 0)
        {
            host.Notify(result);
        }
    }

    private object? CarryOut(string action, JsonElement arguments)
    {
        switch (action)
        {
            case HostAction.CreateWindow:
                return new { windowId = host.CreateWindow(arguments.GetProperty("options")).WindowId };
            case HostAction.Settle:
                return null;
            case HostAction.Quit:
                return host.Lifecycle.Quit();
            case HostAction.LoadUrl:
                Load(Window(arguments), arguments.GetProperty("url").GetString()!);
                return null;
            case HostAction.FindFrame:
                return host.FindFrame(arguments.GetProperty("contents").GetInt32(), arguments.GetProperty("which").GetString()!);
            case HostAction.ShowOpenDialog:
                return Dialog.Open(arguments, Owner(arguments));
            case HostAction.ShowSaveDialog:
                return Dialog.Save(arguments, Owner(arguments));
            case HostAction.SetMenu:
                (Owner(arguments)?.Menu ?? Menu).Set(arguments);
                return null;
            default:
                if (host.FindWindow(arguments.GetProperty("windowId").GetInt32()) is { } window)
                {
                    window.Obey(action, arguments);
                }

                return null;
        }
    }

    private void Load(FakeWindow window, string url)
    {
        if (_failingLoads.TryGetValue(url, out var error))
        {
            throw new InvalidOperationException($"{error} loading '{url}'");
        }

        window.MainFrame.Navigate(url);
    }

    /// <summary>The window that a dialog or a menu belongs to; null if it belongs to none.</summary>
    private FakeWindow? Owner(JsonElement arguments) => arguments.TryGetProperty("windowId", out _) ? Window(arguments) : null;

    private FakeWindow Window(JsonElement arguments)
        => host.FindWindow(arguments.GetProperty("windowId").GetInt32()) ?? throw new InvalidOperationException("Object has been destroyed");
}
