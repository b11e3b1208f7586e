using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;

namespace IpcApp.Testing.Internal;

/// <summary>What pages send, and how they get their answers.</summary>
internal sealed partial class FakeHost
{
    private readonly PendingCalls _calls = new();

    public async Task<IpcValue> InvokeAsync(FakeFrame frame, string channel, object?[] arguments)
    {
        var payload = Encode(arguments);
        if (_channels.RouteOf(frame, MessageSort.Invoke, channel) is not { } route)
        {
            throw RendererErrors.Rejection(channel, $"Error: No handler registered for '{channel}'");
        }

        var (ok, value, text) = await Call(MessageKind.Invoke, frame, channel, route, payload).ConfigureAwait(false);
        return ok ? value : throw RendererErrors.Rejection(channel, text);
    }

    public IpcValue SendSync(FakeFrame frame, string channel, object?[] arguments)
    {
        var payload = Encode(arguments);
        if (_channels.RouteOf(frame, MessageSort.SendSync, channel) is not { } route)
        {
            WarnOfUnheardSync(frame, channel);
            return RendererErrors.ErrorObject(SyncAnswer.NeverSent);
        }

        var call = Call(MessageKind.SendSync, frame, channel, route, payload);
        if (!call.Wait(_commands.SyncDeadline))
        {
            return RendererErrors.ErrorObject(SyncAnswer.NeverSent); // as the host does: a page must not stay frozen (S71)
        }

        var (ok, value, text) = call.Result;
        return ok ? value : RendererErrors.ErrorObject(text);
    }

    public void Send(FakeFrame frame, string channel, object?[] arguments)
    {
        var payload = Encode(arguments);
        if (_channels.RouteOf(frame, MessageSort.Send, channel) is { IsAllowed: true } route)
        {
            Forward(MessageKind.Send, frame, 0, CallHead(route, channel), payload);
        }
    }

    private Task<(bool Ok, IpcValue Value, string Text)> Call(
        MessageKind kind, FakeFrame frame, string channel, FakeRoute route, PayloadWriter payload)
    {
        if (!route.IsAllowed)
        {
            return Task.FromResult<(bool, IpcValue, string)>((false, IpcValue.Undefined, SenderPolicy.RefusalText(channel)));
        }

        var (id, answer) = _calls.Begin(kind == MessageKind.Invoke ? frame : null);
        Forward(kind, frame, id, CallHead(route, channel), payload);
        return answer;
    }

    /// <summary>The host says it where no listener of .NET is bound that could (S70).</summary>
    private void WarnOfUnheardSync(FakeFrame frame, string channel)
    {
        lock (_reader)
        {
            Notify(RendererErrors.UnheardSync(frame.Window.Id, channel));
        }
    }

    private static PayloadWriter CallHead(FakeRoute route, string channel)
    {
        var head = new PayloadWriter().WriteUInt32(route.Number);
        return route.Number == 0 ? head.WriteShortText(channel) : head;
    }

    private void Forward(MessageKind kind, FakeFrame frame, uint id, PayloadWriter head, PayloadWriter values)
    {
        if (frame.IsRemoved)
        {
            throw RendererErrors.Released();
        }

        if (frame.IsCrashed)
        {
            throw new InvalidOperationException($"The page {frame.Url} has crashed; reload its window before it sends.");
        }

        lock (_reader)
        {
            if (frame.Number == 0)
            {
                Announce(frame);
            }

            Receive(kind, frame.Number, id, [.. head.WrittenMemory.Span, .. values.WrittenMemory.Span]);
        }

        head.Dispose();
        values.Dispose();
    }
}
