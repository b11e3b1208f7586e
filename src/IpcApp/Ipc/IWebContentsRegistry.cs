using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace IpcApp;

/// <summary>All contents of the app's windows: Electron's static members of <c>webContents</c>, as a service.</summary>
/// <remarks>Thread-safe.</remarks>
public interface IWebContentsRegistry
{
    /// <summary>The contents that are alive, in the order they were created. A copy: it does not change later.</summary>
    IReadOnlyList<WebContents> GetAllWebContents();

    /// <summary>The contents with an id, or null if there are none or they are destroyed.</summary>
    /// <param name="id">Electron's id.</param>
    WebContents? FromId(int id);

    /// <summary>
    /// Sends a message to the main frame of every window. Electron has no such call: it stands for the loop that everybody writes, and
    /// passes over a window that is being closed at that moment.
    /// </summary>
    /// <param name="channel">The channel the pages listen on.</param>
    /// <param name="arguments">
    /// What their listeners receive, each as an argument of its own. An array as the only one is one argument: to send its elements, name the
    /// parameter (<c>arguments: items</c>). A value that cannot be cloned is logged, and nothing is sent.
    /// </param>
    void SendToAll(string channel, params object?[] arguments);

    /// <summary>Sends a message with one argument to the main frame of every window; an array or a list is that one argument.</summary>
    /// <inheritdoc cref="SendToAll(string, object?[])"/>
    /// <param name="channel"/>
    /// <param name="argument">What their listeners receive. A value that cannot be cloned is logged, and nothing is sent.</param>
    [OverloadResolutionPriority(1)]
    void SendToAll(string channel, object? argument) => SendToAll(channel, arguments: [argument]);

    /// <summary>Finds the live contents of the window with a name in the settings.</summary>
    /// <param name="windowName">The key under <c>IpcApp:Windows</c>.</param>
    /// <param name="contents">The contents, if there are any.</param>
    bool TryGetByWindowName(string windowName, [NotNullWhen(true)] out WebContents? contents);
}
