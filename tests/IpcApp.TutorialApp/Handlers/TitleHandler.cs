namespace IpcApp.TutorialApp.Handlers;

/// <summary>Pattern 1: a page tells the main process something.</summary>
public sealed class TitleHandler : IIpcHandler
{
    [IpcOn("set-title")]
    public void SetTitle(IpcMainEvent e, string title) => BrowserWindow.FromWebContents(e.Sender)?.SetTitle(title);
}
