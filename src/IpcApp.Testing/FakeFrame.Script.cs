using IpcApp.Testing.Internal.Stepping;

namespace IpcApp.Testing;

/// <content>Scripts, and answers that never come.</content>
public sealed partial class FakeFrame
{
    private StepPipe? _answers;
    private StepPipe? _sends;

    /// <summary>
    /// Runs code as a script of this page: with <see cref="IpcTestAppOptions.Seed"/> its beginning, and what comes after each <c>await</c>,
    /// are steps, and wait while a frame of the same process is blocked in <see cref="SendSync{T}(string, object?[])"/>. Without a seed it runs on
    /// the thread pool.
    /// </summary>
    /// <param name="script">The code: calls of this frame's methods.</param>
    /// <returns>Completes with the script, and fails with what it throws. With a seed it must be stepped to get there.</returns>
    public Task RunAsync(Func<Task> script)
    {
        ArgumentNullException.ThrowIfNull(script);
        return _host.RunScriptAsync(this, script);
    }

    /// <summary>
    /// Abandons the calls that wait for an answer, as Electron does when it finds that their answers can never come: an <c>invoke</c>
    /// rejects with <c>Error invoking remote method 'CHANNEL': reply was never sent</c>, a <c>sendSync</c> returns
    /// <c>{ error: 'reply was never sent' }</c>. The real answer, if it comes, is dropped; handlers are not told.
    /// </summary>
    /// <param name="channel">The calls of this channel only; null for all.</param>
    /// <returns>How many calls there were.</returns>
    public int AbandonReplies(string? channel = null) => _host.AbandonReplies(this, channel);

    /// <summary>The object that last stood for the frame in the app.</summary>
    internal WeakReference? Tracked { get; set; }

    internal StepPipe AnswersOf(StepScheduler steps) => LazyInitializer.EnsureInitialized(ref _answers, () => new StepPipe(steps, this))!;

    internal StepPipe SendsOf(StepScheduler steps) => LazyInitializer.EnsureInitialized(ref _sends, () => new StepPipe(steps, this))!;
}
