using ElectronNET;
using ElectronNET.API;
using ElectronNET.API.Entities;
using ElectronNET.Runtime.Data;

// Both libraries have types of these names; in this file they are Electron.NET's.
using BrowserWindow = ElectronNET.API.BrowserWindow;
using BrowserWindowOptions = ElectronNET.API.Entities.BrowserWindowOptions;
using MenuItem = ElectronNET.API.Entities.MenuItem;

namespace SampleApp._1;

/// <summary>Electron.NET starts Electron and has windows, menus, dialogs and the tray. Messages to and from pages are ipcapp's.</summary>
public sealed class ElectronNetLauncher : IElectronLauncher
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var runtime = ElectronNetRuntime.RuntimeController;
        await runtime.Start();
        await Task.WhenAny(runtime.WaitReadyTask, runtime.WaitStoppedTask).WaitAsync(cancellationToken);
        if (!runtime.WaitReadyTask.IsCompleted)
        {
            throw new InvalidOperationException("Electron.NET could not start Electron. Its output above says why.");
        }
    }

    // One window after another: Electron.NET cannot tell two apart that are being made at the same time.
    public async Task OpenWindowsAsync(CancellationToken cancellationToken)
    {
        var options = new BrowserWindowOptions
        {
            Title = "SampleAppJsonName",
            Width = 1000,
            Height = 700,
            MinWidth = 420,
            MinHeight = 480,
            // Electron.NET's own defaults give pages all of Node.js.
            WebPreferences = new WebPreferences { NodeIntegration = false, ContextIsolation = true, Sandbox = true },
        };
        var window = await Electron.WindowManager.CreateWindowAsync(options, loadUrl: "");
        SetMenu();
        await ShowTrayAsync(window);

        // Not by CreateWindowAsync, which puts the key to Electron.NET's own connection into the page's address.
        window.LoadURL("app://local/");
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var runtime = ElectronNetRuntime.RuntimeController;
        if (runtime.State == LifetimeState.Uninitialized)
        {
            return;
        }

        // Electron has been asked to quit, and Electron.NET notices when it has. It is told only if that takes too long.
        await Task.WhenAny(runtime.WaitStoppedTask, Task.Delay(Timeout.Infinite, cancellationToken));
        if (runtime.State < LifetimeState.Stopping)
        {
            await runtime.Stop();
        }
    }

    private static void SetMenu() => Electron.Menu.SetApplicationMenu(
    [
        new MenuItem { Label = "File", Submenu = [new MenuItem { Label = "Quit", Role = MenuRole.quit }] },
        new MenuItem
        {
            Label = "Edit",
            Submenu =
            [
                new MenuItem { Label = "Cut", Role = MenuRole.cut },
                new MenuItem { Label = "Copy", Role = MenuRole.copy },
                new MenuItem { Label = "Paste", Role = MenuRole.paste },
            ],
        },
        new MenuItem
        {
            Label = "View",
            Submenu =
            [
                new MenuItem { Label = "Reload", Role = MenuRole.reload },
                new MenuItem { Label = "Developer Tools", Role = MenuRole.toggleDevTools },
            ],
        },
        new MenuItem { Label = "Help", Submenu = [new MenuItem { Label = "About", Click = ShowAbout }] },
    ]);

    private static void ShowAbout() => _ = Electron.Dialog.ShowMessageBoxAsync("SampleAppJsonName: windows by Electron.NET, messages by ipcapp");

    private static Task ShowTrayAsync(BrowserWindow window) => Electron.Tray.Show(
        Path.Combine(AppContext.BaseDirectory, "Assets", "tray.png"),
        [new MenuItem { Label = "Show", Click = window.Show }, new MenuItem { Label = "Quit", Click = Electron.App.Quit }]);
}
