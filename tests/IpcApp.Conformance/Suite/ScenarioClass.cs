using System.Reflection;
using Xunit.v3;

namespace IpcApp.Conformance.Suite;

/// <summary>
/// What scenarios have in common: an app, windows that are closed at the end, channels that nobody else uses, and the demand that nothing
/// is left behind.
/// </summary>
public abstract partial class ScenarioClass(AppFixture fixture) : IAsyncLifetime
{
    private static int s_lastChannel;

    private readonly List<Page> _pages = [];
    private readonly List<string> _channels = [];
    private readonly NoteList _notes = new();
    private string _barrier = "";

    protected ConformanceApp App => fixture.App;

    protected IIpcMain IpcMain => App.IpcMain;

    /// <summary>Whether scenarios end the app or its windows, so that each has an app of its own.</summary>
    protected virtual bool EndsTheApp => false;

    /// <summary>What the scenario noted with <see cref="Note"/>, in order.</summary>
    protected IReadOnlyList<string> Notes => _notes.All;

    public ValueTask InitializeAsync()
    {
        if (fixture.NotRunReason is { } reason)
        {
            Assert.Skip(reason);
        }

        var method = ((IXunitTestMethod)TestContext.Current.TestMethod!).Method;
        foreach (var rule in method.GetCustomAttributes<RuleAttribute>())
        {
            if (fixture.NotObservable.TryGetValue(rule.Number, out var why))
            {
                Assert.Skip($"S{rule.Number} cannot be observed on {fixture.Driver}: {why}");
            }
        }

        App.Logs.Clear();
        _barrier = Channel("barrier");
        IpcMain.Handle(_barrier, e => { });
        return default;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_barrier.Length == 0)
        {
            return; // skipped
        }

        if (EndsTheApp)
        {
            await fixture.RestartAsync();
            return;
        }

        try
        {
            await CleanUpAsync();
        }
        catch
        {
            await fixture.RestartAsync(); // the next scenario is not to blame
            throw;
        }
    }

    /// <summary>A channel name of this scenario's own; what is registered on it with <c>ipcMain</c> is removed at the end.</summary>
    protected string Channel(string name = "ch")
    {
        var channel = $"{name}-{Interlocked.Increment(ref s_lastChannel)}";
        _channels.Add(channel);
        return channel;
    }

    /// <summary>Opens a window; it is closed at the end.</summary>
    protected async Task<Page> OpenPageAsync(PageOptions? options = null)
    {
        var page = await App.OpenPageAsync(options ?? new PageOptions());
        _pages.Add(page);
        return page;
    }

    /// <summary>Notes, from any thread, that something happened.</summary>
    protected void Note(string what) => _notes.Add(what);

    /// <summary>Waits until something has been noted; it may have been already.</summary>
    protected Task NotedAsync(string what) => _notes.WaitForAsync(what);

    /// <summary>Completes when all that a frame has sent so far is handled to its end.</summary>
    protected async Task SettleAsync(Frame frame)
    {
        (await frame.InvokeAsync(_barrier)).ShouldBe(IpcValue.Undefined);
        await App.WhenIdleAsync();
    }

    /// <summary>Sends without arguments and waits until it is handled.</summary>
    protected async Task SendAndSettleAsync(Frame frame, string channel, params object?[] arguments)
    {
        await frame.SendAsync(channel, arguments);
        await SettleAsync(frame);
    }

    private async Task CleanUpAsync()
    {
        foreach (var page in _pages)
        {
            await page.CloseAsync();
        }

        foreach (var channel in _channels)
        {
            IpcMain.RemoveAllListeners(channel);
            IpcMain.RemoveHandler(channel);
        }

        await App.WhenIdleAsync();
    }
}
