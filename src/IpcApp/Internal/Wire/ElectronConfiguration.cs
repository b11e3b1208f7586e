namespace IpcApp.Internal.Wire;

/// <summary>What Electron is told right after the handshake. <c>docs/internals/protocol.md</c> describes each member.</summary>
internal sealed record ElectronConfiguration(
    bool Development,
    IReadOnlyList<string> AllowedOrigins,
    IpcLimitOptions Limits,
    TimeSpan? SyncDeadline,
    TimeSpan Grace,
    TimeSpan ShutdownTimeout,
    bool QuitWhenAllWindowsClosed,
    string? ContentSecurityPolicy,
    string? PageConsole);
