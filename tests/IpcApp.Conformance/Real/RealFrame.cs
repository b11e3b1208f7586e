using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using IpcApp.Conformance.DevTools;

namespace IpcApp.Conformance.Real;

/// <summary>A frame in a real renderer, driven over the DevTools protocol by the scripts of the folder <c>page</c>.</summary>
internal sealed class RealFrame(DevToolsPage page, string id, PageRoute route, HostWindows windows, RealFrame? parent) : Frame
{
    private readonly ScriptWorld _world = route == PageRoute.IpcRenderer ? ScriptWorld.Preload : ScriptWorld.Page;

    public override async Task<IReadOnlyList<Task<PageOutcome>>> RunAsync(params PageStep[] steps)
    {
        await windows.SynchronizeAsync();
        try
        {
            var context = await ContextAsync();
            var results = await TextAsync(context, $"conformance.run({Serialize(steps)})");
            return [.. results.EnumerateArray().Select(result => OutcomeAsync(context, result))];
        }
        catch (DevToolsException e) when (e.IsGone)
        {
            return [.. steps.Select(_ => Task.FromResult(PageOutcome.Gone))];
        }
    }

    public override async Task<PageMessage> NextAsync(string channel)
    {
        var context = await ContextAsync();
        var next = TextAsync(context, $"conformance.next({JsonSerializer.Serialize(channel)})");
        var message = await PatientlyAsync(next, $"the next message on '{channel}'");
        return RealPort.ReadMessage(context, message.GetProperty("args"), message.GetProperty("ports"));
    }

    public override async Task<int> WaitingCountAsync(string channel)
        => (await (await ContextAsync()).EvaluateAsync($"conformance.waitingCount({JsonSerializer.Serialize(channel)})")).GetInt32();

    public override async Task<LoadResult> LoadAsync(LoadPlan plan)
    {
        await windows.SynchronizeAsync();
        var result = await TextAsync(await ContextAsync(), $"conformance.load({JsonSerializer.Serialize(plan, JsonSerializerOptions.Web)})");
        return result.Deserialize<LoadResult>(JsonSerializerOptions.Web)!;
    }

    public override async Task<(PagePort Port1, PagePort Port2)> CreateChannelAsync()
    {
        var context = await ContextAsync();
        var ids = (await TextAsync(context, "conformance.createChannel()")).EnumerateArray().Select(each => each.GetInt32()).ToList();
        return (new RealPort(context, ids[0]), new RealPort(context, ids[1]));
    }

    public override async Task<Frame> AddFrameAsync(FrameOptions? options = null)
    {
        options ??= new FrameOptions();
        var attributes = new Dictionary<string, string> { ["name"] = options.Name };
        if (options.Sandboxed)
        {
            attributes["sandbox"] = "allow-scripts";
        }

        if (options.SourceDocument)
        {
            attributes["srcdoc"] = "<!doctype html>";
        }
        else if (options.Url != "")
        {
            attributes["src"] = options.Url ?? "page.html?inner";
        }

        var context = await page.ContextAsync(id, ScriptWorld.Page);
        var element = await context.EvaluateToHandleAsync($$"""
            new Promise((resolve) => {
              const frame = document.createElement('iframe');
              for (const [name, value] of Object.entries({{JsonSerializer.Serialize(attributes)}})) frame.setAttribute(name, value);
              frame.addEventListener('load', () => resolve(frame), { once: true });
              document.body.append(frame);
            })
            """);
        var node = await context.SendAsync("DOM.describeNode", new { objectId = element });
        var frame = node.GetProperty("node").GetProperty("frameId").GetString()!;
        return new RealFrame(page, frame, route, windows, this) { Element = element };
    }

    public override async Task RemoveAsync()
    {
        var context = await page.ContextAsync(parent!.Id, ScriptWorld.Page);
        var call = new { objectId = Element, functionDeclaration = "function () { this.remove(); }" };
        await context.SendAsync("Runtime.callFunctionOn", call);
        await page.WhenGoneAsync(id);
    }

    public override async Task<IReadOnlyList<PageOutcome>> RemoveAndRunAsync(params PageStep[] steps)
    {
        await windows.SynchronizeAsync();

        // In the parent's world of the same name, and with its own promises: those of a document that is gone do not go on.
        var context = await page.ContextAsync(parent!.Id, _world);
        var number = (await page.ContextAsync(parent.Id, ScriptWorld.Page)).SendAsync("DOM.describeNode", new { objectId = Element });
        var node = (await number).GetProperty("node").GetProperty("backendNodeId").GetInt32();
        var element = (await context.SendAsync("DOM.resolveNode", new { backendNodeId = node, executionContextId = context.Id }))
            .GetProperty("object").GetProperty("objectId").GetString();
        var result = await context.SendAsync("Runtime.callFunctionOn", new
        {
            objectId = element,
            functionDeclaration = PageScripts.RemoveAndRun,
            arguments = new[] { new { value = new JsonArray([.. steps.Select(Describe)]).ToJsonString() } },
            awaitPromise = true,
            returnByValue = true,
        });
        var outcomes = JsonSerializer.Deserialize<JsonElement>(result.GetProperty("result").GetProperty("value").GetString()!);
        return await Task.WhenAll(outcomes.EnumerateArray().Select(outcome => OutcomeAsync(context, outcome)));
    }

