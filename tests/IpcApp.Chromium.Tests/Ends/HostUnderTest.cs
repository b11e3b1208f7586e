namespace IpcApp.Chromium.Tests.Ends;

/// <summary>What differs between the hosts that an app can end on.</summary>
public abstract class HostUnderTest
{
    /// <summary>Why no test runs on it on this machine; null if they do.</summary>
    public virtual string? NotRunReason => null;

    /// <summary>The setting <c>IpcApp:Host</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The variables that its processes need.</summary>
    public virtual IReadOnlyDictionary<string, string?> Environment { get; } = new Dictionary<string, string?>();

    /// <summary>Whether a command line is that of its main process in development.</summary>
    public abstract bool IsMainProcess(string commandLine);

    /// <summary>Whether a command line is that of a process that the main process starts for the pages.</summary>
    public abstract bool IsBrowserProcess(string commandLine);

    /// <summary>Whether Electron itself, and not the app, writes a line on a machine like this one.</summary>
    public abstract bool IsOwnLine(string line);

    /// <summary>Whether a file in the temporary directory is one that Electron leaves there only if it is killed.</summary>
    public abstract bool IsLeftWhenKilled(string fileName);

    /// <summary>Whether its next start removes what a killed one has left.</summary>
    public abstract bool TidiesUp { get; }

    /// <summary>Makes a package of the test app in a folder.</summary>
    /// <param name="copy">The test app.</param>
    /// <param name="folder">The package's own folder.</param>
    /// <param name="userMain">The app's <c>electron/main.cjs</c>.</param>
    /// <returns>The program to start, and its arguments.</returns>
    internal abstract (string Program, string[] Arguments) Package(AppCopy copy, string folder, string userMain);
}
