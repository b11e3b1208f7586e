using IpcApp.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>Fake frames that navigate within themselves and get other names.</summary>
public sealed class FrameNavigationTests
{
    [Theory]
    [InlineData("app://local/", "app://local/deep?query#part")]
    [InlineData("https://partner.example/a", "https://partner.example/b")]
    [InlineData("about:srcdoc", "about:srcdoc#part")]
    [InlineData("data:text/html,text", "data:text/html,text#part")]
    public async Task A_document_gets_another_address_of_its_own_origin(string before, string after)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var page = app.OpenWindow(subFrames: true);
        var iframe = page.MainFrame.AddFrame(before, name: "inner");
        var contents = ContentsOf(app, page);
        var seen = new List<string>();
        contents.DidNavigateInPage += (_, e) => seen.Add($"{e.Url} {e.Frame.Url} {e.Frame.Name} {e.IsMainFrame}");
        contents.DidFrameNavigate += (_, e) => seen.Add("another document");
        var (origin, frameId) = (iframe.Origin, iframe.FrameId);
        await app.WhenIdleAsync();
        seen.Clear();
        iframe.NavigateInPage(after);
        await app.WhenIdleAsync();
        Assert.Equal([$"{after} {after} inner False"], seen);
        Assert.Equal((after, origin, frameId), (iframe.Url, iframe.Origin, iframe.FrameId));
    }

    [Theory]
    [InlineData("app://local/", "https://elsewhere.example/")]
    [InlineData("about:srcdoc", "app://local/")]
    [InlineData("data:text/html,text", "data:text/html,other")]
    public async Task Another_origin_needs_another_document(string before, string after)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var iframe = app.OpenWindow().MainFrame.AddFrame(before);
        var error = Assert.Throws<ArgumentException>(() => iframe.NavigateInPage(after));
        Assert.StartsWith($"A document cannot get the address '{after}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, iframe.Url);
    }

    [Fact]
    public async Task A_page_that_is_gone_does_not_navigate()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var window = app.OpenWindow();
        window.Crash();
        Assert.Throws<InvalidOperationException>(() => window.MainFrame.NavigateInPage("app://local/#part"));
    }

    [Fact]
    public async Task A_name_is_known_with_the_next_message_and_not_before()
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        var window = app.OpenWindow();
        var frame = ContentsOf(app, window).MainFrame;
        var name = new TaskCompletionSource<string>();
        app.Services.GetRequiredService<IIpcMain>().On("named", e => name.SetResult(e.SenderInfo.Name));
        window.MainFrame.SetName("editor");
        Assert.Equal("", frame.Name);
        window.MainFrame.Send("named");
        Assert.Equal("editor", await name.Task);
        Assert.Equal("editor", frame.Name);
    }

    [Theory]
    [InlineData(false, "destroyed, closed")]
    [InlineData(true, "closed, destroyed")]
    public async Task A_window_ends_in_the_order_of_Electron(bool isDestroyed, string order)
    {
        await using var app = await IpcTestApp.StartAsync<Program>();
        app.OpenWindow(); // the app goes on
        var window = app.OpenWindow();
        var contents = ContentsOf(app, window);
        var seen = new List<string>();
        contents.Destroyed += (_, _) => seen.Add("destroyed");
        BrowserWindow.FromWebContents(contents)!.Closed += (_, _) => seen.Add("closed");
        if (isDestroyed)
        {
            window.Destroy();
        }
        else
        {
            window.Close();
        }

        await app.WhenIdleAsync();
        Assert.Equal(order, string.Join(", ", seen));
    }

    private static WebContents ContentsOf(IpcTestApp app, FakeWindow window)
        => app.Services.GetRequiredService<IWebContentsRegistry>().FromId(window.Id)!;
}
