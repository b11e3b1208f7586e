using IpcApp.Internal.Ground;
using IpcApp.Internal.Ports;

namespace IpcApp.Testing.Internal;

/// <summary>
/// The limits of Electron's side that no setting changes: those of <c>src/electron-main/lib/limits.js</c>, by the same names.
/// <c>tests/Contract</c> has the table that both are compared with.
/// </summary>
internal static class ElectronSideLimits
{
    public const int PortsOfMessage = PortWire.MaxPorts;
    public const int ChannelBytes = ushort.MaxValue;
    public const int LogNameLength = LogText.NameLength;
    public const int LogMessageLength = 2_000;
    public const int CountedKeys = 100;
    public const int CountedKeyLength = 200;
    public const int UnheardReports = 100;
    public const int UnheardNameLength = 200;
    public const int ConsoleBurst = 100;
    public const int ConsoleRefillMs = 1_000;
    public const int ConsoleMessageLength = 4_000;
    public const int ConsoleAddressLength = 400;
    public const int UnresponsiveMs = 5_000;
}
