using IpcApp.Testing.Internal;

namespace IpcApp.Testing;

/// <content>What must not be left of what a test has closed and removed.</content>
public sealed partial class IpcTestApp
{
    private const int CollectionRounds = 10;
    private static readonly TimeSpan BetweenCollections = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Asserts that the app keeps nothing it should have let go: handlers and listeners that were registered after the start, globally or for
    /// a window or frame that is still there, and are registered still; and the <see cref="WebContents"/> and <see cref="WebFrameMain"/>
    /// objects of windows that are closed and frames that were removed, if something still refers to them: a list, a field, a subscription.
    /// Waits until the app is idle, and runs the garbage collector.
    /// </summary>
    /// <remarks>
    /// A variable of the test is a reference too, in a debug build until its method ends. A background service that registers for as long as
    /// the app lives does so in <c>StartAsync</c>: its <c>ExecuteAsync</c> may run after the start, and what it registers is then named here.
    /// </remarks>
    /// <exception cref="IpcTestException">The list of what is left.</exception>
    /// <exception cref="TimeoutException">A handler still runs: <see cref="WhenIdleAsync"/>.</exception>
    public async Task AssertNoLeaksAsync()
    {
        await WhenIdleAsync().ConfigureAwait(false);
        var objects = _host.FindLeaks();

        // The thread that handed an object over may have it on its stack for a moment more.
        for (var round = 1; round < CollectionRounds && objects.Count > 0; round++)
        {
            await Task.Delay(BetweenCollections).ConfigureAwait(false);
            objects = _host.FindLeaks();
        }

        var known = _run.RegisteredAtStart.Select(each => each.Definition).ToHashSet(ReferenceEqualityComparer.Instance);
        string[] found =
        [
            .. Registrations.Of(Services)
                .Where(each => !known.Contains(each.Definition))
                .Select(each => $"'{each.Definition.Channel}' is still registered, by {each.Definition.DisplayName}, with {each.Place}"),
            .. objects.Select(each => $"{each}, is still referred to"),
        ];
        if (found.Length > 0)
        {
            throw new IpcTestException($"The app keeps what it should have let go:{Lines(found)}");
        }
    }
}
