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

        // The context is kept: the rest of a page's script is a step like any other.
        var call = Call(MessageKind.Invoke, frame, channel, route, payload);
        using var guard = Steps is null ? null : WatchForSteps(call);
        var (ok, value, text, error) = await call.Answer;
        if (ok)
        {
            return value;
        }

        Logs.MarkSeen(error);
        throw RendererErrors.Rejection(channel, text);
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
        var (ok, value, text, _) = Block(frame, call.Answer);
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

    private PendingCall Call(
        MessageKind kind, FakeFrame frame, string channel, FakeRoute route, PayloadWriter payload)
    {
        if (!route.IsAllowed)
        {
            var refused = new PendingCall(0, frame, kind, channel);
            refused.Settle(CallAnswer.Failure(SenderPolicy.RefusalText(channel)));
            return refused;
        }

        var call = _calls.Begin(frame, kind, channel);
        Forward(kind, frame, call.Id, CallHead(route, channel), payload);
        return call;
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

    private PayloadWriter Encode(object?[] arguments)
    {
        var payload = new PayloadWriter();
        RendererErrors.Cloning(() => Serializer.WriteArguments(payload, arguments));
        return payload;
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
