using IpcApp.TestApp;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Dispatch;

/// <summary>What main knows of windows and frames.</summary>
public sealed class FrameTests : AppTest
{
    private IWebContentsRegistry Windows => App.Services.GetRequiredService<IWebContentsRegistry>();

    [Fact]
    public void A_new_windows_frame_is_known_before_it_has_sent_anything()
    {
        var window = App.OpenWindow("app://local/second.html");
        var frame = Windows.FromId(window.Id)!.MainFrame;
        Assert.Equal(("app://local/second.html", "app://local"), (frame.Url, frame.Origin));
        Assert.Null(frame.Parent);
        Assert.Same(frame, frame.Top);
    }

    [Fact]
    public void A_main_frame_stays_the_same_object_over_navigation()
    {
        var frame = Windows.FromId(Page.Window.Id)!.MainFrame;
        var process = frame.ProcessId;
        Page.Navigate("https://example.com/");
        Assert.Same(frame, Windows.FromId(Page.Window.Id)!.MainFrame);
        Assert.Equal("https://example.com/", frame.Url);
        Assert.NotEqual(process, frame.ProcessId);
        Assert.False(frame.IsDestroyed());
    }

    [Fact]
    public void Windows_are_found_by_the_name_in_the_settings()
    {
        Assert.True(Windows.TryGetByWindowName("main", out var contents));
        Assert.Equal(Page.Window.Id, contents.Id);
        Assert.False(Windows.TryGetByWindowName("other", out _));
    }

    [Fact]
    public async Task The_sender_of_an_event_is_the_window_and_its_live_frame()
    {
        var seen = new TaskCompletionSource<IpcMainEvent>();
        App.Services.GetRequiredService<IIpcMain>().On("who", seen.SetResult);
        Page.Send("who");
        var e = await seen.Task;
        Assert.Same(Windows.FromId(Page.Window.Id), e.Sender);
        Assert.Same(e.Sender.MainFrame, e.SenderFrame);
        Page.Navigate("app://local/next.html");
        Assert.Null(e.SenderFrame);
        Assert.Equal("app://local/", e.SenderInfo.Url);
        e.Reply("too-late");
        await App.WhenIdleAsync();
        Assert.Empty(Page.Received("too-late"));
    }

    [Fact]
    public async Task A_send_is_handled_to_its_end_although_its_page_has_gone()
    {
        var log = App.Services.GetRequiredService<CallLog>();
        Page.Send("message:log-later", "draft");
        await log.WaitForAsync("begin draft");
        Page.Navigate("app://local/next.html");
        log.Gate.SetResult();
        await log.WaitForAsync("end draft");
    }

    [Fact]
    public async Task The_frame_with_the_focus_is_asked_for()
    {
        var contents = App.Services.GetRequiredService<IWebContentsRegistry>().GetAllWebContents().Single();
        Assert.Same(contents.MainFrame, await contents.GetFocusedFrameAsync(TestContext.Current.CancellationToken));
        Assert.Null(await contents.GetOpenerAsync(TestContext.Current.CancellationToken));
    }
}
