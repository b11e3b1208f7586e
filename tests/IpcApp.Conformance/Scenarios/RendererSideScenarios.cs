using IpcApp.Conformance.Suite;

namespace IpcApp.Conformance.Scenarios;

/// <summary>The renderer's side: section 2.M.</summary>
public abstract class RendererSideScenarios(AppFixture app) : ScenarioClass(app)
{
    [Fact, Rule(150)]
    public async Task S150_ipcRenderer_begins_without_listeners_and_a_message_on_error_is_thrown()
    {
        var page = await OpenPageAsync();
        await ShouldSeeAsync(page, "ipcRenderer.eventNames()", new IpcArray());
        await page.ListenAsync("next");
        page.WebContents.Send("error", "unheard");
        page.WebContents.Send("next");
        await page.NextAsync("next");
        await ShouldSeeAsync(page, "JSON.parse(conformance.errors()).length", 1);
    }

    [Fact, Rule(151)]
    public async Task S151_A_listeners_event_has_the_sender_and_ports_alone()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.EvaluateAsync($$"""
            void (globalThis.seen = new Promise((resolve) => ipcRenderer.once('{{channel}}', (event) =>
              resolve([Object.keys(event).sort(), event.sender === ipcRenderer, Array.isArray(event.ports), event.ports.length]))))
            """);
        page.WebContents.Send(channel);
        await ShouldSeeAsync(page, "seen", new IpcArray([new IpcArray(["ports", "sender"]), true, true, 0]));
    }

    [Fact, Rule(152)]
    public async Task S152_A_channel_that_is_no_string_is_refused_in_the_page()
    {
        var page = await OpenPageAsync();
        await SayAsync("send", "undefined", "index 1, conversion failure from undefined");
        await SayAsync("sendSync", "null", "index 1, conversion failure from null");
        await SayAsync("invoke", "undefined", "index 1, conversion failure from undefined");
        await SayAsync("postMessage", "undefined, 1", "index 0, conversion failure from undefined");
        await SayAsync("send", "5", "index 1, conversion failure from ");
        await ShouldSeeAsync(page, "(() => { const made = ipcRenderer.invoke(); made.catch(() => {}); return made instanceof Promise; })()", true);

        Task SayAsync(string method, string arguments, string expected) => ShouldSeeAsync(
            page,
            $"(async () => ipcRenderer.{method}({arguments}))().then(() => 'nothing', (e) => e.constructor.name + ': ' + e.message)",
            $"TypeError: Error processing argument at {expected}");
    }

    [Fact, Rule(153)]
    public async Task S153_After_its_document_is_gone_every_method_throws()
    {
        const string Gone = "IPC method called after context was released";
        var (page, channel) = (await OpenPageAsync(WithSubFrames), Channel());
        var frame = await page.AddFrameAsync();
        var outcomes = await frame.RemoveAndRunAsync(
            PageStep.Send(channel, 1), PageStep.SendSync(channel, 1), PageStep.Invoke(channel, 1), PageStep.PostMessage(channel, 1));
        Assert.All(outcomes, outcome => outcome.ShouldFail(Gone));
    }

    [Fact, Rule(154)]
    public async Task S154_A_listener_that_throws_is_an_error_of_its_page_alone()
    {
        var (page, channel) = (await OpenPageAsync(), Channel());
        await page.EvaluateAsync($"void ipcRenderer.on('{channel}', () => {{ throw new Error('mine'); }})");
        await page.ListenAsync("next");
        page.WebContents.Send(channel);
        page.WebContents.Send("next");
        await page.NextAsync("next");
        await ShouldSeeAsync(page, "conformance.errors()", "[\"Uncaught Error: mine\"]");
        await SettleAsync(page);
        Assert.All(App.Logs.Entries, entry => Assert.Equal("IpcApp.Page", entry.Category)); // what the page itself reports
    }

    [Fact, Rule(155)]
    public async Task S155_Over_the_context_bridge_an_error_keeps_its_message_alone()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcMain.Handle<int>(channel, e => throw new IpcException("boom") { Name = "RangeError" });
        var outcome = await page.InvokeAsync(channel);
        Assert.Equal(
            new PageError("Error", $"Error invoking remote method '{channel}': RangeError: boom", "Error"),
            outcome.Error);
    }

    [Fact, Rule(155)]
    public async Task S155_Over_the_context_bridge_only_the_api_is_frozen_and_other_values_are_copies()
    {
        var (page, channel) = (await OpenPageAsync(new PageOptions { Route = PageRoute.WindowIpc }), Channel());
        IpcMain.Handle(channel, (e, args) => new ValueTask<object?>(args[0]));
        await ShouldSeeAsync(page, "[Object.isFrozen(ipc), typeof ipc.invoke]", new IpcArray([true, "function"]));
        await ShouldSeeAsync(
            page,
            $"ipc.invoke('{channel}', {{ url: new URL('https://a.example/'), deep: [1] }}).then((v) => [Object.isFrozen(v), Object.keys(v.url).length, v.deep])",
            new IpcArray([false, 0, new IpcArray([1])]));
        await ShouldSeeAsync(
            page,
            $"(async () => {{ const a = []; a.push(a); return ipc.invoke('{channel}', a); }})().then(() => 'sent', (e) => e.constructor.name)",
            "TypeError");
    }

    [Fact, Rule(155)]
    public async Task S155_A_key_is_exposed_once()
    {
        var page = await OpenPageAsync();
        await ShouldSeeAsync(
            page,
            "(() => { try { contextBridge.exposeInMainWorld('ipc', {}); } catch (e) { return e.message; } })()",
            "Cannot bind an API on top of an existing property on the window object");
    }

    private static async Task ShouldSeeAsync(Page page, string expression, IpcValue expected)
    {
        var seen = await page.EvaluateAsync(expression);
        if (!IpcValue.DeepEquals(expected, seen))
        {
            Assert.Fail($"Expected {expected} from {expression}, but it was {seen}.");
        }
    }
}
