using System.Collections.Concurrent;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Conformance.Real;

/// <summary>Opens and closes windows in Electron, and knows when Electron has caught up with the app.</summary>
internal sealed class HostWindows
{
    /// <summary>The window of the settings that is there all the time.</summary>
    private const string First = "main";

    private readonly FrameTree _frames;
    private readonly ConcurrentQueue<TaskCompletionSource> _synchronizing = new();
    private readonly Lock _gate = new();

    public HostWindows(IServiceProvider services)
    {
        _frames = services.GetRequiredService<FrameTree>();
        services.GetRequiredService<ElectronNotices>().Noticed += OnNotice;
    }

    public void Open(string name, IpcWindowOptions options)
        => Tell(ControlMessage.Window(name, options, showWindows: false, devTools: true));

    public void Close(string name) => Tell(new ControlMessage("close", json => json.WriteString("window", name)));

    /// <summary>
    /// Completes when Electron has carried out all that it was told so far, the binding of channels above all. A test acts on the page by
    /// another way than the bridge, so without it a message could be at Electron before its channel is bound.
    /// </summary>
    public Task SynchronizeAsync()
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _synchronizing.Enqueue(done);
            Open(First, new IpcWindowOptions()); // it is open: Electron only says so again
        }

        return done.Task.WaitAsync(Patience.Limit);
    }

    private void OnNotice(ElectronNotice notice)
    {
        if (notice is { Type: "window-created", Window: First } && _synchronizing.TryDequeue(out var done))
        {
            done.SetResult();
        }
    }

    private void Tell(ControlMessage message)
    {
        if (_frames.Sender.Link?.Send(MessageKind.Control, 0, 0, message.ToPayload()) is { } refusal)
        {
            throw new InvalidOperationException($"Electron did not take '{message.Type}': {refusal}");
        }
    }
}
