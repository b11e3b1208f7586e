using IpcApp.Testing;
using IpcApp.TutorialApp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Windows;

/// <summary>The three patterns of Electron's IPC tutorial; the test plays the pages and the person.</summary>
public sealed class TutorialTests : IAsyncLifetime
{
    private IpcTestApp _app = null!;

    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _app = await IpcTestApp.StartAsync<MainWindows>();
        await _app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<MainWindows>().Single().ExecuteTask!;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public void The_app_makes_its_windows_and_no_other()
        => Assert.Equal(
            ["app://local/title.html", "app://local/file.html", "app://local/counter.html"],
            _app.Windows.Select(window => window.MainFrame.Url));

    [Fact]
    public async Task A_page_sets_its_windows_title()
    {
        Page("title").Send("set-title", "From the page");
        await _app.WhenIdleAsync();
        Assert.Equal(["From the page", "", ""], _app.Windows.Select(window => window.Title));
    }

    [Fact]
    public async Task A_page_lets_a_person_choose_a_file()
    {
        _app.Dialog.Choose("/home/ada/notes.txt");
        _app.Dialog.Cancel();
        Assert.Equal("/home/ada/notes.txt", await Page("file").InvokeAsync<string?>("dialog:openFile"));
        Assert.Null(await Page("file").InvokeAsync<string?>("dialog:openFile"));
        Assert.Same(Page("file").Window, _app.Dialog.Requests[0].Window);
    }

    [Fact]
    public async Task Menu_clicks_reach_the_page_and_it_answers()
    {
        var page = Page("counter");
        _app.Menu.Find("Counter", "Increment").Click();
        Assert.Equal(1, await page.NextAsync<int>("update-counter"));
        _app.Menu.Find("Counter", "Decrement").Click();
        Assert.Equal(-1, await page.NextAsync<int>("update-counter"));
        page.Send("counter-value", 7);
        Assert.Equal(7, await _app.Services.GetRequiredService<CounterValues>().NextAsync(Cancellation));
    }

    private FakeFrame Page(string name) => _app.Windows.Single(window => window.MainFrame.Url == $"app://local/{name}.html").MainFrame;
}
