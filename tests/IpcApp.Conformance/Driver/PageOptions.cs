namespace IpcApp.Conformance.Driver;

/// <summary>The window that a scenario opens.</summary>
public sealed record PageOptions
{
    /// <summary>Which object of the page carries out the steps.</summary>
    public PageRoute Route { get; init; } = PageRoute.IpcRenderer;

    /// <summary>Electron's <c>nodeIntegrationInSubFrames</c>: whether iframes have preloads and IPC.</summary>
    public bool SubFrames { get; init; }
}

/// <summary>The two ways from a page's script to main.</summary>
public enum PageRoute
{
    /// <summary><c>ipcRenderer</c> itself, in a preload of the app's own.</summary>
    IpcRenderer,

    /// <summary><c>window.ipc</c>, which the default preload gives to the page's own script, over the context bridge.</summary>
    WindowIpc,
}
