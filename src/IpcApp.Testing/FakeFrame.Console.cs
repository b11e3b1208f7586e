using Microsoft.Extensions.Logging;

namespace IpcApp.Testing;

/// <content>The console of a page.</content>
public sealed partial class FakeFrame
{
    /// <summary>
    /// Writes to the page's console, as <c>console.error</c> and uncaught errors do. The app logs it under <c>IpcApp.Page</c>: in
    /// development, and elsewhere if a logging setting such as <c>Logging:LogLevel:IpcApp.Page</c> names that category. As in the app, a
    /// window can write 100 lines at once, and one more each second by the app's clock; the rest is left out.
    /// </summary>
    /// <param name="level">
    /// <see cref="LogLevel.Error"/> for <c>console.error</c> and uncaught errors, <see cref="LogLevel.Warning"/> for <c>console.warn</c>,
    /// <see cref="LogLevel.Information"/> for <c>console.log</c>, <see cref="LogLevel.Debug"/> for <c>console.debug</c>.
    /// </param>
    /// <param name="message">The text. The app's log keeps 1,000 characters of it.</param>
    /// <param name="source">The address of the script; null for that of the page.</param>
    /// <param name="line">The line in the script, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A console has no such level.</exception>
    public void WriteConsole(LogLevel level, string message, string? source = null, int line = 1)
    {
        ArgumentNullException.ThrowIfNull(message);
        var name = level switch
        {
            LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            LogLevel.Information => "info",
            LogLevel.Debug => "debug",
            _ => throw new ArgumentOutOfRangeException(
                nameof(level), level, "The level must be Error, Warning, Information or Debug: a page's console has no other."),
        };
        _host.Development.ReportConsole(this, name, message, source, line);
    }
}
