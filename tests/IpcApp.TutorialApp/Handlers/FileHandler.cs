namespace IpcApp.TutorialApp.Handlers;

/// <summary>Pattern 2: a page asks the main process and waits for the answer.</summary>
public sealed class FileHandler(IDialog dialog) : IIpcHandler
{
    [IpcHandle("dialog:openFile")]
    public async Task<string?> OpenFileAsync(IpcMainInvokeEvent e, CancellationToken cancellationToken)
    {
        var window = BrowserWindow.FromWebContents(e.Sender);
        var (canceled, filePaths) = await dialog.ShowOpenDialogAsync(window, cancellationToken: cancellationToken);
        return canceled ? null : filePaths[0];
    }
}
