using System.Text.Json;
using System.Text.Json.Nodes;
using IpcApp.Conformance.DevTools;

namespace IpcApp.Conformance.Real;

/// <summary>A <c>MessagePort</c> that the agent in a page keeps under a number.</summary>
internal sealed class RealPort(ScriptContext context, int id) : PagePort
{
    public int Id => id;

    public static PageMessage ReadMessage(ScriptContext context, JsonElement arguments, JsonElement ports)
        => new([.. (IpcArray)PageValueReader.Read(arguments)], ReadPorts(context, ports));

    public override Task PostMessageAsync(object? message, params PagePort[] transfer)
    {
        var ports = new JsonArray([.. transfer.Select(port => (JsonNode)((RealPort)port).Id)]);
        var value = PageValueWriter.Write(message);
        return context.EvaluateAsync($"conformance.portPost({id}, {value.ToJsonString()}, {ports.ToJsonString()})");
    }

    public override Task StartAsync() => context.EvaluateAsync($"conformance.portStart({id})");

    public override Task CloseAsync() => context.EvaluateAsync($"conformance.portClose({id})");

    public override async Task<PageMessage> NextAsync()
    {
        var text = await context.EvaluateAsync($"conformance.portNext({id})").WaitAsync(Patience.Limit);
        var message = JsonSerializer.Deserialize<JsonElement>(text.GetString()!);
        return new PageMessage(
            [PageValueReader.Read(message.GetProperty("data"))],
            ReadPorts(context, message.GetProperty("ports")));
    }

    public override Task ClosedAsync() => context.EvaluateAsync($"conformance.portClosed({id})").WaitAsync(Patience.Limit);

    private static IReadOnlyList<PagePort> ReadPorts(ScriptContext context, JsonElement ids)
        => [.. ids.EnumerateArray().Select(id => new RealPort(context, id.GetInt32()))];
}
