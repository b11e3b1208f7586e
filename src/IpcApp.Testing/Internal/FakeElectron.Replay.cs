using IpcApp.Internal.Ground;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Recording;

namespace IpcApp.Testing.Internal;

/// <summary>What a replay needs of Electron.</summary>
internal sealed partial class FakeElectron
{
    private volatile ITrafficTap? _tap;

    /// <summary>From now on the tap sees what crosses; null ends that.</summary>
    public void Tap(ITrafficTap? tap)
    {
        lock (_reader)
        {
            if (tap is not null && _session!.Tap is not null)
            {
                throw new InvalidOperationException(
                    "The app is being recorded or replayed already. "
                    + "Replay one recording after another, in an app without the setting IpcApp:Record.");
            }

            _tap = tap;
            _session!.Tap = tap;
        }
    }

    /// <summary>Sends a page's message without waiting for its answer.</summary>
    /// <returns>Null if it is on the way to .NET, else what Electron makes of it by itself.</returns>
    /// <exception cref="IpcRendererException">The frame's document is gone.</exception>
    public MessageOutcome? Send(MessageKind kind, FakeFrame frame, string channel, IpcValue values, IReadOnlyList<FakeMessagePort> ports)
    {
        var isCall = kind is MessageKind.Invoke or MessageKind.SendSync;
        if (_channels.RouteOf(frame, SortOf(kind), channel) is not { } route)
        {
            return !isCall ? MessageOutcome.Unheard : MessageOutcome.Failed(
                kind == MessageKind.Invoke ? $"Error: No handler registered for '{channel}'" : ElectronText.ReplyNeverSent);
        }

        if (!route.IsAllowed)
        {
            return isCall ? MessageOutcome.Failed(SenderPolicy.RefusalText(channel)) : MessageOutcome.Refused;
        }

        if (kind == MessageKind.PostMessage)
        {
            PostMessage(frame, channel, values, ports);
            return null;
        }

        var payload = new PayloadWriter();
        _pages!.WriteValue(payload, values);
        var trace = frame.Traffic.FromPage(kind, channel, payload.WrittenMemory);
        if (isCall)
        {
            if (Begin(kind, frame, channel, route, payload, trace, out var failure) is not { } call)
            {
                return MessageOutcome.Failed(failure!);
            }

            Forward(kind, frame, call.Id, CallHead(route, channel), payload);
            return null;
        }

        if (Refusal(frame, route, channel, payload) is { } reason)
        {
            return MessageOutcome.Dropped(reason);
        }

        Forward(kind, frame, 0, CallHead(route, channel), payload);
        return null;
    }

    private static MessageSort SortOf(MessageKind kind) => kind switch
    {
        MessageKind.Invoke => MessageSort.Invoke,
        MessageKind.SendSync => MessageSort.SendSync,
        MessageKind.PostMessage => MessageSort.PostMessage,
        _ => MessageSort.Send,
    };
}
