using IpcApp.Conformance.Suite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Conformance.Scenarios;

/// <summary>How an app ends: everything that can object is asked, and services are stopped only when nothing does.</summary>
public abstract class QuittingScenarios(AppFixture app) : ScenarioClass(app)
{
    protected override bool EndsTheApp => true;

    private IElectronApp ElectronApp => App.Services.GetRequiredService<IElectronApp>();

    private IBrowserWindows Windows => App.Services.GetRequiredService<IBrowserWindows>();

    private IHostApplicationLifetime Lifetime => App.Services.GetRequiredService<IHostApplicationLifetime>();

    private bool IsEnding => Lifetime.ApplicationStopping.IsCancellationRequested;

    [Fact]
    public async Task Quitting_closes_the_windows_and_then_stops_the_services()
    {
        var (page, ending, electronApp) = (await OpenPageAsync(), EndingAsync(), ElectronApp);
        Assert.True(await QuitAsync());
        await ending.SoonAsync();
        Assert.True(page.WebContents.IsDestroyed());
        Assert.True(await electronApp.QuitAsync(TestContext.Current.CancellationToken)); // it is ending
    }

    [Fact]
    public async Task A_page_that_objects_cancels_and_the_next_attempt_asks_again()
    {
        var (staying, leaving, channel, ending) = (await OpenPageAsync(), await OpenPageAsync(), Channel(), EndingAsync());
        IpcMain.Handle(channel, e => "still here");
        var left = DestroyedAsync(leaving);
        await staying.SetStaysAsync(true);

        Assert.False(await QuitAsync());
        await left.SoonAsync(); // as in Electron, windows that do not object are closed
        (await staying.InvokeAsync(channel)).ShouldBe("still here");
        Assert.False(await QuitAsync());
        Assert.False(IsEnding);

        await staying.SetStaysAsync(false);
        Assert.True(await QuitAsync());
        await ending.SoonAsync();
    }

    [Fact]
    public async Task Attempts_at_the_same_time_have_the_same_result()
    {
        var page = await OpenPageAsync();
        await page.SetStaysAsync(true);
        var results = await Task.WhenAll(QuitAsync(), QuitAsync());
        Assert.Equal(new[] { false, false }, results);
    }

    [Fact]
    public async Task A_page_that_objects_keeps_its_window_open()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => 1);
        await page.SetStaysAsync(true);
        var window = BrowserWindow.FromWebContents(page.WebContents)!;
        window.Close();
        (await page.InvokeAsync(channel)).ShouldBe(1);
        Assert.False(window.IsDestroyed());

        var destroyed = DestroyedAsync(page);
        window.Destroy(); // asks no page
        await destroyed.SoonAsync();
    }

    [Fact]
    public async Task Stopping_the_app_asks_no_page()
    {
        var page = await OpenPageAsync();
        await page.SetStaysAsync(true);
        var ending = EndingAsync();
        Lifetime.StopApplication();
        await ending.SoonAsync(); // the app is really ended by the clean-up, which fails if a page can keep it
    }

    [Fact]
    public async Task The_last_window_quits_the_app()
    {
        var ending = EndingAsync();
        CloseAllWindows();
        await ending.SoonAsync();
    }

    [Fact]
    public async Task The_last_window_does_not_quit_the_app_while_something_listens()
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        EventHandler listener = (_, _) => closed.TrySetResult();
        ElectronApp.WindowAllClosed += listener;
        CloseAllWindows();
        await closed.Task.SoonAsync();
        Assert.False(IsEnding);

        var window = await Windows.CreateAsync(cancellationToken: TestContext.Current.CancellationToken).SoonAsync();
        ElectronApp.WindowAllClosed -= listener;
        var ending = EndingAsync();
        window.Close();
        await ending.SoonAsync();
    }

    [Fact]
    public async Task Quitting_does_not_raise_the_event_of_the_last_window()
    {
        ElectronApp.WindowAllClosed += (_, _) => Note("closed");
        var ending = EndingAsync();
        Assert.True(await QuitAsync());
        await ending.SoonAsync();
        Assert.Empty(Notes);
    }

    private Task<bool> QuitAsync() => ElectronApp.QuitAsync(TestContext.Current.CancellationToken).SoonAsync();

    private void CloseAllWindows()
    {
        foreach (var window in Windows.GetAllWindows())
        {
            window.Close();
        }
    }

    private Task EndingAsync()
    {
        var ending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Lifetime.ApplicationStopping.Register(ending.SetResult);
        return ending.Task;
    }

    private static Task DestroyedAsync(Page page)
    {
        var destroyed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        page.WebContents.Destroyed += (_, _) => destroyed.TrySetResult();
        return destroyed.Task;
    }
}
