using System.Text.Json;

namespace IpcApp.Conformance.DevTools;

/// <summary>A world of one document: where script can be run until the document goes away.</summary>
internal sealed class ScriptContext(DevToolsConnection connection, string session, int id, string frame, ScriptWorld world)
{
    private Lazy<Task>? _prepared;

    public string Session => session;

    public int Id => id;

    public string Frame => frame;

    public ScriptWorld World => world;

    /// <summary>A command to the process that the world is in.</summary>
    public Task<JsonElement> SendAsync(string method, object parameters) => connection.SendAsync(session, method, parameters);

    /// <summary>Runs a script before everything else, once.</summary>
    public Task PrepareAsync(string script)
        => LazyInitializer.EnsureInitialized(ref _prepared, () => new Lazy<Task>(() => EvaluateAsync(script))).Value;

    /// <summary>The value of an expression, as JSON has it; promises are awaited.</summary>
    /// <exception cref="DevToolsException">The script failed, or the document is gone.</exception>
    public async Task<JsonElement> EvaluateAsync(string expression)
    {
        var result = await RunAsync(expression, byValue: true);
        return result.TryGetProperty("value", out var value) ? value : default;
    }

    /// <summary>The value of an expression as a handle for other commands.</summary>
    public async Task<string> EvaluateToHandleAsync(string expression)
        => (await RunAsync(expression, byValue: false)).GetProperty("objectId").GetString()!;

    private async Task<JsonElement> RunAsync(string expression, bool byValue)
    {
        const string Method = "Runtime.evaluate";
        var parameters = new { expression, contextId = id, awaitPromise = true, returnByValue = byValue };
        var answer = await connection.SendAsync(session, Method, parameters);
        if (answer.TryGetProperty("exceptionDetails", out var details))
        {
            var text = details.TryGetProperty("exception", out var thrown) && thrown.TryGetProperty("description", out var description)
                ? description.GetString()
                : details.GetProperty("text").GetString();
            throw new DevToolsException(Method, text ?? "the script failed");
        }

        return answer.GetProperty("result");
    }
}
