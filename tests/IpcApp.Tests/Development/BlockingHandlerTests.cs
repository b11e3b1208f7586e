using IpcApp.Testing;
using IpcApp.Tests.Bridge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IpcApp.Tests.Development;

/// <summary>Handlers that hold up their frame, and subscribers that hold up all events.</summary>
public sealed class BlockingHandlerTests : DevelopmentTest, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ManualResetEventSlim _release = new();
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _release.Dispose();

    [Fact]
    public async Task One_that_blocks_for_a_second_is_named_once_and_while_it_does()
    {
        await using var app = await StartAsync("Development");
        IpcMainOf(app).Handle("block", e => Block());
        var call = app.Window("main").MainFrame.InvokeAsync("block");
        await _entered.Task.OrFail();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(Warnings(app));
        _time.Advance(TimeSpan.FromMilliseconds(251));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(call.IsCompleted);
        Assert.Equal(
            "The messages of a frame wait: a delegate in BlockingHandlerTests has been running for 1.3 s (invoke 'block' of app://local/). "
            + "Await what it waits for, or run long computations in Task.Run.",
            Assert.Single(Warnings(app)));
        _release.Set();
        await call;
    }

    [Fact]
    public async Task So_is_a_listener_but_not_the_one_that_awaits()
    {
        await using var app = await StartAsync("Development");
        var never = new TaskCompletionSource();
        IpcMainOf(app).On("block", (IpcMainEvent e) => never.Task);
        IpcMainOf(app).On("block", (IpcMainEvent e) => Block());
        app.Window("main").MainFrame.Send("block");
        await _entered.Task.OrFail();
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Contains("(send 'block' of app://local/)", Assert.Single(Warnings(app)), StringComparison.Ordinal);
        _release.Set();
        never.SetResult();
        await app.WhenIdleAsync();
    }

    [Fact]
    public async Task One_that_awaits_is_not()
    {
        await using var app = await StartAsync("Development");
        var never = new TaskCompletionSource();
        IpcMainOf(app).Handle("wait", e =>
        {
            _entered.SetResult();
            return never.Task;
        });
        var call = app.Window("main").MainFrame.InvokeAsync("wait");
        await _entered.Task.OrFail();
        await app.Window("main").MainFrame.InvokeAsync<int>("echo:sum", 1, 2); // after it in the lane
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Warnings(app));
        never.SetResult();
        await call;
    }

    [Fact]
    public async Task A_subscriber_that_blocks_all_events_is_named_once_and_while_it_does()
    {
        await using var app = await StartAsync("Development");
        var (first, second) = (app.Window("main"), app.OpenWindow());
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        ContentsOf(app, first).DidNavigateInPage += (_, _) => Block();
        ContentsOf(app, second).DidNavigateInPage += (_, _) => heard.SetResult();
        first.MainFrame.NavigateInPage("app://local/#here");
        await _entered.Task.OrFail();
        second.MainFrame.NavigateInPage("app://local/#there");
        _time.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Empty(Warnings(app));
        _time.Advance(TimeSpan.FromMilliseconds(251));
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(heard.Task.IsCompleted);
        Assert.Equal(
            "The events of all windows, menus and the app wait: a subscriber of DidNavigateInPage has been running for 1.3 s. "
            + "Await what it waits for, or run long computations in Task.Run.",
            Assert.Single(Warnings(app)));
        _release.Set();
        await heard.Task.OrFail();
    }

    [Fact]
    public async Task A_subscriber_that_awaits_is_not()
    {
        await using var app = await StartAsync("Development");
        var page = app.Window("main");
        var (never, heard) = (new TaskCompletionSource(), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        ContentsOf(app, page).DidNavigateInPage += async (_, e) =>
        {
            if (e.Url.EndsWith("#here", StringComparison.Ordinal))
            {
                await never.Task;
            }
            else
            {
                heard.SetResult();
            }
        };
        page.MainFrame.NavigateInPage("app://local/#here");
        page.MainFrame.NavigateInPage("app://local/#there"); // after it in the lane
        await heard.Task.OrFail();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Warnings(app));
        never.SetResult();
    }

    [Fact]
    public async Task Outside_of_development_no_events_are_looked_at()
    {
        await using var app = await StartAsync("Production");
        ContentsOf(app, app.Window("main")).DidNavigateInPage += (_, _) => Block();
        app.Window("main").MainFrame.NavigateInPage("app://local/#here");
        await _entered.Task.OrFail();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Warnings(app));
        _release.Set();
        await app.WhenIdleAsync();
    }

    [Fact]
    public async Task Outside_of_development_nothing_looks()
    {
        await using var app = await StartAsync("Production");
        IpcMainOf(app).Handle("block", e => Block());
        var call = app.Window("main").MainFrame.InvokeAsync("block");
        await _entered.Task.OrFail();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(Warnings(app));
        _release.Set();
        await call;
    }

    private static WebContents ContentsOf(IpcTestApp app, FakeWindow window)
        => app.Services.GetRequiredService<IWebContentsRegistry>().FromId(window.Id)!;

    private Task<IpcTestApp> StartAsync(string environment)
        => IpcTestApp.StartAsync<Program>(new IpcTestAppOptions { TimeProvider = _time, Settings = { ["environment"] = environment } });

    private void Block()
    {
        _entered.TrySetResult();
        _release.Wait();
    }
}
