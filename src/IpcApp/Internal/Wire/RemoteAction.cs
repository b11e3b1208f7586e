namespace IpcApp.Internal.Wire;

/// <summary>The names of Electron's actions: see <c>docs/internals/protocol.md</c>, section Actions.</summary>
internal static class RemoteAction
{
    public const string CreateWindow = "window-create";
    public const string LoadUrl = "window-load-url";
    public const string SetTitle = "window-set-title";
    public const string Show = "window-show";
    public const string Hide = "window-hide";
    public const string Focus = "window-focus";
    public const string Close = "window-close";
    public const string Destroy = "window-destroy";
    public const string FindFrame = "contents-frame";
    public const string SetMenu = "menu-set";
    public const string ShowOpenDialog = "dialog-open";
    public const string ShowSaveDialog = "dialog-save";
    public const string Settle = "settle";
    public const string Quit = "app-quit";
}
