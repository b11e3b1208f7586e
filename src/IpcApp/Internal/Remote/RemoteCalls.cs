using System.Collections.Concurrent;
using System.Text.Json;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Remote;

/// <summary>
/// What .NET asks of Electron by <c>call</c>, and the one <c>result</c> of each. Calls are carried out in the order they were sent, and in
/// order with all other control messages; results come when the action has ended. Thread-safe.
/// </summary>
internal sealed class RemoteCalls(ILogger<Subsystem.Windows> logger) : IConnectionObserver
{
    private const uint NoAnswerWanted = 0;
    private const string NotReady =
        "The app is not ready. Await IBrowserWindows.WhenReadyAsync() first, in a BackgroundService, since the app's start waits for "
        + "IHostedService.StartAsync.";
    private const string NoHost = "The app runs without Electron (IpcApp:Host is 'none'), so there are no windows, dialogs and menus.";
    private const string HostGone = "Electron has gone: the app is ending.";

    private readonly ConcurrentDictionary<uint, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile IElectronLink? _link;
    private volatile string _absence = NotReady;
    private uint _last;

    /// <summary>Whether the app runs without Electron.</summary>
    public bool HasNoHost => ReferenceEquals(_absence, NoHost);

    /// <summary>Whether Electron has gone.</summary>
    public bool HasLostHost => _link is null && ReferenceEquals(_absence, HostGone);

    /// <summary>Completes when calls can be made, or never can.</summary>
    public Task Ready => _ready.Task;

    /// <summary>Asks for an action and waits for its end.</summary>
    /// <param name="action">Its name, as <c>docs/internals/protocol.md</c> lists it.</param>
    /// <param name="arguments">Writes the members of its arguments.</param>
    /// <param name="cancellationToken">Ends the waiting; the action goes on.</param>
    /// <returns>The result; <see cref="JsonValueKind.Undefined"/> if the action has none.</returns>
    /// <exception cref="InvalidOperationException">The app is not ready, or has no Electron.</exception>
    /// <exception cref="ElectronException">The action failed, or Electron went away.</exception>
    public async Task<JsonElement> InvokeAsync(
        string action, Action<Utf8JsonWriter> arguments, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var call = Interlocked.Increment(ref _last);
        var result = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[call] = result;
        try
        {
            if (Send(call, action, arguments) is { } refusal)
            {
                throw new ElectronException(refusal);
            }

            if (_link is null)
            {
                Fail(result); // Electron went after it was asked for, and perhaps before this call was waited for
            }

            return await result.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _waiting.TryRemove(call, out _);
        }
    }

    /// <summary>Asks for an action without waiting for its end. A failure is logged; Electron that is gone is none.</summary>
    /// <inheritdoc cref="InvokeAsync"/>
    public void Post(string action, Action<Utf8JsonWriter> arguments)
    {
        if (_link is not null && Send(NoAnswerWanted, action, arguments) is { } refusal)
        {
            ElectronLog.CallNotSent(logger, action, refusal);
        }
    }

    public void Connected(IElectronLink? link)
    {
        _absence = link is null ? NoHost : HostGone;
        _link = link;
        _ready.TrySetResult();
    }

    public void Noticed(ElectronNotice notice)
    {
        if (notice.Type == "result" && _waiting.TryRemove(notice.Call, out var result))
        {
            if (notice.Error is { } text)
            {
                result.TrySetException(new ElectronException(text));
            }
            else
            {
                result.TrySetResult(notice.Value);
            }
        }
    }

    public void Ended()
    {
        _link = null;
        foreach (var result in _waiting.Values)
        {
            Fail(result);
        }
    }

    private static void Fail(TaskCompletionSource<JsonElement> result) => result.TrySetException(new ElectronException(HostGone));

    private string? Send(uint call, string action, Action<Utf8JsonWriter> arguments)
    {
        var link = _link ?? throw (ReferenceEquals(_absence, HostGone)
            ? new ElectronException(HostGone)
            : new InvalidOperationException(_absence));
        return link.Send(MessageKind.Control, 0, 0, ControlMessage.Call(call, action, arguments).ToPayload());
    }
}