    public override async Task NavigateAsync(string query, params PageStep[] whileLeaving)
    {
        await windows.SynchronizeAsync();
        var steps = new JsonArray([.. whileLeaving.Select(Describe)]).ToJsonString();
        await (await ContextAsync()).EvaluateAsync(
            $"addEventListener('pagehide', () => conformance.run({JsonSerializer.Serialize(steps)}))");
        await VisitAsync($"page.html?{query}");
    }

    public override Task VisitAsync(string url)
        => LeaveAsync(context => context.EvaluateAsync($"void (location.href = {JsonSerializer.Serialize(url)})"));

    public override async Task NavigateInPageAsync(string script, string url)
        => await (await page.ContextAsync(id, ScriptWorld.Page)).EvaluateAsync($"void ({script})");

    public override async Task SetNameAsync(string name)
        => await (await page.ContextAsync(id, ScriptWorld.Page)).EvaluateAsync($"void (window.name = {JsonSerializer.Serialize(name)})");

    public override async Task<IpcValue> EvaluateAsync(string expression)
    {
        await windows.SynchronizeAsync();
        var context = await ContextAsync();
        return PageValueReader.Read(await TextAsync(context, $"(async () => conformanceEncode(await ({expression})))()"));
    }

    public override async Task ConsoleErrorAsync(string text)
        => await (await ContextAsync()).EvaluateAsync($"console.error({JsonSerializer.Serialize(text)})");

    public string Id => id;

    /// <summary>The handle of the iframe's element in its parent.</summary>
    private string? Element { get; init; }

    /// <summary>Waits for the frame's page to have loaded, in a document other than that of a context.</summary>
    public async Task LoadedAsync(ScriptContext? previous = null)
    {
        while (true)
        {
            var context = await page.ContextAsync(id, ScriptWorld.Page, previous);
            try
            {
                await context.EvaluateAsync(
                    "document.readyState === 'complete' || new Promise((resolve) => addEventListener('load', resolve))").SoonAsync();
                return;
            }
            catch (DevToolsException e) when (e.IsGone)
            {
                previous = context; // an empty document comes first in a new process
            }
        }
    }

    /// <summary>Starts a navigation, and waits for its end.</summary>
    public async Task LeaveAsync(Func<ScriptContext, Task> leave)
    {
        var context = await page.ContextAsync(id, ScriptWorld.Page);
        await leave(context);
        await LoadedAsync(context);
    }

    /// <summary>The steps as a JavaScript string.</summary>
    private static string Serialize(PageStep[] steps)
        => JsonSerializer.Serialize(new JsonArray([.. steps.Select(Describe)]).ToJsonString());

    private static JsonNode Describe(PageStep step) => new JsonObject
    {
        ["op"] = char.ToLowerInvariant($"{step.Kind}"[0]) + $"{step.Kind}"[1..],
        ["channel"] = PageValueWriter.Write(step.Channel),
        ["args"] = PageValueWriter.WriteArguments(step.Arguments),
        ["transfer"] = DescribeTransfer(step),
    };

    private static JsonObject DescribeTransfer(PageStep step) => step switch
    {
        { Transfer: { } ports } => new() { ["ports"] = new JsonArray([.. ports.Select(port => (JsonNode)((RealPort)port).Id)]) },
        { TransferValue: { } value } => new() { ["value"] = PageValueWriter.Write(value) },
        _ => [],
    };

    private static async Task<PageOutcome> OutcomeAsync(ScriptContext context, JsonElement result)
    {
        if (result.TryGetProperty("call", out var call))
        {
            try
            {
                result = await TextAsync(context, $"conformance.outcome({call.GetInt32().ToString(CultureInfo.InvariantCulture)})");
            }
            catch (DevToolsException e) when (e.IsGone)
            {
                return PageOutcome.Gone;
            }
        }

        return result.TryGetProperty("error", out var error)
            ? PageOutcome.Threw(error.Deserialize<PageError>(JsonSerializerOptions.Web)!)
            : PageOutcome.Returned(PageValueReader.Read(result.GetProperty("value")));
    }

    /// <summary>Results cross as text: the protocol's own values know no lone surrogates.</summary>
    private static async Task<JsonElement> TextAsync(ScriptContext context, string expression)
        => JsonSerializer.Deserialize<JsonElement>((await context.EvaluateAsync(expression)).GetString()!);

    private async Task<ScriptContext> ContextAsync()
    {
        var context = await page.ContextAsync(id, _world);
        await context.PrepareAsync(PageScripts.Agent);
        return context;
    }
}
