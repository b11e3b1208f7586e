// NOT Electron.NET: a stand-in that declares the few members of its version 0.5.1 that the scaffold uses, so that the scaffold's C# can be
// compiled where the package cannot be had. Names and signatures are facts read in its public source; nothing here does anything.

using System;
using System.Threading.Tasks;
using ElectronNET.API.Entities;
using ElectronNET.Runtime;
using ElectronNET.Runtime.Data;

namespace ElectronNET
{
    public static class ElectronNetRuntime
    {
        public static IElectronNetRuntimeController RuntimeController => throw StandIn.Called();
    }

    internal static class StandIn
    {
        public static Exception Called() => new NotSupportedException("This is a stand-in for Electron.NET, to compile against.");
    }
}

namespace ElectronNET.Runtime
{
    public interface IElectronNetRuntimeController
    {
        LifetimeState State { get; }

        Task WaitReadyTask { get; }

        Task WaitStoppedTask { get; }

        Task Start();

        Task Stop();
    }
}

namespace ElectronNET.Runtime.Data
{
    public enum LifetimeState
    {
        Uninitialized,
        Starting,
        Started,
        Ready,
        Stopping,
        Stopped,
    }
}

namespace ElectronNET.API
{
    public static class Electron
    {
        public static App App => throw StandIn.Called();

        public static WindowManager WindowManager => throw StandIn.Called();

        public static Menu Menu => throw StandIn.Called();

        public static Dialog Dialog => throw StandIn.Called();

        public static Tray Tray => throw StandIn.Called();
    }

    public sealed class App
    {
        public void Quit() => throw StandIn.Called();
    }

    public sealed class WindowManager
    {
        public Task<BrowserWindow> CreateWindowAsync(string loadUrl = "http://localhost") => throw StandIn.Called();

        public Task<BrowserWindow> CreateWindowAsync(BrowserWindowOptions options, string loadUrl = "http://localhost") => throw StandIn.Called();
    }

    public class BrowserWindow
    {
        public void Show() => throw StandIn.Called();

        public void LoadURL(string url) => throw StandIn.Called();
    }

    public sealed class Menu
    {
        public void SetApplicationMenu(MenuItem[] menuItems) => throw StandIn.Called();
    }

    public sealed class Dialog
    {
        public Task<MessageBoxResult> ShowMessageBoxAsync(string message) => throw StandIn.Called();
    }

    public sealed class Tray
    {
        public Task Show(string image, MenuItem menuItem) => throw StandIn.Called();

        public Task Show(string image, MenuItem[] menuItems) => throw StandIn.Called();
    }
}

namespace ElectronNET.API.Entities
{
    public class BrowserWindowOptions
    {
        public int Width { get; set; } = 800;

        public int Height { get; set; } = 600;

        public int MinWidth { get; set; }

        public int MinHeight { get; set; }

        public string Title { get; set; } = "Electron.NET";

        public WebPreferences WebPreferences { get; set; }
    }

    public class WebPreferences
    {
        public bool NodeIntegration { get; set; } = true;

        public bool ContextIsolation { get; set; } = false;

        public bool Sandbox { get; set; }
    }

    public class MenuItem
    {
        public Action Click { get; set; }

        public MenuRole Role { get; set; }

        public string Label { get; set; }

        public MenuItem[] Submenu { get; set; }
    }

    public enum MenuRole
    {
        cut = 3,
        copy,
        paste,
        quit = 11,
        reload,
        toggleDevTools = 14,
    }

    public class MessageBoxResult
    {
    }
}
