using IpcApp.Testing;

namespace IpcApp.Tests.Windows;

/// <summary>What a test sees of the windows that the app asks for.</summary>
public sealed class ShownWindowTests : WindowTest
{
    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_window_is_shown_as_it_was_asked_for()
    {
        var window = Double(await Windows.CreateAsync(
            new BrowserWindowOptions
            {
                Width = 321, Height = 222, MinWidth = 200, MinHeight = 100, Title = "Second", Preload = "electron/own.cjs",
                Partition = "persist:work", SubFrames = true, AllowedOrigins = { "https://partner.example" },
            },
            Cancellation));
        Assert.Equal((321, 222, 200, 100), (window.Width, window.Height, window.MinWidth, window.MinHeight));
        Assert.Equal(("Second", "electron/own.cjs", "persist:work"), (window.Title, window.Preload, window.Partition));
        Assert.True(window.SubFrames);
        Assert.False(window.HasDevTools);
        Assert.Equal(["https://partner.example"], window.AllowedOrigins);
    }

    [Fact]
    public async Task A_window_has_the_defaults_of_its_maker()
    {
        var ofApp = Double(await Windows.CreateAsync(cancellationToken: Cancellation));
        Assert.Equal((1000, 700, null, null), (ofApp.Width, ofApp.Height, ofApp.MinWidth, ofApp.MinHeight));
        Assert.Equal((1000, 700), (Page.Window.Width, Page.Window.Height));
        var ofTest = App.OpenWindow();
        Assert.Equal((800, 600), (ofTest.Width, ofTest.Height)); // Electron's own
    }

    [Fact]
    public async Task Focus_leaves_a_trace()
    {
        var (first, second) = (Windows.FromName("main")!, await CreateShownAsync());
        Assert.Equal((false, true), (Double(first).IsFocused, Double(second).IsFocused)); // the one shown last
        first.Focus();
        Assert.Equal((true, false), (Double(first).IsFocused, Double(second).IsFocused));
        second.Show();
        Assert.True(Double(second).IsFocused);
        second.Hide();
        Assert.Equal((false, false), (Double(first).IsFocused, Double(second).IsFocused));
        second.Focus(); // nothing happens to a window that is hidden
        Assert.False(Double(second).IsFocused);
        first.Focus();
        var closing = Double(first);
        first.Close();
        Assert.False(closing.IsFocused);
    }

    [Fact]
    public async Task A_window_shows_itself_when_its_page_has_loaded_or_could_not_be_loaded()
    {
        var (loads, fails, hidden) = (
            await Windows.CreateAsync(cancellationToken: Cancellation),
            await Windows.CreateAsync(cancellationToken: Cancellation),
            await Windows.CreateAsync(new BrowserWindowOptions { Show = false }, Cancellation));
        Assert.All([loads, fails, hidden], window => Assert.False(Double(window).IsVisible));
        await loads.LoadUrlAsync("app://local/", Cancellation);
        await hidden.LoadUrlAsync("app://local/", Cancellation);
        App.FailLoad("app://local/broken.html", "ERR_FAILED (-2)");
        await Assert.ThrowsAsync<ElectronException>(() => fails.LoadUrlAsync("app://local/broken.html", Cancellation));
        Assert.Equal((true, true, false), (Double(loads).IsVisible, Double(fails).IsVisible, Double(hidden).IsVisible));
        await App.WhenIdleAsync();
        Assert.Contains(App.Logs, line => line.Message.Contains("(load-failed): ERR_FAILED (-2) loading", StringComparison.Ordinal));
        await App.AssertQuietAsync(); // the app has got the exception
    }

    [Fact]
    public void A_crash_is_logged_as_by_Electrons_side()
    {
        Page.Window.Crash("oom", 7);
        Assert.Contains(App.Logs, line => line.Message.EndsWith("The page's process is gone: oom (exit code 7)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_learns_that_its_window_is_hidden_and_the_app_with_the_next_message()
    {
        var seen = new List<string>();
        using var listener = Get<IIpcMain>().On("ch", e => seen.Add(e.SenderInfo.VisibilityState));
        var window = Windows.FromName("main")!;
        window.Hide();
        Assert.Equal("hidden", Page.VisibilityState);
        Page.Send("ch");
        window.Show();
        Page.Send("ch");
        await App.WhenIdleAsync();
        Assert.Equal(["hidden", "visible"], seen);
    }

    private async Task<BrowserWindow> CreateShownAsync()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        await window.LoadUrlAsync("app://local/", Cancellation);
        return window;
    }
}
