namespace IpcApp.Testing;

// What a person does outside of the app's windows.
public sealed partial class IpcTestApp
{
    /// <summary>
    /// Starts the app again, as a person does while a single-instance app runs: raises <see cref="IElectronApp.SecondInstance"/>. The app's
    /// subscribers run on the thread pool: <see cref="WhenIdleAsync"/> waits for their end. What the app itself was started with is
    /// <see cref="IpcTestAppOptions.Args"/>.
    /// </summary>
    /// <param name="arguments">What it is started with.</param>
    /// <param name="workingDirectory">Where it is started; null for where the test runs.</param>
    public void StartAgain(IReadOnlyList<string> arguments, string? workingDirectory = null)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        _host.Notify(new { type = "second-instance", arguments, workingDirectory = workingDirectory ?? Environment.CurrentDirectory });
    }

    /// <summary>
    /// Quits the app as a person does, by its menu or keys: every window is asked (<see cref="FakeWindow.Close"/>), and one that stays cancels.
    /// </summary>
    /// <returns>Whether the app is ending.</returns>
    public bool Quit() => _host.Lifecycle.Quit();

    /// <summary>Activates the app, as a click on its icon in the Dock of macOS does: raises <see cref="IElectronApp.Activate"/>.</summary>
    public void Activate()
    {
        var windows = Windows;
        _host.Notify(new { type = "activate", hasVisibleWindows = windows.Any(window => window.IsVisible), opensWindows = windows.Count == 0 });
    }

    /// <summary>Opens a file with the app, as the Finder of macOS does: raises <see cref="IElectronApp.OpenFile"/>.</summary>
    /// <param name="path">Its full path.</param>
    public void OpenFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        _host.Notify(new { type = "open-file", path });
    }

    /// <summary>Follows a link to the app, as macOS does: raises <see cref="IElectronApp.OpenUrl"/>.</summary>
    /// <param name="url">The address.</param>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1054", Justification = "An app gets any text.")]
    public void OpenUrl(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        _host.Notify(new { type = "open-url", url });
    }
}
