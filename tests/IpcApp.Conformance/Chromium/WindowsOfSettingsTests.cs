using IpcApp.Conformance.Real;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IpcApp.Conformance.Chromium;

/// <summary>Several windows that open at start: <c>IpcApp:Windows:{name}</c>, in settings and in code.</summary>
[Collection(ChromiumCollection.Name)]
public sealed class WindowsOfSettingsTests : IAsyncLifetime
{
    private RealApp _app = null!;
    private Page _main = null!;
    private Page _left = null!;
    private Page _right = null!;

    private IBrowserWindows Windows => _app.Services.GetRequiredService<IBrowserWindows>();

    public async ValueTask InitializeAsync()
    {
        _app = await RealApp.StartAsync(
            "chromium",
            services => services.Configure<IpcAppOptions>(options => options.Windows["right"] = new IpcWindowOptions
            {
                Url = "app://local/untitled.html?right",
                Title = "The right one",
            }),
            "--IpcApp:Windows:main:Url=app://local/index.html?main",
            "--IpcApp:Windows:left:Url=app://local/page.html?left",
            "--IpcApp:Windows:left:Title=Until the page has its own",
            "--IpcApp:Windows:left:Preload=preload/mark.js",
            "--IpcApp:Windows:left:SubFrames=true",
            "--IpcApp:Windows:left:Partition=left");
        _main = await _app.AttachAsync("main", "/index.html?main", PageRoute.WindowIpc);
        _left = await _app.AttachAsync("left", "/page.html?left", PageRoute.WindowIpc);
        _right = await _app.AttachAsync("right", "/untitled.html?right", PageRoute.WindowIpc);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void Each_has_its_name_and_its_page()
    {
        var contents = _app.WebContents.GetAllWebContents().ToDictionary(each => each.WindowName!, each => each.MainFrame.Url);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["main"] = "app://local/index.html?main",
                ["left"] = "app://local/page.html?left",
                ["right"] = "app://local/untitled.html?right",
            },
            contents);
        Assert.Equal(["left", "main", "right"], Windows.GetAllWindows().Select(window => window.Name).Order());
        Assert.True(_app.WebContents.TryGetByWindowName("left", out var left));
        Assert.Same(_left.WebContents, left);
        Assert.Same(left, Windows.FromName("left")!.WebContents);
    }

    [Fact]
    public async Task Each_has_its_own_title_preload_iframes_and_session()
    {
        await ShouldBeTitledAsync("left", "A page under test");
        await ShouldBeTitledAsync("right", "The right one");

        Assert.Equal("boolean", (await _left.EvaluateAsync("typeof preloaded")).AsString());
        Assert.Equal("undefined", (await _right.EvaluateAsync("typeof preloaded")).AsString());

        var (inLeft, inRight) = (await _left.AddFrameAsync(), await _right.AddFrameAsync());
        Assert.Equal("object", (await inLeft.EvaluateAsync("typeof ipc")).AsString());
        Assert.Equal("undefined", (await inRight.EvaluateAsync("typeof ipc")).AsString());

        await _main.EvaluateAsync("localStorage.setItem('shared', 'by those without a partition')");
        Assert.Equal("by those without a partition", (await _right.EvaluateAsync("localStorage.getItem('shared')")).AsString());
        Assert.Equal(IpcValueKind.Null, (await _left.EvaluateAsync("localStorage.getItem('shared')")).Kind);
    }

    [Fact]
    public async Task Messages_come_from_the_window_that_sent_them_and_go_to_the_one_they_are_for()
    {
        _app.IpcMain.Handle("who", e => $"{e.Sender.WindowName}, {BrowserWindow.FromWebContents(e.Sender)?.Name}");
        foreach (var (name, page) in new[] { ("left", _left), ("right", _right), ("main", _main) })
        {
            (await page.InvokeAsync("who")).ShouldBe($"{name}, {name}");
            await page.ListenAsync("to");
        }

        foreach (var name in new[] { "right", "left" })
        {
            Windows.FromName(name)!.WebContents.Send("to", name);
        }

        (await _left.NextAsync("to")).ShouldBe("left");
        (await _right.NextAsync("to")).ShouldBe("right");
        Assert.Equal(0, await _main.WaitingCountAsync("to"));
    }

    [Fact]
    public async Task Closing_one_leaves_the_others_and_closing_the_last_ends_the_app()
    {
        _app.IpcMain.Handle("alive", e => e.Sender.WindowName);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(ended.SetResult);

        await CloseAsync("left");
        Assert.Null(Windows.FromName("left"));
        Assert.True(_left.WebContents.IsDestroyed());
        Assert.Equal("left", _left.WebContents.WindowName);
        (await _right.InvokeAsync("alive")).ShouldBe("right");

        await CloseAsync("right");
        (await _main.InvokeAsync("alive")).ShouldBe("main");
        Assert.False(ended.Task.IsCompleted);

        await CloseAsync("main"); // the last, since the driver would open it again for a step of any page
        await ended.Task.SoonAsync();
    }

    /// <summary>As in Electron the contents are gone a moment after the window is.</summary>
    private async Task CloseAsync(string name)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var destroyed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var window = Windows.FromName(name)!;
        window.Closed += (_, _) => closed.SetResult();
        window.WebContents.Destroyed += (_, _) => destroyed.SetResult();
        window.Close();
        await closed.Task.SoonAsync();
        await destroyed.Task.SoonAsync();
    }

    private async Task ShouldBeTitledAsync(string name, string title)
    {
        var titled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var window = Windows.FromName(name)!;
        window.PageTitleUpdated += (_, _) => titled.TrySetResult();
        if (window.Title != title)
        {
            await titled.Task.SoonAsync();
        }

        Assert.Equal(title, window.Title);
    }
}
