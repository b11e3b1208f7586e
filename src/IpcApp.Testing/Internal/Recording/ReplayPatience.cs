using System.Diagnostics;

namespace IpcApp.Testing.Internal.Recording;

/// <summary>
/// Waits for what the app owes: as long as a handler runs, up to the time limit, and then a little longer for what the app does by itself.
/// </summary>
internal sealed class ReplayPatience(IpcTestApp app, ReplayTap tap, IpcReplayOptions options)
{
    // No message tells what a port delivers.
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(15);

    private Task _idle = Task.CompletedTask;

    /// <returns>Whether it came true.</returns>
    public Task<bool> WaitAsync(Func<bool> isTrue) => WaitAsync(isTrue, options.Timeout, options.QuietTime);

    /// <summary>For what the app may do, and perhaps does not. A handler that waits for what comes next is not waited for.</summary>
    /// <inheritdoc cref="WaitAsync(Func{bool})"/>
    public Task<bool> WaitUntilIdleAsync(Func<bool> isTrue) => WaitAsync(isTrue, options.QuietTime, TimeSpan.Zero);

    private async Task<bool> WaitAsync(Func<bool> isTrue, TimeSpan timeout, TimeSpan quietTime)
    {
        var all = Stopwatch.StartNew();
        var quiet = new Stopwatch();
        while (true)
        {
            options.CancellationToken.ThrowIfCancellationRequested();
            var moved = tap.Moved;
            if (isTrue())
            {
                return true;
            }

            if (_idle.Exception is { InnerException: not TimeoutException })
            {
                await _idle.ConfigureAwait(false); // a listener of a page has thrown: the test's own failure
            }

            _idle = _idle.IsCompleted ? app.WhenIdleAsync() : _idle;
            if (_idle.IsCompleted)
            {
                quiet.Start();
            }
            else
            {
                quiet.Reset();
            }

            if (all.Elapsed > timeout || (quiet.IsRunning && quiet.Elapsed >= quietTime))
            {
                return isTrue();
            }

            await Task.WhenAny(moved, _idle.IsCompleted ? moved : _idle, Task.Delay(Glance, options.CancellationToken)).ConfigureAwait(false);
        }
    }
}
