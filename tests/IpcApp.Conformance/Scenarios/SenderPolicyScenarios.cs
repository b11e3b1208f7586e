using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Who may call what: section 9 of the design, which has no rule in Electron.</summary>
public abstract partial class SenderPolicyScenarios(AppFixture app) : ScenarioClass(app)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_iframe_is_refused_although_it_has_the_preload(bool sandboxed)
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        Register(IpcMain, channel);
        await ShouldBeRefusedAsync(await page.AddFrameAsync(new FrameOptions { Sandboxed = sandboxed }), channel);
        await ShouldBeHeardAsync(page, channel);
    }

    [Fact]
    public async Task A_policy_with_sub_frames_accepts_iframes_of_the_apps_origin_alone()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        Register(IpcMain.WithSenderPolicy(Iframes), channel);
        await ShouldBeHeardAsync(page, channel);
        await ShouldBeHeardAsync(await page.AddFrameAsync(), channel);
        await ShouldBeHeardAsync(await page.AddFrameAsync(new FrameOptions { SourceDocument = true }), channel);
        await ShouldBeRefusedAsync(await page.AddFrameAsync(new FrameOptions { Sandboxed = true }), channel);
        await ShouldBeRefusedAsync(await page.AddFrameAsync(ForeignFrame), channel);
    }

    [Fact]
    public async Task A_policy_with_an_origin_accepts_main_frames_of_it_and_with_sub_frames_iframes()
    {
        var (page, main, all) = (await OpenPageAsync(WithSubFrames), Channel(), Channel());
        var foreign = IpcSenderPolicy.Default.AllowOrigin(ConformanceApp.ForeignOrigin);
        Register(IpcMain.WithSenderPolicy(foreign), main);
        Register(IpcMain.WithSenderPolicy(foreign.AllowSubFrames()), all);
        var frame = await page.AddFrameAsync(ForeignFrame);
        await ShouldBeRefusedAsync(frame, main);
        await ShouldBeHeardAsync(frame, all);
        await ShouldBeHeardAsync(await page.AddFrameAsync(), all); // the app's own origin stays allowed
        await page.VisitAsync($"{ConformanceApp.ForeignOrigin}/");
        await ShouldBeHeardAsync(page, main);
        await ShouldBeHeardAsync(page, all);
    }

    [Fact]
    public async Task A_main_frame_that_shows_a_foreign_page_is_refused()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        Register(IpcMain, channel);
        await page.VisitAsync($"{ConformanceApp.ForeignOrigin}/");
        await ShouldBeRefusedAsync(page, channel);
    }

    [Fact]
    public async Task Any_sender_is_accepted_where_the_policy_says_so_also_an_opaque_origin()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Handle(channel, e => $"{e.SenderInfo.Origin} in {e.SenderInfo.Parents[0].Origin}");
        var opaque = await page.AddFrameAsync(new FrameOptions { Sandboxed = true });
        var foreign = await page.AddFrameAsync(ForeignFrame);
        (await opaque.InvokeAsync(channel)).ShouldBe("null in app://local");
        (await foreign.InvokeAsync(channel)).ShouldBe($"{ConformanceApp.ForeignOrigin} in app://local");
    }

    [Fact]
    public async Task Without_sub_frames_no_policy_lets_an_iframe_in()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        Register(IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender), channel);
        var frame = await page.AddFrameAsync();
        Assert.NotNull((await frame.InvokeAsync(channel)).Error); // the page has no ipc; a fake has, and is refused
        await SettleAsync(page);
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task A_page_that_is_left_may_still_send()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note($"{e.SenderInfo.Origin} {e.SenderInfo.IsMainFrame}"));
        await page.NavigateAsync("next", PageStep.Send(channel));
        await NotedAsync("app://local True");
    }

    private void Register(IIpcMain ipc, string channel)
    {
        ipc.Handle(channel, e => Note("handled"));
        ipc.On(channel, e =>
        {
            Note("heard");
            e.ReturnValue = "answer";
        });
    }

    private async Task ShouldBeHeardAsync(Frame frame, string channel)
    {
        var before = Notes.Count;
        (await frame.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
        (await frame.SendSyncAsync(channel)).ShouldBe("answer");
        await frame.SendAsync(channel);
        await frame.PostMessageAsync(channel, 1);
        (await frame.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
        Assert.Equal(["handled", "heard", "heard", "heard", "handled"], Notes.Skip(before));
    }

    /// <param name="isLogged">Whether the log is to name it: the first of its origin on that channel.</param>
    private async Task ShouldBeRefusedAsync(Frame frame, string channel, bool isLogged = true)
    {
        var before = Notes.Count;
        App.Logs.Clear();
        await frame.SendAsync(channel);
        await frame.PostMessageAsync(channel, 1);
        (await frame.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: Sender not allowed for '{channel}'");
        (await frame.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = $"Error: Sender not allowed for '{channel}'" });
        if (isLogged)
        {
            await App.Logs.WaitForAsync($"Refused a message on '{channel}' from ");
        }

        await App.WhenIdleAsync();
        Assert.Empty(Notes.Skip(before));
    }
}
