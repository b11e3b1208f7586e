using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing.Internal.Events;

/// <summary>Keeps the errors that an app would have in its log: a message that cannot be sent is logged, and not thrown (S79).</summary>
internal sealed class SentErrors : ILogger<Subsystem.Ipc>, ILogger<Subsystem.Windows>
{
    private readonly Lock _gate = new();
    private readonly List<string> _errors = [];

    /// <summary>Gives the errors there are, and forgets them.</summary>
    public IReadOnlyList<string> Take()
    {
        lock (_gate)
        {
            string[] taken = [.. _errors];
            _errors.Clear();
            return taken;
        }
    }

    /// <exception cref="IpcTestException">There are errors. They stay.</exception>
    /// <param name="explain">Adds what is worth knowing to the text.</param>
    public void ThrowIfAny(Func<string, string> explain)
    {
        lock (_gate)
        {
            if (_errors.Count > 0)
            {
                throw new IpcTestException(explain(
                    $"What the handler sent did not all go out:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", _errors)}"
                    + $"{Environment.NewLine}If that is what the test expects, take the errors first, by {nameof(FakeIpcEvent.TakeErrors)}()."));
            }
        }
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
        => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            var text = formatter(state, exception);
            lock (_gate)
            {
                _errors.Add(text + Cause(exception));
            }
        }
    }

    private static string Cause(Exception? exception) => exception switch
    {
        null => "",
        IpcCloneException { Detail: { } detail } => $": {exception.Message} ({detail})",
        _ => $": {ExceptionText.MessageOf(exception)}",
    };
}
