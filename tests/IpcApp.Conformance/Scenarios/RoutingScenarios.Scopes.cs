using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Frame, window, global: who hears a message, and in which order.</summary>
public abstract partial class RoutingScenarios
{
    [Fact, Rule(32)]
    public async Task S32_A_send_reaches_the_windows_event_then_the_frame_the_window_and_the_global_emitter()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        NoteAllOf(page.WebContents, "", channel);
        NoteAllOf(other.WebContents, "other ", channel);
        IpcMain.On(channel, e => Note("global"));
        await SendAndSettleAsync(page, channel);
        Assert.Equal(["ipc-message", "frame", "window", "global"], Notes);
    }

    [Fact, Rule(32)]
    public async Task S32_The_windows_event_hears_channels_that_nobody_else_does()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMainListener listener = (e, args) => Note($"{e.Channel}: {args.Count} {args[0].AsInt32()} {e.IsSync}");
        page.WebContents.IpcMessage += listener;
        await SendAndSettleAsync(page, channel, 1, 2);
        page.WebContents.IpcMessage -= listener;
        await SendAndSettleAsync(page, channel, 3);
        Assert.Equal([$"{channel}: 2 1 False"], Notes);
    }

    [Fact, Rule(33)]
    public async Task S33_A_sendSync_reaches_the_windows_event_for_it_then_the_emitters()
    {
        var (page, channel, unheard) = (await OpenPageAsync(), Channel(), Channel("unheard"));
        NoteAllOf(page.WebContents, "", channel);
        IpcMain.On(channel, e =>
        {
            Note("global");
            e.ReturnValue = "from the emitter";
        });
        (await page.SendSyncAsync(channel)).ShouldBe("from the emitter");
        Assert.Equal(["ipc-message-sync", "frame", "window", "global"], Notes);
        page.WebContents.IpcMessageSync += (e, args) => e.ReturnValue = "from the event";
        (await page.SendSyncAsync(unheard)).ShouldBe("from the event");
    }

    [Fact, Rule(34)]
    public async Task S34_A_postMessage_reaches_the_emitters_alone_with_its_one_argument()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        NoteAllOf(page.WebContents, "", channel);
        IpcMain.On(channel, (e, args) => Note($"global {args.Count} {args[0].AsString()}"));
        await page.PostMessageAsync(channel, "message");
        await SettleAsync(page);
        Assert.Equal(["frame", "window", "global 1 message"], Notes);
    }

    [Fact, Rule(35)]
    public async Task S35_An_invoke_goes_to_the_first_handler_of_frame_window_and_global_even_if_it_throws()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        page.WebContents.Ipc.Handle<int>(channel, e => throw new InvalidOperationException("the window's"));
        IpcMain.Handle(channel, e => "global");
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: the window's");
        page.WebContents.MainFrame.Ipc.Handle(channel, e => "frame");
        (await page.InvokeAsync(channel)).ShouldBe("frame");
        (await other.InvokeAsync(channel)).ShouldBe("global");
    }

    [Fact, Rule(36)]
    public async Task S36_The_frame_is_the_one_that_sent_not_the_main_frame()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { SubFrames = true }), Channel());
        var (first, second) = (await page.AddFrameAsync(), await page.AddFrameAsync());
        var (firstFrame, secondFrame) = (await MainSideOfAsync(first), await MainSideOfAsync(second));
        foreach (var (ipc, name) in new[]
        {
            (page.WebContents.MainFrame.Ipc, "main frame"), (firstFrame.Ipc, "first"), (secondFrame.Ipc, "second"),
            (page.WebContents.Ipc, "window"), (IpcMain, "global"),
        })
        {
            ForAnySender(ipc).On(channel, e => Note(name));
            ForAnySender(ipc).Handle(channel, e => name);
        }

        (await second.InvokeAsync(channel)).ShouldBe("second");
        (await page.InvokeAsync(channel)).ShouldBe("main frame");
        secondFrame.Ipc.RemoveHandler(channel);
        (await second.InvokeAsync(channel)).ShouldBe("window");
        await first.SendAsync(channel);
        (await first.InvokeAsync(channel)).ShouldBe("first");
        await App.WhenIdleAsync();
        Assert.Equal(["first", "window", "global"], Notes);
    }

    [Fact, Rule(38)]
    public async Task S38_A_scope_that_nobody_has_asked_for_is_passed_over_until_somebody_does()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { SubFrames = true }), Channel());
        var frame = await page.AddFrameAsync();
        WebFrameMain? sender = null;
        using var global = ForAnySender(IpcMain).On(channel, e =>
        {
            sender = e.SenderFrame;
            Note("global");
        });
        await frame.SendAsync(channel);
        await MainSideOfAsync(frame);
        Assert.Equal(["global"], Notes);
        ForAnySender(sender!.Ipc).On(channel, e => Note("frame"));
        await frame.SendAsync(channel);
        await MainSideOfAsync(frame);
        Assert.Equal(["global", "frame", "global"], Notes);
        Assert.Empty(App.Logs.Entries);
    }

    [Fact, Rule(40)]
    public async Task S40_PreventDefault_changes_nothing()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        page.WebContents.IpcMessageSync += (e, args) => e.PreventDefault();
        page.WebContents.IpcMessage += (e, args) => e.PreventDefault();
        IpcMain.On(channel, e =>
        {
            Note($"heard {e.DefaultPrevented}");
            e.ReturnValue = "answer";
        });
        IpcMain.Handle(channel, e =>
        {
            e.PreventDefault();
            return "handled";
        });
        await page.SendAsync(channel);
        (await page.SendSyncAsync(channel)).ShouldBe("answer");
        (await page.InvokeAsync(channel)).ShouldBe("handled");
        Assert.Equal(["heard True", "heard True"], Notes);
    }

    private static IIpcMain ForAnySender(IIpcMain ipc) => ipc.WithSenderPolicy(IpcSenderPolicy.AnySender);

    /// <summary>The frame as main has it, and all that it has sent so far is handled.</summary>
    private async Task<WebFrameMain> MainSideOfAsync(Frame frame)
    {
        var (channel, found) = (Channel("where"), new TaskCompletionSource<WebFrameMain>());
        ForAnySender(IpcMain).Handle(channel, e => found.SetResult(e.SenderFrame!));
        (await frame.InvokeAsync(channel)).ShouldBe(IpcValue.Undefined);
        await App.WhenIdleAsync();
        return await found.Task;
    }

    /// <summary>Notes each of a window's scopes that hears a message.</summary>
    private void NoteAllOf(WebContents contents, string prefix, string channel)
    {
        contents.IpcMessage += (e, args) => Note($"{prefix}ipc-message");
        contents.IpcMessageSync += (e, args) => Note($"{prefix}ipc-message-sync");
        contents.Ipc.On(channel, e => Note($"{prefix}window"));
        contents.MainFrame.Ipc.On(channel, e => Note($"{prefix}frame"));
    }
}
