using System.Text.Json;

namespace IpcApp.Conformance.DevTools;

/// <summary>A page and the scripts' worlds of all its frames, in whatever processes they are.</summary>
internal sealed class DevToolsPage : IDisposable
{
    /// <summary>What Electron calls the world of preloads; so does the stand-in.</summary>
    private const string PreloadWorld = "Electron Isolated Context";

    private readonly DevToolsConnection _connection;
    private readonly Lock _gate = new();
    private readonly HashSet<string> _sessions = [];
    private readonly List<ScriptContext> _contexts = [];
    private TaskCompletionSource _changed = NewSignal();

    private DevToolsPage(DevToolsConnection connection, string session, string mainFrame)
    {
        _connection = connection;
        Session = session;
        MainFrame = mainFrame;
        _sessions.Add(session);
        connection.Received += OnEvent;
    }

    /// <summary>The session of the page itself.</summary>
    public string Session { get; }

    /// <summary>Chromium's id of the main frame.</summary>
    public string MainFrame { get; }

    public static async Task<DevToolsPage> AttachAsync(DevToolsConnection connection, string target)
    {
        var attached = await connection.SendAsync("", "Target.attachToTarget", new { targetId = target, flatten = true });
        var page = new DevToolsPage(connection, attached.GetProperty("sessionId").GetString()!, target);
        await page.PrepareAsync(page.Session);
        return page;
    }

    public Task<JsonElement> SendAsync(string method, object? parameters = null) => _connection.SendAsync(Session, method, parameters);

    /// <summary>The present world of a frame, waiting until there is one; another one than <paramref name="previous"/>.</summary>
    public async Task<ScriptContext> ContextAsync(string frame, ScriptWorld world, ScriptContext? previous = null)
    {
        while (true)
        {
            var changed = Changed;
            lock (_gate)
            {
                if (_contexts.FindLast(each => each.Frame == frame && each.World == world) is { } context && context != previous)
                {
                    return context;
                }
            }

            await changed.WaitAsync(Patience.Limit);
        }
    }

    /// <summary>Whether a frame has a document at all; not after a crash.</summary>
    public bool HasContext(string frame)
    {
        lock (_gate)
        {
            return _contexts.Exists(each => each.Frame == frame);
        }
    }

    /// <summary>Completes when a frame has no world left: it was removed, or its renderer is gone.</summary>
    public async Task WhenGoneAsync(string frame)
    {
        while (true)
        {
            var changed = Changed;
            if (!HasContext(frame))
            {
                return;
            }

            await changed.WaitAsync(Patience.Limit);
        }
    }

    /// <summary>What waits for the page ends here: that it is closed may not have been reported yet.</summary>
    public void Dispose()
    {
        _connection.Received -= OnEvent;
        string[] sessions;
        lock (_gate)
        {
            sessions = [.. _sessions];
        }

        foreach (var session in sessions)
        {
            End(session, "Target closed");
        }
    }

    /// <summary>Completes with the next change; taken before looking, so that none is missed.</summary>
    private Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Iframes of other sites are targets of their own, with a session that belongs to the page's.</summary>
    private async Task PrepareAsync(string session)
    {
        await _connection.SendAsync(session, "Page.enable");
        await _connection.SendAsync(session, "Runtime.enable");
        var options = new { autoAttach = true, waitForDebuggerOnStart = false, flatten = true };
        await _connection.SendAsync(session, "Target.setAutoAttach", options);
    }

    private void OnEvent(DevToolsEvent e)
    {
        lock (_gate)
        {
            if (!_sessions.Contains(e.Session) && e.Method != "Target.detachedFromTarget")
            {
                return;
            }
        }

        switch (e.Method)
        {
            case "Runtime.executionContextCreated":
                Add(e.Session, e.Parameters.GetProperty("context"));
                break;
            case "Runtime.executionContextDestroyed":
                var id = e.Parameters.GetProperty("executionContextId").GetInt32();
                Remove(context => context.Session == e.Session && context.Id == id);
                break;
            case "Runtime.executionContextsCleared":
                Remove(context => context.Session == e.Session);
                break;
            case "Inspector.targetCrashed":
                End(e.Session, "Target crashed");
                break;
            case "Target.attachedToTarget":
                var child = e.Parameters.GetProperty("sessionId").GetString()!;
                lock (_gate)
                {
                    _sessions.Add(child);
                }

                _ = PrepareChildAsync(child);
                break;
            case "Target.detachedFromTarget":
                End(e.Parameters.GetProperty("sessionId").GetString()!, "Target closed");
                break;
        }
    }

    private async Task PrepareChildAsync(string session)
    {
        try
        {
            await PrepareAsync(session);
        }
        catch (DevToolsException e) when (e.IsGone)
        {
            // The iframe was removed, or has moved to another process, at once.
        }
    }

    private void Add(string session, JsonElement context)
    {
        var data = context.GetProperty("auxData");
        var isDefault = data.GetProperty("isDefault").GetBoolean();
        if (isDefault || context.GetProperty("name").GetString() == PreloadWorld)
        {
            var frame = data.GetProperty("frameId").GetString()!;
            var world = isDefault ? ScriptWorld.Page : ScriptWorld.Preload;
            Change(() => _contexts.Add(new ScriptContext(_connection, session, context.GetProperty("id").GetInt32(), frame, world)));
        }
    }

    private void Remove(Predicate<ScriptContext> which) => Change(() => _contexts.RemoveAll(which));

    private void End(string session, string reason)
    {
        Remove(context => context.Session == session);
        _connection.FailCommandsOf(session, reason);
    }

    private void Change(Action change)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            change();
            changed = _changed;
            _changed = NewSignal();
        }

        changed.SetResult();
    }
}
