namespace IpcApp.Internal.Ground;

/// <summary>The app cannot start, for a reason that a person can mend: shown as one line, never as a stack trace.</summary>
/// <param name="message">Names the thing and the way out. Empty if a process started by the app has said it already.</param>
/// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="inner">The cause, for the log; may be null.</param>
internal sealed class IpcStartupException(string message, int exitCode, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>What the process ends with; Electron uses the same numbers. Listed in <c>docs/internals/protocol.md</c>.</summary>
internal static class ExitCodes
{
    public const int Failure = 1;
    public const int InvalidSetting = 2;
    public const int MissingPrerequisite = 3;
    public const int HostNotConnected = 4;

    /// <summary>Of Electron only: another instance of the app runs, and was brought to the front.</summary>
    public const int SecondInstance = 6;
}
