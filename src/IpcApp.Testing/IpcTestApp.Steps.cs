using IpcApp.Testing.Internal.Stepping;

namespace IpcApp.Testing;

/// <content>An app that is stepped: <see cref="IpcTestAppOptions.Seed"/>.</content>
/// <remarks>
/// <para>Steps are: a message of a page comes to its turn in its frame's lane and runs to its first incomplete <c>await</c>; the rest of a
/// handler after each <c>await</c>; an answer reaches a page, or a message that main sends does, in two pipes for each frame, each in order,
/// without order between them; a message of a port in either direction, each port for itself; an event of a window, menu
/// or listener; the token of a frame that is gone fires; a part of <see cref="FakeFrame.RunAsync"/>. What the test itself does to windows
/// and frames happens at once.</para>
/// <para>Steps run on the thread that asks for them, in a synchronization context that makes a step of what follows an <c>await</c>. So a
/// handler that blocks on its own task (<c>task.Result</c>) stops here for ever, and what goes on outside, after <c>ConfigureAwait(false)</c>,
/// in <c>Task.Run</c> or with real input and output, is no step: <see cref="WhenIdleAsync"/> waits for it, but the seed does not order it. With
/// a fake <see cref="IpcTestAppOptions.TimeProvider"/> timers are the test's.</para>
/// </remarks>
public sealed partial class IpcTestApp
{
    /// <summary>The steps made since the app started, by name: with the same seed, and a test that does the same, the same. A copy.</summary>
    /// <exception cref="InvalidOperationException">The app has no seed.</exception>
    public IReadOnlyList<string> Steps => Stepped.Made;

    private StepScheduler Stepped => _host.Steps ?? throw new InvalidOperationException(
        "This app moves by itself. Set IpcTestAppOptions.Seed to step it, or await WhenIdleAsync() to wait for it.");

    /// <summary>Makes one step, chosen by the seed. Code of the app runs on the calling thread.</summary>
    /// <returns>False if there is none to make: nothing is going on, or what goes on waits for something outside.</returns>
    /// <exception cref="InvalidOperationException">The app has no seed.</exception>
    /// <exception cref="Exception">What an <c>async void</c> method threw that a handler called, which would have ended a real app.</exception>
    public bool Step() => Stepped.TryStep();

    /// <summary>Makes steps until there is none to make.</summary>
    /// <returns>How many it has made.</returns>
    /// <inheritdoc cref="Step"/>
    public int Drain() => Stepped.Drain();
}
