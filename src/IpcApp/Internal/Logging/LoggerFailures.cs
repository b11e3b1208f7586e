using System.Diagnostics;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Logging;

/// <summary>Tells of loggers that fail, once for each kind of failure: on stderr, since the log is what does not work. Thread-safe.</summary>
internal sealed class LoggerFailures
{
    private const int MaxKinds = 20;

    private readonly Lock _gate = new();
    private readonly HashSet<(Type, string)> _reported = [];

    /// <summary>Writes a line to stderr, whatever has become of it.</summary>
    public static void Write(string text)
    {
        try
        {
            Console.Error.WriteLine($"ipcapp: {LogText.Clean(text, LogText.SentenceLength)}");
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
            // There is no place left to tell it.
        }
    }

    /// <param name="failure">What a logger has thrown; that of several is an <see cref="AggregateException"/>.</param>
    public void Report(Exception failure)
    {
        if (failure is AggregateException { InnerExceptions: { Count: > 0 } failures })
        {
            foreach (var each in failures)
            {
                Report(each);
            }

            return;
        }

        var place = PlaceOf(failure);
        lock (_gate)
        {
            if (_reported.Count >= MaxKinds || !_reported.Add((failure.GetType(), place)))
            {
                return;
            }
        }

        Write(
            $"A logger failed in {place}, and does not have a line of the log that others may have: {failure.GetType()}: "
            + $"{ExceptionText.MessageOf(failure)} Other failures of this kind are not reported.");
    }

    /// <summary>The method that threw, which tells whose logger it is.</summary>
    private static string PlaceOf(Exception failure)
        => new StackTrace(failure).GetFrame(0) is { } frame && DiagnosticMethodInfo.Create(frame) is { } method
            ? $"{method.DeclaringTypeName}.{method.Name}"
            : "an unknown place";
}
