using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Several registrations on one channel, each with a policy of its own.</summary>
public abstract partial class SenderPolicyScenarios
{
    [Fact]
    public async Task Each_listener_of_a_channel_gets_what_its_own_policy_accepts()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        IpcMain.On(channel, (e, args) => Note($"default {args[0].AsString()}"));
        IpcMain.WithSenderPolicy(Iframes).On(channel, (e, args) => Note($"iframes {args[0].AsString()}"));
        IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).On(channel, (e, args) => Note($"any {args[0].AsString()}"));
        var frame = await page.AddFrameAsync();
        var opaque = await page.AddFrameAsync(new FrameOptions { Sandboxed = true });
        await opaque.SendAsync(channel, "opaque");
        await NotedAsync("any opaque");
        await frame.SendAsync(channel, "iframe");
        await NotedAsync("any iframe");
        await page.SendAsync(channel, "page");
        await SettleAsync(page);
        Assert.Equal(
            ["any opaque", "iframes iframe", "any iframe", "default page", "iframes page", "any page"],
            Notes);
    }

    [Fact]
    public async Task Two_policies_do_not_make_a_third()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        IpcMain.WithSenderPolicy(Iframes).On(channel, e => Note("heard"));
        IpcMain.WithSenderPolicy(IpcSenderPolicy.Default.AllowOrigin(ConformanceApp.ForeignOrigin)).On(channel, e => Note("heard"));
        var frame = await page.AddFrameAsync(ForeignFrame);
        (await frame.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = $"Error: Sender not allowed for '{channel}'" });
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task The_policy_of_a_listener_does_not_open_the_handler()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        IpcMain.WithSenderPolicy(Iframes).On(channel, e => e.ReturnValue = "answer");
        IpcMain.Handle(channel, e => Note("handled"));
        var frame = await page.AddFrameAsync();
        (await frame.SendSyncAsync(channel)).ShouldBe("answer");
        (await frame.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: Sender not allowed for '{channel}'");
        Assert.Empty(Notes);
    }

    [Fact]
    public async Task The_handler_of_the_nearest_scope_decides_also_if_another_would_accept()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        var frame = await page.AddFrameAsync();
        IpcMain.WithSenderPolicy(IpcSenderPolicy.AnySender).Handle(channel, e => "global");
        (await frame.InvokeAsync(channel)).ShouldBe("global");
        using (page.WebContents.Ipc.Handle(channel, e => "window"))
        {
            (await frame.InvokeAsync(channel)).ShouldFail(
                $"Error invoking remote method '{channel}': Error: Sender not allowed for '{channel}'");
            (await page.InvokeAsync(channel)).ShouldBe("window");
            await App.Logs.WaitForAsync($"A message on '{channel}' was refused: its sender, an iframe of origin 'app://local', is not allowed.");
        }

        (await frame.InvokeAsync(channel)).ShouldBe("global");
    }

    [Fact]
    public async Task A_windows_message_events_are_raised_for_its_own_main_frame_alone()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        page.WebContents.IpcMessage += (e, args) => Note($"event {args[0].AsString()}");
        IpcMain.WithSenderPolicy(Iframes).On(channel, (e, args) => Note($"listener {args[0].AsString()}"));
        var frame = await page.AddFrameAsync();
        await frame.SendAsync(channel, "iframe");
        await NotedAsync("listener iframe");
        await page.SendAsync(channel, "page");
        await SettleAsync(page);
        Assert.Equal(["listener iframe", "event page", "listener page"], Notes);
    }

    [Fact]
    public async Task A_registration_that_is_gone_takes_its_policy_with_it()
    {
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        var frame = await page.AddFrameAsync();
        IpcMain.On(channel, e => e.ReturnValue = "default");
        using (IpcMain.WithSenderPolicy(Iframes).On(channel, e => e.ReturnValue = "iframes"))
        {
            (await frame.SendSyncAsync(channel)).ShouldBe("iframes");
        }

        (await frame.SendSyncAsync(channel)).ShouldBe(new IpcObject { ["error"] = $"Error: Sender not allowed for '{channel}'" });
        (await page.SendSyncAsync(channel)).ShouldBe("default");
    }
}
