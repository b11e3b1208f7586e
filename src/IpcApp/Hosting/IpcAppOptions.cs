namespace IpcApp;

/// <summary>
/// The app's settings, section <c>IpcApp</c> of the configuration. Read once, at start-up; <c>builder.Services.Configure&lt;IpcAppOptions&gt;(…)</c>
/// can change them in code, and validators can refuse them, which ends the start. <c>IOptions</c>, <c>IOptionsMonitor</c> and
/// <c>IOptionsSnapshot</c> have the same instance; later changes of the configuration do not change it.
/// </summary>
public sealed class IpcAppOptions
{
    /// <summary>The name of the section.</summary>
    public const string SectionName = "IpcApp";

    /// <summary>What shows the windows. <see cref="IpcHostKind.Auto"/> by default.</summary>
    public IpcHostKind Host { get; set; } = IpcHostKind.Auto;

    /// <summary>Whether windows stay invisible; null (the default) for yes where there is no display.</summary>
    public bool? Headless { get; set; }

    /// <summary>
    /// A TCP port, 1024 to 65535, for Chromium's developer tools and test drivers. Null, the default, opens none. Development only:
    /// any program that reaches the port controls the app.
    /// </summary>
    public int? RemoteDebuggingPort { get; set; }

    /// <summary>
    /// The windows to open at start, by name. Without any, one named <c>main</c> opens with the defaults, unless <see cref="DefaultWindow"/>
    /// is false.
    /// </summary>
    public IDictionary<string, IpcWindowOptions> Windows { get; } = new Dictionary<string, IpcWindowOptions>(StringComparer.Ordinal);

    /// <summary>
    /// Whether a window opens where <see cref="Windows"/> names none. True by default; false for an app that makes its windows by
    /// <see cref="IBrowserWindows"/>.
    /// </summary>
    public bool DefaultWindow { get; set; } = true;

    /// <summary>
    /// Whether the app quits when its last window has been closed and nothing listens to <see cref="IElectronApp.WindowAllClosed"/>, nor to
    /// <c>window-all-closed</c> in <c>electron/main.cjs</c>. Defaults to <see langword="true"/>, on macOS to <see langword="false"/>, as is
    /// custom there. An app that lives in the tray sets it to <see langword="false"/>.
    /// </summary>
    public bool QuitWhenAllWindowsClosed { get; set; } = !OperatingSystem.IsMacOS();

    /// <summary>How much pages may ask for at once.</summary>
    public IpcLimitOptions Limits { get; set; } = new();

    /// <summary>How messages of several frames run. <see cref="IpcDispatchMode.PerFrame"/> by default.</summary>
    public IpcDispatchMode Dispatch { get; set; } = IpcDispatchMode.PerFrame;

    /// <summary>
    /// What becomes of <c>null</c>, <c>undefined</c> and holes in arrays, lists, sets and dictionaries whose declaration does not allow null
    /// in them, such as <c>string[]</c> in code with nullable annotations. <see cref="IpcNullElements.Refuse"/> by default.
    /// </summary>
    public IpcNullElements NullElements { get; set; } = IpcNullElements.Refuse;

    /// <summary>The <c>Content-Security-Policy</c> of the pages under <c>app://local/</c>; null for a strict default.</summary>
    public string? ContentSecurityPolicy { get; set; }

    /// <summary>How long Electron may take to start and connect. 15 seconds by default; 1 second to 10 minutes.</summary>
    public TimeSpan HandshakeTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long a page blocked in <c>sendSync</c> waits for its answer. 30 seconds by default; 1 millisecond to 1 hour. There
    /// is no limit while a debugger is attached.
    /// </summary>
    public TimeSpan SyncDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// A file to which every message between pages and the app is written, one JSON object a line, for reading and for replaying it in a test.
    /// Null, the default, for none. Relative to the current directory; a recording that is there is replaced, any other file refused.
    /// Development only. Contents of messages are left out (<see cref="RecordPayloads"/>), and only this user can read the file; on Windows,
    /// anyone who can read the folder. Recording ends at one gigabyte.
    /// </summary>
    public string? Record { get; set; }

    /// <summary>
    /// Whether the recording keeps what messages contain. False, the default, for their shape alone: names of properties, kinds of values,
    /// lengths, and which values are the same.
    /// </summary>
    public bool RecordPayloads { get; set; }
}

/// <summary>What shows the app's windows.</summary>
public enum IpcHostKind
{
    /// <summary>Electron where it can run, else Chromium.</summary>
    Auto,

    /// <summary>Electron.</summary>
    Electron,

    /// <summary>An installed Chromium or Chrome, for development on machines without Electron.</summary>
    Chromium,

    /// <summary>Nothing: handlers can be tested, no window opens.</summary>
    None,
}

/// <summary>What becomes of null in collections whose declaration does not allow it.</summary>
public enum IpcNullElements
{
    /// <summary>The message is refused, with an error that names the place.</summary>
    Refuse,

    /// <summary>
    /// Null is passed on, as in earlier versions and in System.Text.Json. For apps that need time to declare what they accept; it will be
    /// removed.
    /// </summary>
    Allow,
}

/// <summary>How messages of several frames run.</summary>
public enum IpcDispatchMode
{
    /// <summary>Messages of one frame start in order; different frames run in parallel.</summary>
    PerFrame,

    /// <summary>Messages of all frames start in one order, as on Electron's single thread.</summary>
    Serial,
}
