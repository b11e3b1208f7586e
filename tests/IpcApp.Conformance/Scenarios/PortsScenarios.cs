using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>Message ports: section 2.J.</summary>
public abstract partial class PortsScenarios(AppFixture app) : ScenarioClass(app)
{
    /// <summary>Posts from a page to main, and gives what main got.</summary>
    private async Task<Posted> PostToMainAsync(Frame page, object? message, params PagePort[] ports)
    {
        var (channel, received) = (Channel("give"), new TaskCompletionSource<Posted>());
        using var listener = IpcMain.Once(channel, (e, args) => received.SetResult(new Posted([.. args], e.Ports)));
        await page.PostMessageAsync(channel, message, ports);
        return await received.Task.SoonAsync();
    }

    /// <summary>Hands a port of the page's to main.</summary>
    private async Task<MessagePortMain> HandToMainAsync(Frame page, PagePort port)
        => Assert.Single((await PostToMainAsync(page, null, port)).Ports);

    /// <summary>Hands a port of main's to a page.</summary>
    private async Task<PagePort> HandToPageAsync(Page page, MessagePortMain port)
    {
        var channel = Channel("take");
        await page.ListenAsync(channel);
        page.WebContents.PostMessage(channel, null, port);
        return Assert.Single((await page.NextAsync(channel)).Ports);
    }

    /// <summary>A channel with one end in a page, started, and the other in main, not started.</summary>
    private async Task<(PagePort Page, MessagePortMain Main)> ConnectAsync(Frame page)
    {
        var (kept, given) = await page.CreateChannelAsync();
        await kept.StartAsync();
        return (kept, await HandToMainAsync(page, given));
    }

    /// <summary>Notes the text of each message of a port as <c>NAME: TEXT</c>, and its end as <c>NAME closed</c>.</summary>
    private void NoteFrom(MessagePortMain port, string name)
    {
        port.Message += (_, e) => Note($"{name}: {e.GetData<string>()}");
        port.Closed += (_, _) => Note($"{name} closed");
    }

    private void NoteFromStarted(MessagePortMain port, string name)
    {
        NoteFrom(port, name);
        port.Start();
    }

    /// <summary>
    /// Completes when ports of main have raised what waits. They count for the app that started last, and may not be this one's work.
    /// </summary>
    private static async Task SettlePortsAsync()
    {
        var (main, raised) = (new MessageChannelMain(), new TaskCompletionSource());
        main.Port2.Closed += (_, _) => raised.SetResult();
        main.Port2.Start();
        main.Port1.Close();
        await raised.Task.SoonAsync();
    }

    private static async Task ShouldSayAsync(PagePort port, params IpcValue[] messages)
    {
        foreach (var message in messages)
        {
            (await port.NextAsync()).ShouldBe(message);
        }
    }

    /// <summary>Asserts that a port is neither neutered nor closed: it can be handed on, and its other end is not told of an end.</summary>
    private async Task ShouldBeWholeAsync(MessagePortMain port, MessagePortMain peer)
    {
        var outer = new MessageChannelMain();
        var passed = new TaskCompletionSource<MessagePortMain>();
        outer.Port2.Message += (_, e) => passed.SetResult(e.Ports[0]);
        outer.Port2.Start();
        outer.Port1.PostMessage(null, port);
        var again = await passed.Task.SoonAsync();
        NoteFromStarted(again, "passed on");
        peer.PostMessage("whole");
        await NotedAsync("passed on: whole");
    }

    private sealed record Posted(IReadOnlyList<IpcValue> Arguments, IReadOnlyList<MessagePortMain> Ports);
}
