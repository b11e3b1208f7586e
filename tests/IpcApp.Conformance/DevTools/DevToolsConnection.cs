using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;

namespace IpcApp.Conformance.DevTools;

/// <summary>A client of Chromium's DevTools protocol, which Electron speaks as well: commands out, results and events in.</summary>
internal sealed class DevToolsConnection : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _writer = new(1, 1);
    private readonly ConcurrentDictionary<int, PendingCommand> _commands = new();
    private readonly CancellationTokenSource _disposed = new();
    private Task _reading = Task.CompletedTask;
    private int _lastId;

    /// <summary>Raised on the one reading thread, in the order of Chromium.</summary>
    public event Action<DevToolsEvent>? Received;

    public static async Task<DevToolsConnection> ConnectAsync(int port)
    {
        using var http = new HttpClient();
        var version = await http.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{port}/json/version"));
        var connection = new DevToolsConnection();
        await connection._socket.ConnectAsync(new Uri(version.GetProperty("webSocketDebuggerUrl").GetString()!), CancellationToken.None);
        connection._reading = connection.ReadAsync();
        return connection;
    }

    /// <summary>Sends a command; its result, or Chromium's refusal.</summary>
    public async Task<JsonElement> SendAsync(string session, string method, object? parameters = null)
    {
        var id = Interlocked.Increment(ref _lastId);
        var command = new PendingCommand(session, method);
        _commands[id] = command;
        var message = new Dictionary<string, object> { ["id"] = id, ["method"] = method, ["params"] = parameters ?? new { } };
        if (session.Length > 0)
        {
            message["sessionId"] = session;
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes(message);
        await _writer.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, _disposed.Token);
        }
        finally
        {
            _writer.Release();
        }

        return await command.Result.Task;
    }

    /// <summary>Fails what waits for a session that cannot answer any more; Chromium forgets such commands.</summary>
    public void FailCommandsOf(string session, string reason)
    {
        foreach (var (id, command) in _commands)
        {
            if (command.Session == session && _commands.TryRemove(id, out _))
            {
                command.Result.TrySetException(new DevToolsException(command.Method, reason));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _disposed.CancelAsync();
        await _reading;
        _socket.Dispose();
        _writer.Dispose();
        _disposed.Dispose();
    }

    private async Task ReadAsync()
    {
        var reason = "Target closed";
        try
        {
            while (await ReceiveAsync() is { } message)
            {
                Handle(message);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            reason = $"Target closed: {e.Message}";
        }

        foreach (var (_, command) in _commands)
        {
            command.Result.TrySetException(new DevToolsException(command.Method, reason));
        }
    }

    private async Task<JsonElement?> ReceiveAsync()
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), _disposed.Token);
            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return part.MessageType == WebSocketMessageType.Close
            ? null
            : JsonSerializer.Deserialize<JsonElement>(whole.GetBuffer().AsSpan(0, (int)whole.Length));
    }

    private void Handle(JsonElement message)
    {
        if (!message.TryGetProperty("id", out var id))
        {
            var session = message.TryGetProperty("sessionId", out var given) ? given.GetString()! : "";
            Received?.Invoke(new DevToolsEvent(session, message.GetProperty("method").GetString()!, message.GetProperty("params")));
        }
        else if (_commands.TryRemove(id.GetInt32(), out var command))
        {
            if (message.TryGetProperty("error", out var error))
            {
                command.Result.TrySetException(new DevToolsException(command.Method, error.GetProperty("message").GetString()!));
            }
            else
            {
                command.Result.TrySetResult(message.GetProperty("result"));
            }
        }
    }

    private sealed record PendingCommand(string Session, string Method)
    {
        public TaskCompletionSource<JsonElement> Result { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
