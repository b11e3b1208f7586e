using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Composition;

/// <summary>Reports why the app ends out of order: the exit code, and the standard error where the log does not write to it.</summary>
internal sealed class EndReport(QueuedLoggers loggers, ConsoleReach console, IEnumerable<ILoggerProvider> providers)
{
    /// <summary>The category of lines about the app's end.</summary>
    public const string Category = "IpcApp";

    /// <summary>Sets the exit code, unless one is set already that is not 0, and makes sure that the reason can be read.</summary>
    /// <param name="reason">What has been logged at level Error or Critical.</param>
    /// <param name="exitCode">One of <see cref="ExitCodes"/>.</param>
    /// <param name="category">The category in which it was logged.</param>
    public void Fail(string reason, int exitCode, string category = Category)
    {
        if (TestHarness.IsActive)
        {
            return; // the process is the test runner's
        }

        if (System.Environment.ExitCode == 0)
        {
            System.Environment.ExitCode = exitCode;
        }

        if (reason.Length > 0 && !console.HasErrors(category))
        {
            WriteToStandardError(reason);
        }
    }

    /// <summary>Writes what the log still holds. For a process that is ended without its services being disposed.</summary>
    public void Flush(TimeSpan limit) => Task.Run(() =>
    {
        loggers.Flush(limit);
        foreach (var provider in providers)
        {
            try
            {
                provider.Dispose();
            }
            catch (Exception e)
            {
                LoggerFailures.Write($"A logger failed to write what it holds: {e.GetType()}: {ExceptionText.MessageOf(e)}");
            }
        }
    }).Wait(limit);

    private static void WriteToStandardError(string reason)
    {
        try
        {
            Console.Error.WriteLine($"IpcApp: {reason.ReplaceLineEndings(" ")}");
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // The terminal has been closed.
        }
    }
}
