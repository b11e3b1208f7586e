using IpcApp.Internal.Codec;
using IpcApp.Testing.Internal.Recording;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing;

/// <summary>Replaying recordings.</summary>
public sealed partial class IpcTestApp
{
    /// <summary>
    /// Does what the pages of a recording did, against the app's handlers, and compares what the app does with what it did then: answers,
    /// outcomes, and messages to pages. Replay in an app that has just started, with the settings of the recorded one.
    /// </summary>
    /// <remarks>
    /// <para>Each step of a page waits for everything the app had done before it in the recording, so messages that overlapped overlap again, and
    /// what depended on an answer comes after it. Messages to one frame are compared in order for each channel.</para>
    /// <para>Windows that the app opens or loads are taken as they come; others are opened as recorded. Dialogs, menus and requests to endpoints
    /// are not part of a recording.</para>
    /// <para>Where the recording has shapes instead of values, values of the same form are made up: kinds, names and lengths of arrays are
    /// compared, and of failures the error's name. What main gave out in the replay, such as a new id, is what the pages bring back.</para>
    /// </remarks>
    /// <param name="recording">The recording.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <returns>What differed. <see cref="IpcReplayReport.AssertNoDifferences"/> throws if anything did.</returns>
    /// <exception cref="FormatException">The recording contradicts itself; the message names the line.</exception>
    /// <exception cref="InvalidOperationException">Another replay runs, or the app records.</exception>
    /// <exception cref="OperationCanceledException"><see cref="IpcReplayOptions.CancellationToken"/> has fired.</exception>
    public async Task<IpcReplayReport> ReplayAsync(IpcRecording recording, IpcReplayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(recording);
        var tap = new ReplayTap(Services.GetRequiredService<IpcSerializer>());
        _host.Tap(tap);
        try
        {
            return await new Replayer(this, _host, tap, recording, options ?? new()).RunAsync().ConfigureAwait(false);
        }
        finally
        {
            _host.Tap(null);
        }
    }
}
