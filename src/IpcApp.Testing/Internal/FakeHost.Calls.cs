using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Host;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing.Internal;

/// <summary>What pages send, and how they get their answers.</summary>
internal sealed partial class FakeHost
{
    private readonly PendingCalls _calls = new();
    private readonly HostOccurrences _unknownInvokes = new();
    private readonly HostOccurrences _unheardSyncs = new();

    public async Task<IpcValue> InvokeAsync(FakeFrame frame, string channel, object?[] arguments)
    {
        var (payload, trace) = Encode(MessageKind.Invoke, frame, channel, arguments);
        if (_channels.RouteOf(frame, MessageSort.Invoke, channel) is not { } route)
        {
            trace.End("no handler");
            TellOfUnknownInvoke(channel);
            _development.ReportUnheard(frame, MessageSort.Invoke, channel);
            throw RendererErrors.Rejection(channel, $"Error: No handler registered for '{channel}'");
        }

        // The context is kept: the rest of a page's script is a step like any other.
        var call = Call(MessageKind.Invoke, frame, channel, route, payload, trace);
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
        if (PageListeners.RunsHere)
        {
            throw new InvalidOperationException(
                $"sendSync on '{channel}' was called in a listener of a page: it would block the handler that has sent the message. "
                + "Call it from the test itself, or in a Task.Run.");
        }

        var (payload, trace) = Encode(MessageKind.SendSync, frame, channel, arguments);
        if (_channels.RouteOf(frame, MessageSort.SendSync, channel) is not { } route)
        {
            trace.End("nobody listens");
            WarnOfUnheardSync(frame, channel);
            return RendererErrors.ErrorObject(SyncAnswer.NeverSent);
        }

        var call = Call(MessageKind.SendSync, frame, channel, route, payload, trace);
        var (ok, value, text, _) = Block(frame, call);
        return ok ? value : RendererErrors.ErrorObject(text);
    }

    public void Send(FakeFrame frame, string channel, object?[] arguments)
    {
        var (payload, trace) = Encode(MessageKind.Send, frame, channel, arguments);
        var route = _channels.RouteOf(frame, MessageSort.Send, channel);
        if (route is { IsAllowed: true } allowed)
        {
            Forward(MessageKind.Send, frame, 0, CallHead(allowed, channel), payload);
        }
        else
        {
            trace.End(NotForwarded(route));
            if (route is null)
            {
                _development.ReportUnheard(frame, MessageSort.Send, channel);
            }
        }
    }

    private PendingCall Call(
        MessageKind kind, FakeFrame frame, string channel, FakeRoute route, PayloadWriter payload, TraceEntry trace)
    {
        if (!route.IsAllowed)
        {
            trace.End(NotForwarded(route));
            var refused = new PendingCall(0, frame, kind, channel, trace);
            refused.Settle(CallAnswer.Failure(SenderPolicy.RefusalText(channel)));
            return refused;
        }

        var call = _calls.Begin(frame, kind, channel, trace);
        Forward(kind, frame, call.Id, CallHead(route, channel), payload);
        return call;
    }

    /// <summary>The host says it where no listener of .NET is bound that could (S70).</summary>
    private void WarnOfUnheardSync(FakeFrame frame, string channel)
    {
        if (_unheardSyncs.Add(channel) is { } remark)
        {
            Notify(RendererErrors.UnheardSync(frame.Window.Id, channel, remark));
        }

        _development.ReportUnheard(frame, MessageSort.SendSync, channel);
    }

    /// <summary>The host says it in Electron's words (S54); the test sees the rejection.</summary>
    private void TellOfUnknownInvoke(string channel)
    {
        if (_unknownInvokes.Add(channel) is { } remark)
        {
            var text = RendererErrors.UnknownInvoke(channel, remark);
            Notify(new { type = "log", level = "error", message = text });
            Logs.MarkSeen(text);
        }
    }

    private static PayloadWriter CallHead(FakeRoute route, string channel)
    {
        var head = new PayloadWriter().WriteUInt32(route.Number);
        return route.Number == 0 ? head.WriteShortText(channel) : head;
    }

    /// <summary>What a trace says of a message that does not leave the host.</summary>
    private static string NotForwarded(FakeRoute? route) => route is null ? "nobody listens" : "refused";

    private (PayloadWriter Payload, TraceEntry Trace) Encode(MessageKind kind, FakeFrame frame, string channel, object?[] arguments)
    {
        try
        {
            var payload = Encode(arguments);
            return (payload, frame.Traffic.FromPage(kind, channel, payload.WrittenMemory));
        }
        catch (IpcRendererException e)
        {
            frame.Traffic.Unsendable(kind, channel, e.Message);
            throw;
        }
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
            AnnounceSender(frame);
            Receive(kind, frame.Number, id, [.. head.WrittenMemory.Span, .. values.WrittenMemory.Span]);
        }

        head.Dispose();
        values.Dispose();
    }
}
