using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>What becomes of a message over a limit of the settings. Electron has no such limits, but they must be the same everywhere.</summary>
public abstract partial class LimitsScenarios(AppFixture app) : ScenarioClass(app)
{
    /// <summary>More than a message may have.</summary>
    private static readonly string s_tooLarge = new('x', SmallLimits.MaxMessageBytes + 1);

    private static readonly string s_tooLargeText = $"more than the {SmallLimits.MaxMessageBytes} that IpcApp:Limits:MaxMessageBytes allows";

    private const string TooLargeForPage = "The message is larger than IpcApp:Limits:MaxMessageBytes allows.";

    [Fact]
    public async Task An_invoke_that_is_too_large_rejects_and_the_next_one_is_handled()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<string, int>(channel, (e, text) => text.Length);
        ShouldBeTooLarge((await page.InvokeAsync(channel, s_tooLarge)).Error?.Message, $"Error invoking remote method '{channel}': ");
        (await page.InvokeAsync(channel, "small")).ShouldBe(5);
        var warning = await App.Logs.WaitForAsync($"A page (web contents {page.WebContents.Id}) went over a limit. Error: The message has ");
        Assert.EndsWith(s_tooLargeText, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sendSync_that_is_too_large_returns_the_error()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, (e, _) => e.ReturnValue = "heard");
        var outcome = await page.SendSyncAsync(channel, s_tooLarge);
        ShouldBeTooLarge(outcome.Value?["error"].AsString(), "");
        (await page.SendSyncAsync(channel, "small")).ShouldBe("heard");
    }

    [Fact]
    public async Task A_send_that_is_too_large_is_dropped_and_logged()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On<string>(channel, (e, text) => Note(text));
        await page.SendAsync(channel, s_tooLarge);
        await SendAndSettleAsync(page, channel, "small");
        Assert.Equal(["small"], Notes);
        var warning = await App.Logs.WaitForAsync($"A message on '{channel}' was dropped: Error: The message has ");
        Assert.EndsWith(s_tooLargeText, warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postMessage_that_is_too_large_is_dropped_and_its_ports_close()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.On(channel, e => Note("heard"));
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        await page.PostMessageAsync(channel, s_tooLarge, given);
        await kept.ClosedAsync();
        await SettleAsync(page);
        Assert.Empty(Notes);
        await App.Logs.WaitForAsync($"A message on '{channel}' was dropped: Error: The message has ");
    }

    [Fact]
    public async Task A_message_of_a_port_that_is_too_large_is_dropped_and_the_next_one_arrives()
    {
        var page = await OpenPageAsync();
        var (kept, main) = await ConnectAsync(page);
        main.Message += (_, e) => Note(e.GetData<string>()!);
        main.Start();
        await kept.PostMessageAsync(s_tooLarge);
        await kept.PostMessageAsync("small");
        await NotedAsync("small");
        Assert.Equal(["small"], Notes);
        var warning = await App.Logs.WaitForAsync("A message on a port was dropped: Error: The message has ");
        Assert.EndsWith(s_tooLargeText, warning.Message, StringComparison.Ordinal);
        main.Close();
    }

    [Fact]
    public async Task An_answer_that_is_too_large_rejects()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle(channel, e => s_tooLarge);
        (await page.InvokeAsync(channel)).ShouldFail($"Error invoking remote method '{channel}': Error: {TooLargeForPage}");
    }

    [Fact]
    public async Task A_message_of_main_that_is_too_large_is_not_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, s_tooLarge);
        page.WebContents.Send(channel, "small");
        (await page.NextAsync(channel)).ShouldBe("small");
        await App.Logs.WaitForAsync(TooLargeForPage);
        var error = Assert.ThrowsAny<InvalidOperationException>(() => page.WebContents.PostMessage(channel, s_tooLarge));
        Assert.Equal(TooLargeForPage, error.Message);
    }

    /// <summary>The limit is for all that crosses: value, channel and what else there is.</summary>
    [Fact]
    public async Task A_message_of_main_that_is_too_large_with_its_channel_is_not_sent()
    {
        var (page, channel) = (await OpenPageAsync(), Channel(new string('c', 200)));
        var almost = new string('x', SmallLimits.MaxMessageBytes - 100);
        await page.ListenAsync(channel);
        page.WebContents.Send(channel, almost);
        page.WebContents.Send(channel, "small");
        (await page.NextAsync(channel)).ShouldBe("small");
        await App.Logs.WaitForAsync(TooLargeForPage);
        var error = Assert.ThrowsAny<InvalidOperationException>(() => page.WebContents.PostMessage(channel, almost));
        Assert.Equal(TooLargeForPage, error.Message);
    }

    [Fact]
    public async Task Invokes_over_the_limit_reject_until_one_is_answered()
    {
        var (page, other, channel) = (await OpenPageAsync(), await OpenPageAsync(), Channel());
        var release = new TaskCompletionSource();
        IpcMain.Handle(channel, async e =>
        {
            await release.Task;
            return 1;
        });
        var waiting = new List<Task<PageOutcome>>();
        for (var i = 0; i < SmallLimits.MaxPendingInvokes; i++)
        {
            waiting.Add(await page.StartInvokeAsync(channel));
        }

        (await page.InvokeAsync(channel)).ShouldFail(
            $"Error invoking remote method '{channel}': Error: {SmallLimits.MaxPendingInvokes} invokes of this frame wait for their answers already, "
            + "as many as IpcApp:Limits:MaxPendingInvokesPerFrame allows");
        var ofOther = await other.StartInvokeAsync(channel); // each frame has as many of its own
        release.SetResult();
        foreach (var call in waiting.Append(ofOther))
        {
            (await call.SoonAsync()).ShouldBe(1);
        }

        (await page.InvokeAsync(channel)).ShouldBe(1);
    }

    [Fact]
    public async Task Invokes_of_a_document_that_is_gone_do_not_count()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        var release = new TaskCompletionSource();
        IpcMain.Handle(channel, async e =>
        {
            await release.Task;
            return 1;
        });
        for (var i = 0; i < SmallLimits.MaxPendingInvokes; i++)
        {
            await page.StartInvokeAsync(channel);
        }

        await page.ReloadAsync();
        var call = await page.StartInvokeAsync(channel);
        release.SetResult();
        (await call.SoonAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_small_message_that_would_become_too_many_values_is_refused()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        IpcMain.Handle<string?[], int>(channel, (e, places) => places.Length);
        var error = (await page.InvokeAsync(channel, new IpcArray { Length = 70_000 })).Error;
        Assert.Contains("more values than IpcApp:Limits:MaxValuesPerByte allows for its", error?.Message, StringComparison.Ordinal);
        (await page.InvokeAsync(channel, new IpcArray { Length = 60_000 })).ShouldBe(60_000);
    }

    private static void ShouldBeTooLarge(string? text, string prefix)
    {
        Assert.StartsWith($"{prefix}Error: The message has ", text, StringComparison.Ordinal);
        Assert.EndsWith($" bytes, {s_tooLargeText}", text, StringComparison.Ordinal);
    }

    /// <summary>A channel with one end in a page, started, and the other in main, not started.</summary>
    private async Task<(PagePort Page, MessagePortMain Main)> ConnectAsync(Frame page)
    {
        // The rest of the scenario must not run in the listener, which holds up the frame.
        var received = new TaskCompletionSource<MessagePortMain>(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = Channel("give");
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        using var listener = IpcMain.Once(channel, (e, _) => received.SetResult(Assert.Single(e.Ports)));
        await page.PostMessageAsync(channel, null, given);
        return (kept, await received.Task.SoonAsync());
    }
}
