using System.Text.Json;
using System.Text.Json.Nodes;
using IpcApp.Conformance.DevTools;

namespace IpcApp.Conformance.Real;

/// <summary>A <c>MessagePort</c> that the agent in a page keeps under a number.</summary>
internal sealed class RealPort(ScriptContext context, int id) : PagePort
{
    public int Id => id;

    public static PageMessage ReadMessage(ScriptContext context, JsonElement arguments, JsonElement ports)
        => new([.. (IpcArray)PageValueReader.Read(arguments)], [.. ports.EnumerateArray().Select(port => new RealPort(context, port.GetInt32()))]);

    public override Task PostMessageAsync(object? message, params PagePort[] transfer)
    {
        var ports = new JsonArray([.. transfer.Select(port => (JsonNode)((RealPort)port).Id)]);
        return context.EvaluateAsync($"conformance.portPost({id}, {PageValueWriter.Write(message).ToJsonString()}, {ports.ToJsonString()})");
    }

    public override Task StartAsync() => context.EvaluateAsync($"conformance.portStart({id})");

    public override Task CloseAsync() => context.EvaluateAsync($"conformance.portClose({id})");

    public override async Task<PageMessage> NextAsync()
    {
        var text = await context.EvaluateAsync($"conformance.portNext({id})").WaitAsync(Patience.Limit);
        var message = JsonSerializer.Deserialize<JsonElement>(text.GetString()!);
        return new PageMessage(
            [PageValueReader.Read(message.GetProperty("data"))],
            [.. message.GetProperty("ports").EnumerateArray().Select(port => new RealPort(context, port.GetInt32()))]);
    }

    public override Task ClosedAsync() => context.EvaluateAsync($"conformance.portClosed({id})").WaitAsync(Patience.Limit);
}
