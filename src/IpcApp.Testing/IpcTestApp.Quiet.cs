using IpcApp.Internal.Ground;

namespace IpcApp.Testing;

/// <content>What must not be left at the end of a test.</content>
public sealed partial class IpcTestApp
{
    /// <summary>
    /// Asserts that nothing is pending and nothing went wrong unseen: no handler runs, no call is unanswered, no message waits, the app has
    /// not failed, and no error was logged but those that <see cref="TakeErrors"/> took or that reached the test as a rejection. What is just
    /// coming to its end is waited for; with <see cref="IpcTestAppOptions.Seed"/> no step is made.
    /// </summary>
    /// <param name="timeout">How long to wait, in real time; <see cref="IpcTestAppOptions.Timeout"/> by default.</param>
    /// <exception cref="IpcTestException">The list of what there is.</exception>
    /// <exception cref="Exception">What a listener of a page has thrown (<see cref="FakeFrame.On(string, Action{FakeMessage})"/>).</exception>
    public async Task AssertQuietAsync(TimeSpan? timeout = null)
    {
        var idle = _host.Watch.WhenIdle();
        await (_host.Steps is { } steps ? Task.WhenAny(idle, steps.WhenReady()) : idle)
            .WaitAsync(timeout ?? _host.Options.Timeout)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        _host.PageErrors.ThrowNext();
        string[] found =
        [
            .. _host.Watch.Describe(),
            .. _host.Steps?.Ready.Select(step => $"a step has not been made: {step} (call app.Drain())") ?? [],
            .. _run.Failure is { } failure ? new[] { $"the app has ended with {failure.GetType().Name}: {ExceptionText.MessageOf(failure)}" } : [],
            .. _host.Logs.Unseen.Select(error => $"an error that no test has taken, see app.TakeErrors(): {error}"),
        ];
        if (found.Length > 0)
        {
            throw new IpcTestException($"The app is not quiet:{Lines(found)}");
        }
    }

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"{Environment.NewLine}  - {line}"));
}
