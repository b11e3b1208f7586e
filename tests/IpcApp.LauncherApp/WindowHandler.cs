namespace IpcApp.LauncherApp;

/// <summary>Tells a page in which window it is, as .NET knows it, and the test what the page has got.</summary>
public sealed class WindowHandler(IConfiguration configuration) : IIpcHandler
{
    [IpcHandle("where")]
    public string Where(IpcMainInvokeEvent e) => $"window {BrowserWindow.FromWebContents(e.Sender!)?.Id}, contents {e.Sender!.Id}";

    [IpcOn("said")]
    public void Said(IpcMainEvent e, string text)
    {
        Console.WriteLine($"PAGE {text}");
        if (configuration["Close"] == "true")
        {
            e.Reply("close");
        }
    }
}
