using IpcApp.Conformance.Suite;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What windows of C# show.</summary>
public abstract class WindowsScenarios(AppFixture app) : ScenarioClass(app)
{
    private IBrowserWindows Windows => App.Services.GetRequiredService<IBrowserWindows>();

    [Fact]
    public async Task A_window_is_as_it_was_asked_for()
    {
        var (page, window) = (await OpenPageAsync(), await CreateAsync(new BrowserWindowOptions
        {
            Width = 640, Height = 480, MinWidth = 320, MinHeight = 240, Title = "Second", Show = false,
        }));
        Assert.Equal(new ShownWindow("Second", 640, 480, 320, 240, IsVisible: false), await page.LookAtAsync(window));
        Assert.Equal("Second", window.Title);
        window.Destroy();
    }

    [Fact]
    public async Task A_window_that_was_asked_nothing_of_has_the_defaults()
    {
        var (page, window) = (await OpenPageAsync(), await CreateAsync(new BrowserWindowOptions { Title = "A", Show = false }));
        Assert.Equal(new ShownWindow("A", 1000, 700, 0, 0, IsVisible: false), await page.LookAtAsync(window));
        window.Destroy();
    }

    [Fact]
    public async Task A_window_has_the_title_that_main_sets()
    {
        var (page, window) = (await OpenPageAsync(), await CreateAsync(new BrowserWindowOptions { Title = "Before", Show = false }));
        window.SetTitle("After");
        Assert.Equal("After", (await page.LookAtAsync(window)).Title);
        window.Destroy();
    }

    [Fact]
    public async Task A_window_is_shown_and_hidden()
    {
        var (page, window) = (await OpenPageAsync(), await CreateAsync(new BrowserWindowOptions { Show = false }));
        window.Show();
        Assert.True((await page.LookAtAsync(window)).IsVisible);
        window.Hide();
        Assert.False((await page.LookAtAsync(window)).IsVisible);
        window.Destroy();
    }

    [Fact]
    public async Task A_page_is_hidden_with_its_window()
    {
        var page = await OpenPageAsync();
        var window = BrowserWindow.FromWebContents(page.WebContents)!;
        window.Show();
        Assert.Equal("visible", (await EventFromAsync(page)).SenderInfo.VisibilityState);
        window.Hide();
        Assert.Equal("hidden", (await EventFromAsync(page)).SenderInfo.VisibilityState);
        window.Show();
        Assert.Equal("visible", (await EventFromAsync(page)).SenderInfo.VisibilityState);
    }

    private Task<BrowserWindow> CreateAsync(BrowserWindowOptions options)
        => Windows.CreateAsync(options, TestContext.Current.CancellationToken).SoonAsync();
}
