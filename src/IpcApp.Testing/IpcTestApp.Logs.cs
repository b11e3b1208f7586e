using Microsoft.Extensions.Logging;

namespace IpcApp.Testing;

/// <content>What the app has logged.</content>
public sealed partial class IpcTestApp
{
    /// <summary>
    /// The app's log from its start on, down to <see cref="IpcTestAppOptions.MinimumLogLevel"/>. A copy. What a failed <c>invoke</c> logs is
    /// there when its rejection reaches the test.
    /// </summary>
    public IReadOnlyList<FakeLogEntry> Logs => _host.Logs.All;

    /// <summary>
    /// Takes the errors (<see cref="LogLevel.Error"/> and worse) that the test has not seen yet, so that <see cref="AssertQuietAsync"/> does
    /// not complain of them. The error of an <c>invoke</c> counts as seen once its rejection has reached the test; those of listeners, which
    /// no page hears of, do not.
    /// </summary>
    /// <returns>The errors, the first one first; empty if there are none.</returns>
    public IReadOnlyList<FakeLogEntry> TakeErrors() => _host.Logs.TakeErrors();
}
