using IpcApp.Testing;
using IpcApp.Tests.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Tests.Testing.Doubles;

/// <summary>Origin, process and ids of fake frames, as the app sees them.</summary>
public class FrameIdentityTests : AppTest
{
    [Fact]
    public async Task A_frame_has_the_ids_that_the_app_sees()
    {
        var window = App.OpenWindow(subFrames: true);
        var inner = window.MainFrame.AddFrame("app://local/inner.html", name: "inner", processId: 77);

        var main = await window.MainFrame.InvokeAsync<IpcObject>("message:sender");
        Assert.Equal(window.MainFrame.ProcessId, Number(main, "processId"));
        Assert.Equal(window.MainFrame.FrameId, Number(main, "frameId"));
        var known = App.Services.GetRequiredService<IWebFrameMainRegistry>().FromId(77, inner.FrameId)!;
        Assert.Equal((inner.FrameTreeNodeId, "inner"), (known.FrameTreeNodeId, known.Name));
        Assert.NotEqual(window.MainFrame.FrameTreeNodeId, inner.FrameTreeNodeId);
    }

    [Fact]
    public void A_document_that_is_unloading_goes_with_its_window()
    {
        var window = App.OpenWindow();
        var unloading = window.MainFrame.Detach("app://local/next.html");

        window.Close();

        Assert.True(unloading.IsRemoved);
        Assert.Throws<IpcRendererException>(() => unloading.Send("message:log", "too late"));
    }

    [Fact]
    public async Task A_window_can_open_with_a_process_and_an_origin_of_its_own()
    {
        var named = App.OpenWindow(processId: 99).MainFrame;
        var opaque = App.OpenWindow(origin: "null").MainFrame;

        var sender = await named.InvokeAsync<IpcObject>("message:sender");

        Assert.Equal(99, Number(sender, "processId"));
        Assert.Equal("null", opaque.Origin);
        var refusal = await Assert.ThrowsAsync<IpcRendererException>(() => opaque.InvokeAsync("message:sender"));
        Assert.EndsWith("Error: Sender not allowed for 'message:sender'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Navigation_keeps_the_place_and_changes_the_document()
    {
        var frame = App.OpenWindow().MainFrame;
        var (node, id) = (frame.FrameTreeNodeId, frame.FrameId);

        frame.Navigate("app://local/sandboxed.html", origin: "null", processId: 5);

        Assert.Equal((node, 5, "null"), (frame.FrameTreeNodeId, frame.ProcessId, frame.Origin));
        Assert.NotEqual(id, frame.FrameId);
        await Assert.ThrowsAsync<IpcRendererException>(() => frame.InvokeAsync("message:sender"));

        frame.Navigate("app://local/");
        Assert.Equal("app://local", (await frame.InvokeAsync<IpcObject>("message:sender"))["origin"].ToString().Trim('\''));
    }

    [Fact]
    public async Task Focus_and_opener_are_found_as_the_pages_say()
    {
        var window = App.OpenWindow(subFrames: true);
        var inner = window.MainFrame.AddFrame("app://local/inner.html");
        var popup = inner.OpenPopup("app://local/popup.html");
        var contents = Contents(window);

        Assert.Same(contents.MainFrame, await contents.GetFocusedFrameAsync(TestContext.Current.CancellationToken));
        inner.Focus();
        Assert.Equal(inner.FrameTreeNodeId, (await contents.GetFocusedFrameAsync(TestContext.Current.CancellationToken))!.FrameTreeNodeId);
        Assert.Equal(
            inner.FrameTreeNodeId, (await Contents(popup).GetOpenerAsync(TestContext.Current.CancellationToken))!.FrameTreeNodeId);

        inner.Remove();
        Assert.Same(contents.MainFrame, await contents.GetFocusedFrameAsync(TestContext.Current.CancellationToken));
        Assert.Null(await Contents(popup).GetOpenerAsync(TestContext.Current.CancellationToken));
        Assert.Null(await contents.GetOpenerAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Visibility_and_token_are_those_that_the_app_sees_with_the_next_message()
    {
        var frame = App.OpenWindow().MainFrame;
        var seen = Contents(frame.Window).MainFrame;

        Assert.Equal(("visible", frame.FrameToken), (seen.VisibilityState, seen.FrameToken));
        frame.SetVisibility(false);
        Assert.Equal("visible", seen.VisibilityState);
        App.Services.GetRequiredService<IIpcMain>().Handle("look", e => e.SenderFrame!.VisibilityState);
        Assert.Equal("hidden", await frame.InvokeAsync<string>("look"));
        Assert.Equal(frame.VisibilityState, seen.VisibilityState);
    }

    [Fact]
    public async Task A_preload_that_throws_is_told_to_the_app()
    {
        var told = new TaskCompletionSource<PreloadErrorEventArgs>(TaskCreationOptions.RunContinuationsAsynchronously);
        Contents(Page.Window).PreloadError += (_, e) => told.SetResult(e);

        Page.Window.FailPreload("preload.cjs", "boom", "at line 1");

        var error = await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        Assert.Equal(("preload.cjs", "boom", "at line 1"), (error.PreloadPath, error.Message, error.Stack));
    }

    [Fact]
    public async Task Arguments_are_read_by_their_types_and_missing_ones_are_undefined()
    {
        Page.Send("message:draft", "Hello");
        var message = await Page.NextAsync("message:draft-saved");

        Assert.Equal("message:draft-saved", message.Channel);
        Assert.Equal(5, message.Get<int>(0));
        Assert.Equal("Hello", message.Get<string>(1));
        Assert.Null(message.Get<string?>(2));
        Assert.Equal(IpcValueKind.Undefined, message.Get<IpcValue>(2).Kind);
        var wrong = Assert.Throws<IpcBindingException>(() => message.Get<int>(1));
        Assert.StartsWith("argument 2 of the message on 'message:draft-saved'", wrong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => message.Get<int>(-1));
    }

    private WebContents Contents(FakeWindow window) => App.Services.GetRequiredService<IWebContentsRegistry>().FromId(window.Id)!;

    private static int Number(IpcObject value, string name) => (int)((IpcNumber)value[name]).Value;
}
