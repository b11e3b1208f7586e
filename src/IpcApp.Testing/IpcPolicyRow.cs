using IpcApp.Infrastructure;

namespace IpcApp.Testing;

/// <summary>Who may send to one handler or listener.</summary>
/// <param name="Kind">What kind of registration it is.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Handler">The handler, as logs call it: <c>NotesHandler.Add</c>.</param>
/// <param name="OwnMainFrame">Whether the main frame of the app's own page may.</param>
/// <param name="OwnIframe">Whether an iframe of the app's own origin may.</param>
/// <param name="ForeignIframe">Whether an iframe of an origin may that neither the app nor this registration names.</param>
/// <param name="OpaqueIframe">Whether a sandboxed iframe may, whose origin is opaque.</param>
/// <param name="Detached">Whether the app's own page may while it is being left.</param>
/// <param name="AlsoFrom">The origins that the registration accepts beside the app's own: their main frames, and where own iframes may,
/// their iframes.</param>
public sealed record IpcPolicyRow(
    IpcRegistrationKind Kind,
    string Channel,
    string Handler,
    bool OwnMainFrame,
    bool OwnIframe,
    bool ForeignIframe,
    bool OpaqueIframe,
    bool Detached,
    IReadOnlyList<string> AlsoFrom);
