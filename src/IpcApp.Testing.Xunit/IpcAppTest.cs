using Xunit;

namespace IpcApp.Testing;

/// <summary>
/// A class of tests of an app. Each test gets an app of its own, started before and ended after it. What the app logs is the test's output;
/// if the test fails, so are the last messages of each page; if it passes, nothing may be left: see <see cref="IpcTestApp.AssertQuietAsync"/>.
/// </summary>
/// <typeparam name="TProgram">A type of the app's assembly, usually <c>Program</c>.</typeparam>
/// <remarks>xUnit makes one instance for each test; classes run in parallel.</remarks>
/// <example>
/// <code>
/// public sealed class NotesTests : IpcAppTest&lt;Program&gt;
/// {
///     [Fact]
///     public async Task A_note_that_was_added_is_listed()
///     {
///         var note = await Page.InvokeAsync&lt;Note&gt;("notes:add", new NewNote("Milk"));
///
///         Assert.Equal([note], await Page.InvokeAsync&lt;Note[]&gt;("notes:list"));
///     }
/// }
/// </code>
/// </example>
public abstract class IpcAppTest<TProgram> : IAsyncLifetime
{
    private IpcTestApp? _app;
    private ITestOutputHelper? _output;

    /// <summary>The app, running.</summary>
    /// <exception cref="InvalidOperationException">It has not started yet: the test class's constructor runs before it does.</exception>
    protected IpcTestApp App => _app ?? throw new InvalidOperationException(
        $"The app has not started yet. Use it in tests, or after base.{nameof(InitializeAsync)}; settings of its start go into {nameof(Configure)}.");

    /// <summary>The page of the app's first window: its main frame.</summary>
    /// <exception cref="InvalidOperationException">The app has not started yet, or opens no window of its own.</exception>
    protected FakeFrame Page => App.Windows is [{ } first, ..]
        ? first.MainFrame
        : throw new InvalidOperationException($"The app has no window open. Open one with {nameof(App)}.{nameof(IpcTestApp.OpenWindow)}().");

    /// <summary>Starts the app. Called by xUnit before each test.</summary>
    /// <exception cref="Exception">What the app's Program threw.</exception>
    public virtual async ValueTask InitializeAsync()
    {
        // Taken here: handlers run on threads that know nothing of the test.
        _output = TestContext.Current.TestOutputHelper;
        var options = new IpcTestAppOptions { Output = Write, CancellationToken = TestContext.Current.CancellationToken };
        Configure(options);
        _app = await IpcTestApp.StartAsync<TProgram>(options);
    }

    /// <summary>Ends the app. Called by xUnit after each test.</summary>
    /// <exception cref="IpcTestException">The test has passed, but left something: a call without an answer, or an error that it did not look at.</exception>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_app is not { } app)
        {
            return;
        }

        await using (app)
        {
            switch (TestContext.Current.TestState?.Result)
            {
                case TestResult.Failed when app.Trace is { Length: > 0 } trace:
                    Write(trace);
                    break;
                case TestResult.Passed:
                    await app.AssertQuietAsync();
                    break;
            }
        }
    }

    /// <summary>Changes how the app starts: its services, settings, time. Does nothing unless overridden.</summary>
    /// <param name="options">What the app will be started with; its log goes to the test's output already.</param>
    protected virtual void Configure(IpcTestAppOptions options)
    {
    }

    private void Write(string text) => _output?.WriteLine(text);
}
