using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Desktop;

/// <summary>The app's menu, and the clicks on all menus.</summary>
internal sealed class ApplicationMenu(MenuCommands commands, IBrowserWindows windows) : IMenu, IConnectionObserver
{
    public Task SetApplicationMenuAsync(IReadOnlyList<MenuItem>? menu, CancellationToken cancellationToken)
        => commands.SetAsync(null, menu, cancellationToken);

    public void Connected(IElectronLink? link)
    {
        // There is no menu until the app sets one.
    }

    public void Noticed(ElectronNotice notice)
    {
        if (notice.Type == "menu-click")
        {
            commands.Clicked(notice.Command, windows.FromId(notice.WindowId), notice.Checked);
        }
        else if (notice.Type == "window-closed")
        {
            commands.Forget(notice.WindowId);
        }
    }

    public void Ended()
    {
        // No item can be clicked any more.
    }
}
