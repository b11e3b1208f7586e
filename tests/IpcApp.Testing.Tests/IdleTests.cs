using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Tests;

/// <summary>An app is idle when the subscribers of all its events have ended, <c>async void</c> ones included.</summary>
public sealed class IdleTests : EmptyAppTest
{
    /// <summary>For each event of the app, how to subscribe and how to raise it.</summary>
    private static readonly Dictionary<string, Action<IdleTests, Action>> s_events = new()
    {
        [$"{nameof(WebContents)}.{nameof(WebContents.DidNavigate)}"] = (test, run) =>
        {
            test.MainContents.DidNavigate += (_, _) => run();
            test.Page.Navigate("app://local/next.html");
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.DidFrameNavigate)}"] = (test, run) =>
        {
            test.MainContents.DidFrameNavigate += (_, _) => run();
            test.Page.AddFrame("app://local/inner.html");
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.DidNavigateInPage)}"] = (test, run) =>
        {
            test.MainContents.DidNavigateInPage += (_, _) => run();
            test.Page.NavigateInPage("app://local/#next");
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.DomReady)}"] = (test, run) =>
        {
            test.MainContents.DomReady += (_, _) => run();
            test.Page.Navigate("app://local/next.html");
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.Destroyed)}"] = (test, run) =>
        {
            test.MainContents.Destroyed += (_, _) => run();
            test.Page.Window.Close();
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.RenderProcessGone)}"] = (test, run) =>
        {
            test.MainContents.RenderProcessGone += (_, _) => run();
            test.Page.Window.Crash();
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.PreloadError)}"] = (test, run) =>
        {
            test.MainContents.PreloadError += (_, _) => run();
            test.Page.Window.FailPreload("preload.js", "no");
        },
        [$"{nameof(WebContents)}.{nameof(WebContents.IpcMessage)}"] = (test, run) =>
        {
            test.MainContents.IpcMessage += (_, _) => run();
            test.Page.Send("ch");
        },
        [$"{nameof(BrowserWindow)}.{nameof(BrowserWindow.Closed)}"] = (test, run) =>
        {
            test.MainWindow.Closed += (_, _) => run();
            test.Page.Window.Close();
        },
        [$"{nameof(BrowserWindow)}.{nameof(BrowserWindow.PageTitleUpdated)}"] = (test, run) =>
        {
            test.MainWindow.PageTitleUpdated += (_, _) => run();
            test.Page.Window.SetPageTitle("A");
        },
        [$"{nameof(IElectronApp)}.{nameof(IElectronApp.SecondInstance)}"] = (test, run) =>
        {
            test.Electron.SecondInstance += (_, _) => run();
            test.App.StartAgain([]);
        },
        [$"{nameof(IElectronApp)}.{nameof(IElectronApp.OpenFile)}"] = (test, run) =>
        {
            test.Electron.OpenFile += (_, _) => run();
            test.App.OpenFile("/a");
        },
        [$"{nameof(IElectronApp)}.{nameof(IElectronApp.OpenUrl)}"] = (test, run) =>
        {
            test.Electron.OpenUrl += (_, _) => run();
            test.App.OpenUrl("a:b");
        },
        [$"{nameof(IElectronApp)}.{nameof(IElectronApp.Activate)}"] = (test, run) =>
        {
            test.Electron.Activate += (_, _) => run();
            test.App.Activate();
        },
        [$"{nameof(IElectronApp)}.{nameof(IElectronApp.WindowAllClosed)}"] = (test, run) =>
        {
            test.Electron.WindowAllClosed += (_, _) => run();
            test.Page.Window.Close();
        },
    };

    public static TheoryData<string> Events => [.. s_events.Keys];

    private WebContents MainContents => Assert.Single(Contents.GetAllWebContents());

    private BrowserWindow MainWindow => BrowserWindow.FromWebContents(MainContents)!;

    private IElectronApp Electron => App.Services.GetRequiredService<IElectronApp>();

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Idle_waits_for_a_subscriber_that_blocks(string name)
    {
        using var gate = new ManualResetEventSlim();
        var (started, ended) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        s_events[name](this, () =>
        {
            started.TrySetResult();
            gate.Wait();
            ended = true;
        });
        await started.Task;
        var idle = App.WhenIdleAsync();
        Assert.False(idle.IsCompleted);
        gate.Set();
        await idle;
        Assert.True(ended);
    }

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Idle_waits_for_an_async_void_subscriber(string name)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var (started, ended) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), false);
        s_events[name](this, async () =>
        {
            started.TrySetResult();
            await gate.Task;
            ended = true;
        });
        await started.Task;
        var idle = App.WhenIdleAsync();
        Assert.False(idle.IsCompleted);
        gate.SetResult();
        await idle;
        Assert.True(ended);
    }

    [Fact]
    public void No_event_is_forgotten()
    {
        Type[] types = [typeof(WebContents), typeof(BrowserWindow), typeof(IElectronApp)];
        var all = types.SelectMany(type => type.GetEvents().Select(each => $"{type.Name}.{each.Name}"));
        Assert.Equal(all.Except([$"{nameof(WebContents)}.{nameof(WebContents.IpcMessageSync)}"]).Order(), s_events.Keys.Order()); // as IpcMessage
    }
}
