namespace IpcApp.Internal.Logging;

/// <summary>
/// The parts of the runtime that log, each under a category of its own: <c>ILogger&lt;Subsystem.Bridge&gt;</c> writes to <c>IpcApp.Bridge</c>.
/// </summary>
internal abstract class Subsystem
{
    /// <summary>Channels, handlers, listeners and ports.</summary>
    internal sealed class Ipc : Subsystem;

    /// <summary>The connection to Electron.</summary>
    internal sealed class Bridge : Subsystem;

    /// <summary>What Electron's side reports.</summary>
    internal sealed class Electron : Subsystem;

    /// <summary>Starting Electron or the Chromium host.</summary>
    internal sealed class Launch : Subsystem;

    /// <summary>Windows, menus and dialogs.</summary>
    internal sealed class Windows : Subsystem;

    /// <summary>The app's HTTP endpoints.</summary>
    internal sealed class Endpoints : Subsystem;

    /// <summary>Recordings of the traffic.</summary>
    internal sealed class Recording : Subsystem;

    /// <summary>What pages write to their consoles.</summary>
    internal sealed class Page : Subsystem;

    /// <summary>The category of a part.</summary>
    /// <typeparam name="TPart">One of the classes above.</typeparam>
    public static string CategoryOf<TPart>()
        where TPart : Subsystem
        => "IpcApp." + typeof(TPart).Name;
}
