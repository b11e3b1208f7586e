namespace IpcApp;

/// <summary>The system's dialogs: Electron's <c>dialog</c>, as a service.</summary>
/// <remarks>
/// Thread-safe. A dialog of a window blocks that window, not the app. A token that fires ends the waiting; the dialog itself stays until a
/// person closes it.
/// </remarks>
public interface IDialog
{
    /// <summary>Lets a person choose files or folders.</summary>
    /// <param name="window">The window the dialog belongs to; null for a dialog of its own.</param>
    /// <param name="options">What the dialog is like; null for choosing one file.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    /// <exception cref="InvalidOperationException">The app is not ready yet, or runs without Electron.</exception>
    /// <exception cref="ElectronException">The dialog could not be shown, or Electron has ended.</exception>
    Task<OpenDialogResult> ShowOpenDialogAsync(
        BrowserWindow? window = null, OpenDialogOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a person choose where to save a file. Nothing is written.</summary>
    /// <param name="window">The window the dialog belongs to; null for a dialog of its own.</param>
    /// <param name="options">What the dialog is like; null for the defaults.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="ObjectDisposedException">The window has been closed.</exception>
    /// <exception cref="InvalidOperationException">The app is not ready yet, or runs without Electron.</exception>
    /// <exception cref="ElectronException">The dialog could not be shown, or Electron has ended.</exception>
    Task<SaveDialogResult> ShowSaveDialogAsync(
        BrowserWindow? window = null, SaveDialogOptions? options = null, CancellationToken cancellationToken = default);
}
