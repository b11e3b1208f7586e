using IpcApp.Internal.Ground;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Tracing;

namespace IpcApp.Testing.Internal;

/// <summary>What pages send, and how they get their answers.</summary>
internal sealed partial class FakeElectron
{
    private readonly PendingCalls _calls = new();
    private readonly ElectronSideOccurrences _unknownInvokes = new();
    private readonly ElectronSideOccurrences _unheardSyncs = new();

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
            trace.End("no listener");
            WarnOfUnheardSync(frame, channel);
            return RendererErrors.ErrorObject(ElectronText.ReplyNeverSent);
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
            RequireAlive(frame);
            if (Refusal(frame, allowed, channel, payload) is { } text)
            {
                trace.End($"dropped: {text}");
                Drop(channel, allowed.Number, text);
                return;
            }

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
            return Refused(SenderPolicy.RefusalText(channel));
        }

        RequireAlive(frame);
        var call = Begin(kind, frame, channel, route, payload, trace, out var text);
        if (call is not null)
        {
            Forward(kind, frame, call.Id, CallHead(route, channel), payload);
            return call;
        }

        trace.End($"refused: {text}");
        return Refused(text!);

        PendingCall Refused(string text)
        {
            // A page whose window was closed for it never hears of it; a thread that is blocked is let go in any case.
            var refused = new PendingCall(0, frame, kind, channel, trace) { IsAbandoned = frame.IsRemoved && kind == MessageKind.Invoke };
            refused.Settle(CallAnswer.Failure(text));
            return refused;
        }
    }

    /// <summary>Puts a call into the table, if no limit keeps it from being made.</summary>
    /// <param name="kind">Invoke or SendSync.</param>
    /// <param name="frame">Who waits.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="route">Where it goes.</param>
    /// <param name="payload">The arguments.</param>
    /// <param name="trace">Gets the outcome.</param>
    /// <param name="text">What the page gets instead; null if the call is made.</param>
    private PendingCall? Begin(
        MessageKind kind, FakeFrame frame, string channel, FakeRoute route, PayloadWriter payload, TraceEntry trace, out string? text)
    {
        if (_calls.TryBegin(frame, kind, channel, trace, _limits.MaxPendingInvokesPerFrame) is not { } call)
        {
            text = Overload(frame, ElectronSideTexts.TooManyInvokes(_limits.MaxPendingInvokesPerFrame));
            return null;
        }

        text = Refusal(frame, route, channel, payload);
        if (text is not null)
        {
            _calls.Withdraw(call);
            return null;
        }

        return call;
    }

    /// <summary>Whether a limit keeps a page's message from being forwarded.</summary>
    /// <returns>The text for the page or the log; null if none does.</returns>
    private string? Refusal(FakeFrame frame, FakeRoute route, string channel, PayloadWriter payload)
    {
        if (route.Number == 0 && FakeLimits.FindExcessOfName(channel) is { } excess)
        {
            return excess;
        }

        using var head = CallHead(route, channel);
        return _limits.FindExcess((long)head.WrittenMemory.Length + payload.WrittenMemory.Length) is { } text ? Overload(frame, text) : null;
    }

    /// <summary>A page went over a limit of the settings.</summary>
    /// <returns>The text.</returns>
    private string Overload(FakeFrame frame, string text)
    {
        _log.Warn("overload", $"{frame.Window.Id}", $"A page (web contents {frame.Window.Id}) went over a limit. {text}");
        if (_limits.ClosesWindowOnOverload)
        {
            frame.Window.Destroy();
        }

        return text;
    }

    /// <summary>A message without an answer does not go out. Pages can make up names of channels that are not bound, so they count as one.</summary>
    private void Drop(string channel, uint number, string reason)
        => _log.Warn("dropped", number == 0 ? "" : channel, $"A message on '{LogText.Clean(channel)}' was dropped: {reason}");

    /// <summary>Electron says it where no listener of .NET is bound that could (S70).</summary>
    private void WarnOfUnheardSync(FakeFrame frame, string channel)
    {
        if (_unheardSyncs.Add(channel) is { } note)
        {
            Notify(RendererErrors.UnheardSync(frame.Window.Id, channel, note));
        }

        _development.ReportUnheard(frame, MessageSort.SendSync, channel);
    }

    /// <summary>Electron says it in Electron's words (S54); the test sees the rejection.</summary>
    private void TellOfUnknownInvoke(string channel)
    {
        if (_unknownInvokes.Add(channel) is { } note)
        {
            var text = RendererErrors.UnknownInvoke(channel, note);
            Notify(new { type = "log", level = "error", message = text });
            Logs.MarkSeen(text);
        }
    }

    private static PayloadWriter CallHead(FakeRoute route, string channel)
    {
        var head = new PayloadWriter().WriteUInt32(route.Number);
        return route.Number == 0 ? head.WriteShortText(channel) : head;
    }

    /// <summary>What a trace says of a message that does not leave Electron.</summary>
    private static string NotForwarded(FakeRoute? route) => route is null ? "no listener" : "refused";

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

    /// <summary>Before anything is counted or limited: a page that is gone sends nothing.</summary>
    private static void RequireAlive(FakeFrame frame)
    {
        if (frame.IsRemoved)
        {
            throw RendererErrors.Released();
        }

        if (frame.IsCrashed)
        {
            throw new InvalidOperationException($"The page {frame.Url} has crashed; reload its window before it sends.");
        }
    }

    private void Forward(MessageKind kind, FakeFrame frame, uint id, PayloadWriter head, PayloadWriter values)
    {
        lock (_reader)
        {
            RequireAlive(frame);
            AnnounceSender(frame);
            Receive(kind, frame.Number, id, [.. head.WrittenMemory.Span, .. values.WrittenMemory.Span]);
        }

        head.Dispose();
        values.Dispose();
    }
}
