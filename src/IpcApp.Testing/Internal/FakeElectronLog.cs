using System.Collections.Concurrent;
using IpcApp.Internal.Ground;

namespace IpcApp.Testing.Internal;

/// <summary>
/// The warnings of Electron's side that a page can cause any number of times: <c>counted</c> of <c>src/electron-main/lib/log.js</c>. Thread-safe.
/// </summary>
/// <param name="write">Sends a control message to the app.</param>
internal sealed class FakeElectronLog(Action<object> write)
{
    private readonly ConcurrentDictionary<string, ElectronSideOccurrences> _kinds = new();

    /// <summary>Writes the first, the tenth, the hundredth warning of those with the same key.</summary>
    /// <param name="kind">What kind of line it is: one kind cannot use up the room of another.</param>
    /// <param name="key">The key.</param>
    /// <param name="message">The text.</param>
    /// <param name="through">Where the line is sent instead; null for straight to the app.</param>
    public void Warn(string kind, string key, string message, Action<object>? through = null)
    {
        if (_kinds.GetOrAdd(kind, static _ => new ElectronSideOccurrences()).Add(key) is { } note)
        {
            var line = new { type = "log", level = "warning", message = LogText.Clean(message, ElectronSideLimits.LogMessageLength) + note };
            (through ?? write)(line);
        }
    }
}
