namespace IpcApp.Testing.Internal;

/// <summary>
/// How many lines of a window's console Electron's side passes on: a number at once, and then one each second, as in
/// <c>src/electron-main/lib/windows/page-console.js</c>. Thread-safe.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class ConsoleAllowance(TimeProvider time)
{
    private static readonly TimeSpan Refill = TimeSpan.FromMilliseconds(ElectronSideLimits.ConsoleRefillMs);

    private readonly Lock _gate = new();
    private int _left = ElectronSideLimits.ConsoleBurst;
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _refilledUntil;

    /// <summary>Takes one line.</summary>
    /// <param name="isLast">Whether further lines are left out.</param>
    /// <returns>Whether to log the line.</returns>
    public bool TryTake(out bool isLast)
    {
        lock (_gate)
        {
            var refilled = (long)((time.GetElapsedTime(_start) - _refilledUntil) / Refill);
            _refilledUntil += refilled * Refill;
            _left = (int)Math.Min(ElectronSideLimits.ConsoleBurst, _left + refilled);
            isLast = _left == 1;
            return _left > 0 && _left-- > 0;
        }
    }
}
