using IpcApp.Testing;

namespace IpcApp.Tests.Windows;

/// <summary>Windows that C# makes.</summary>
public sealed class BrowserWindowTests : WindowTest
{
    private CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contents_and_main_frame_are_known_when_a_window_is_made()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        Assert.Same(window.WebContents.MainFrame, window.WebContents.MainFrame.Top);
        Assert.Equal("", window.WebContents.MainFrame.Url);
        Assert.NotEqual(window.Id, window.WebContents.Id);
        Assert.Null(window.Name);
        Assert.False(window.IsDestroyed());
    }

    [Fact]
    public async Task The_options_reach_the_host()
    {
        var window = await Windows.CreateAsync(new BrowserWindowOptions { Title = "Second", Show = false }, Cancellation);
        Assert.Equal("Second", window.Title);
        Assert.Equal(("Second", false), (Double(window).Title, Double(window).IsVisible));
    }

    [Fact]
    public async Task A_window_is_found_by_id_and_contents_until_it_is_closed()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        Assert.Same(window, Windows.FromId(window.Id));
        Assert.Same(window, Windows.FromWebContents(window.WebContents));
        Assert.Same(window, BrowserWindow.FromWebContents(window.WebContents));
        Assert.Same(window, await Windows.FindAsync(window.Id, Cancellation));
        Assert.Equal([Windows.FromName("main")!, window], Windows.GetAllWindows());
        window.Close();
        Assert.Null(await Windows.FindAsync(window.Id, Cancellation));
        Assert.Null(Windows.FromId(window.Id));
        Assert.Null(BrowserWindow.FromWebContents(window.WebContents));
        Assert.Equal([Windows.FromName("main")!], Windows.GetAllWindows());
    }

    [Fact]
    public void Windows_of_the_settings_are_browser_windows_too()
    {
        var window = Windows.FromName("main")!;
        Assert.Equal("main", window.Name);
        Assert.Equal(Page.Window.WindowId, window.Id);
        Assert.Equal("main", window.WebContents.WindowName);
        Assert.Null(Windows.FromName("other"));
    }

    [Fact]
    public async Task A_loaded_page_can_call_handlers_and_is_sent_to()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        await window.LoadUrlAsync("app://local/second.html", Cancellation);
        window.WebContents.Send("hello", 1);
        var page = Double(window).MainFrame;
        Assert.Equal("app://local/second.html", page.Url);
        Assert.Equal("app://local/second.html", window.WebContents.MainFrame.Url);
        Assert.Equal(1, await page.NextAsync<int>("hello"));
        Assert.Equal(5, await page.InvokeAsync<int>("echo:sum", 2, 3));
    }

    [Fact]
    public async Task A_page_that_cannot_be_loaded_fails_with_Electrons_text()
    {
        const string Url = "app://local/broken.html";
        App.FailLoad(Url, "ERR_FAILED (-2)");
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        var error = await Assert.ThrowsAsync<ElectronException>(() => window.LoadUrlAsync(Url, Cancellation));
        Assert.Equal("ERR_FAILED (-2) loading 'app://local/broken.html'", error.Message);
        await window.LoadUrlAsync("app://local/", Cancellation);
    }

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("index.html")]
    [InlineData("app://local.example.com/")]
    public async Task Only_the_apps_pages_are_loaded(string url)
    {
        var window = Windows.FromName("main")!;
        var error = await Assert.ThrowsAsync<ArgumentException>(() => window.LoadUrlAsync(url, Cancellation));
        Assert.StartsWith(
            "A window can load an address under app://local/; addresses of development servers are allowed in development only, "
            + $"but not '{url}'.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_is_set_and_what_the_page_makes_of_it_is_heard_of()
    {
        var window = Windows.FromName("main")!;
        var updated = new TaskCompletionSource<(string Title, bool ExplicitSet)>();
        window.PageTitleUpdated += (sender, e) => updated.SetResult((e.Title, e.ExplicitSet));
        window.SetTitle("Of the app");
        Assert.Equal(("Of the app", "Of the app"), (window.Title, Page.Window.Title));
        Page.Window.SetPageTitle("Of the page");
        Assert.Equal(("Of the page", true), await updated.Task);
        Assert.Equal("Of the page", window.Title);
    }

    [Fact]
    public void Show_and_hide()
    {
        var window = Windows.FromName("main")!;
        window.Hide();
        Assert.False(Page.Window.IsVisible);
        window.Show();
        window.Focus();
        Assert.True(Page.Window.IsVisible);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Closing_is_told_once_whoever_closes(bool isByApp)
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        var count = 0;
        window.Closed += (sender, _) => Interlocked.Add(ref count, ReferenceEquals(sender, window) ? 1 : 100);
        if (isByApp)
        {
            window.Close();
        }
        else
        {
            Double(window).Close();
        }

        window.Close();
        window.Destroy();
        await App.WhenIdleAsync();
        Assert.Equal(1, count);
        Assert.True(window.IsDestroyed());
        Assert.True(window.WebContents.IsDestroyed());
    }

    [Fact]
    public async Task A_closed_window_says_so_in_Electrons_words()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        window.Destroy();
        Action[] members = [window.Show, window.Hide, window.Focus, () => window.SetTitle("x"), () => window.LoadUrlAsync("app://local/")];
        Assert.All(
            members,
            member => Assert.StartsWith(
                "Object has been destroyed", Assert.Throws<ObjectDisposedException>(member).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscriber_that_fails_does_not_keep_the_next_from_running()
    {
        var window = await Windows.CreateAsync(cancellationToken: Cancellation);
        var closed = new TaskCompletionSource();
        window.PageTitleUpdated += (_, _) => throw new InvalidOperationException("in a subscriber");
        window.Closed += (_, _) => closed.SetResult();
        Double(window).SetPageTitle("x");
        window.Close();
        await closed.Task;
    }

    [Theory]
    [InlineData(99, null, "The option Width of a window is '99', but it must be a whole number from 100 to 16384.")]
    [InlineData(800, "../preload.js", "The option Preload of a window is '../preload.js', but it must be a relative path inside the app's")]
    [InlineData(800, "/preload.js", "The option Preload of a window is '/preload.js', but it must be a relative path inside the app's")]
    public async Task Impossible_options_are_named(int width, string? preload, string text)
    {
        var options = new BrowserWindowOptions { Width = width, Preload = preload };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Windows.CreateAsync(options, Cancellation));
        Assert.StartsWith(text, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_windows_made_at_once_are_a_hundred_windows()
    {
        var windows = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(
            async () =>
            {
                var window = await Windows.CreateAsync(new BrowserWindowOptions { Title = $"{number}" }, Cancellation);
                await window.LoadUrlAsync($"app://local/{number}.html", Cancellation);
                return window;
            },
            Cancellation)));
        Assert.Equal(100, windows.Select(window => window.Id).Distinct().Count());
        Assert.All(windows, (window, number) => Assert.Equal(
            ($"{number}", $"app://local/{number}.html"), (Double(window).Title, window.WebContents.MainFrame.Url)));
    }
}
