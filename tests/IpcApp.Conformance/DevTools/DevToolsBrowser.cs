using System.Text.Json;

namespace IpcApp.Conformance.DevTools;

/// <summary>The browser behind the app: finds a window's page by its address.</summary>
internal sealed class DevToolsBrowser : IAsyncDisposable
{
    private readonly DevToolsConnection _connection;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _pages = [];
    private readonly List<(string Ending, TaskCompletionSource<string> Found)> _waiting = [];

    private DevToolsBrowser(DevToolsConnection connection)
    {
        _connection = connection;
        connection.Received += OnEvent;
    }

    public static async Task<DevToolsBrowser> ConnectAsync(int port)
    {
        var browser = new DevToolsBrowser(await DevToolsConnection.ConnectAsync(port));
        await browser._connection.SendAsync("", "Target.setDiscoverTargets", new { discover = true });
        return browser;
    }

    /// <summary>Waits for a page whose address ends like this, and attaches to it. The stand-in shows another beginning.</summary>
    public async Task<DevToolsPage> AttachAsync(string addressEnding)
    {
        Task<string> target;
        lock (_gate)
        {
            var waiter = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            target = waiter.Task;
            if (_pages.FirstOrDefault(page => page.Value.EndsWith(addressEnding, StringComparison.Ordinal)).Key is { } there)
            {
                waiter.SetResult(there);
            }
            else
            {
                _waiting.Add((addressEnding, waiter));
            }
        }

        return await DevToolsPage.AttachAsync(_connection, await target.WaitAsync(Patience.Limit));
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private void OnEvent(DevToolsEvent e)
    {
        if (e.Method is "Target.targetCreated" or "Target.targetInfoChanged")
        {
            See(e.Parameters.GetProperty("targetInfo"));
        }
    }

    private void See(JsonElement target)
    {
        if (target.GetProperty("type").GetString() != "page")
        {
            return;
        }

        var (id, url) = (target.GetProperty("targetId").GetString()!, target.GetProperty("url").GetString()!);
        lock (_gate)
        {
            _pages[id] = url;
            _waiting.RemoveAll(waiter => url.EndsWith(waiter.Ending, StringComparison.Ordinal) && waiter.Found.TrySetResult(id));
        }
    }
}
