using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>Takes a page's message to its handler or listeners and sees to it that every call is answered exactly once.</summary>
internal sealed class Dispatcher(HandlerRunner handlers, ListenerRunner listeners, ILogger<Subsystem.Ipc> logger)
{
    /// <summary>Runs the synchronous part. Never throws: one message's failure is not the next one's.</summary>
    public void Start(IncomingMessage message)
    {
        message.Work.Starting();
        try
        {
            _ = CompleteAsync(message, message.Kind == MessageKind.Invoke ? handlers.Run(message) : listeners.Run(message));
        }
        catch (Exception e)
        {
            Fail(message, e);
            message.End();
        }
    }

    /// <summary>Answers a message that found too many waiting before it; one that takes no answer is dropped.</summary>
    public void Overloaded(IncomingMessage message)
    {
        message.Owner.Dispose();
        DispatchLog.LaneFull(logger, message.Channel);
        message.Record?.Note(MessageOutcome.Dropped("Too many messages of this frame wait for their turn."));
        message.Reply?.Fail("Error: " + OverloadException.Text);
        message.End();
    }

    private async Task CompleteAsync(IncomingMessage message, ValueTask task)
    {
        try
        {
            await task;
        }
        catch (Exception e)
        {
            Fail(message, e);
        }
        finally
        {
            message.End();
        }
    }

    private void Fail(IncomingMessage message, Exception e)
    {
        if (message.Reply is { } reply)
        {
            handlers.Fail(message.Channel, reply, e, message.Document.Gone);
        }
        else
        {
            var reason = ExceptionText.MessageOf(e);
            message.Record?.Note(MessageOutcome.Dropped(reason));
            if (e is OverloadException overload)
            {
                DispatchLog.Overloaded(logger, overload, message.Channel);
                return;
            }

            DispatchLog.MessageDropped(logger, message.Channel, reason, e);
        }
    }
}
