using IpcApp.Infrastructure;
using IpcApp.Internal.Host;
using IpcApp.Values.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>Takes a page's message to its handler or listeners and sees to it that every call is answered exactly once.</summary>
internal sealed class Dispatcher(
    Emitter ipcMain,
    SenderPolicy policy,
    IpcSerializer serializer,
    IServiceScopeFactory scopes,
    ILogger<IIpcMain> logger)
{
    /// <summary>Runs the synchronous part. Never throws: one message's failure is not the next one's.</summary>
    public void Start(IncomingMessage message)
    {
        try
        {
            if (!policy.Allows(message.Sender))
            {
                Refuse(message);
                message.Work.Dispose();
                return;
            }

            Complete(message, message.Kind == MessageKind.Invoke ? Invoke(message) : Deliver(message));
        }
        catch (Exception e)
        {
            Fail(message, e);
            message.Work.Dispose();
        }
    }

    /// <summary>Answers a message that found too many waiting before it; one that takes no answer is dropped.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isFirst">Whether the one before it was still taken: a flood is logged once.</param>
    public void Overloaded(IncomingMessage message, bool isFirst)
    {
        message.Owner.Dispose();
        if (isFirst)
        {
            DispatchLog.LaneFull(logger, message.Channel);
        }

        message.Reply?.Fail(
            "Error: Too many messages of this frame wait for their turn; IpcApp:Limits:MaxWaitingBytesPerFrame allows no more");
        message.Work.Dispose();
    }

    private void Refuse(IncomingMessage message)
    {
        message.Owner.Dispose();
        DispatchLog.SenderRefused(logger, message.Channel, message.Sender.Origin, message.Sender.IsMainFrame ? "main frame" : "iframe");
        message.Reply?.Fail(SenderPolicy.RefusalText(message.Channel));
    }

    private async void Complete(IncomingMessage message, ValueTask task)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            Fail(message, e);
        }
        finally
        {
            message.Work.Dispose();
        }
    }

    private void Fail(IncomingMessage message, Exception e)
    {
        if (message.Reply is { } reply)
        {
            FailCall(message.Channel, reply, e, message.Document.Gone);
        }
        else
        {
            DispatchLog.MessageDropped(logger, message.Channel, e.Message, e);
        }
    }

    private ValueTask Invoke(IncomingMessage message)
    {
        var reply = message.Reply!;
        if (ipcMain.TakeHandler(message.Channel) is not { } handler)
        {
            message.Owner.Dispose();
            var text = $"No handler registered for '{message.Channel}'";
            DispatchLog.NoHandler(logger, message.Channel, text);
            reply.Fail("Error: " + text);
            return default;
        }

        var arguments = ReadArguments(message, handler);
        var e = new IpcMainInvokeEvent(message.Channel, message.Document, message.Sender, message.Document.Gone);
        return RunHandler(handler, e, arguments, reply);
    }

    private async ValueTask RunHandler(Registration handler, IpcMainInvokeEvent e, IpcArguments arguments, CallReply reply)
    {
        try
        {
            await using var scope = new CallScope(scopes, e);
            await handler.Definition.Invoker(new IpcCall(e, arguments, scope, reply)).ConfigureAwait(false);
            reply.Accept(IpcValue.Undefined);
        }
        catch (Exception error)
        {
            FailCall(e.Channel, reply, error, e.Aborted);
        }
    }

    private ValueTask Deliver(IncomingMessage message)
    {
        var answer = message.Reply is { } reply ? new SyncAnswer(reply) : null;
        var listeners = ipcMain.Listeners(message.Channel);
        if (listeners.Length == 0)
        {
            message.Owner.Dispose();
            if (answer is not null)
            {
                DispatchLog.SyncWithoutListeners(logger, message.Sender.WebContentsId, message.Channel);
                answer.GiveUp();
            }

            return default;
        }

        var arguments = ReadArguments(message, listeners is [var only] ? only : null);
        var e = new IpcMainEvent(message.Channel, message.Document, message.Sender, answer, message.Document.Stopping);
        List<Task>? running = null;
        foreach (var listener in listeners)
        {
            if (!ipcMain.TakeListener(listener))
            {
                continue;
            }

            var task = RunListener(listener, e, arguments, answer);
            if (!task.IsCompleted)
            {
                (running ??= []).Add(task);
            }
            else if (!task.Result)
            {
                break; // as in Electron, a listener that throws ends this message's delivery (S142)
            }
        }

        return FinishDelivery(running, answer);
    }

    private static async ValueTask FinishDelivery(List<Task>? running, SyncAnswer? answer)
    {
        if (running is not null)
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        if (answer is { IsAnswered: false })
        {
            answer.GiveUp();
        }
    }

    /// <summary>Runs one listener to its end. False if it failed; that has been logged.</summary>
    private async Task<bool> RunListener(Registration listener, IpcMainEvent e, IpcArguments arguments, SyncAnswer? answer)
    {
        try
        {
            await using var scope = new CallScope(scopes, e);
            var results = listener.Definition.Kind == IpcRegistrationKind.Sync ? answer : null;
            await listener.Definition.Invoker(new IpcCall(e, arguments, scope, results)).ConfigureAwait(false);
            results?.Accept(IpcValue.Undefined);
            return true;
        }
        catch (OperationCanceledException) when (e.Aborted.IsCancellationRequested)
        {
            DispatchLog.ListenerCancelled(logger, e.Channel, listener.Definition.DisplayName);
            return true;
        }
        catch (Exception error)
        {
            DispatchLog.ListenerFailed(logger, e.Channel, listener.Definition.DisplayName, error);
            if (listener.Definition.Kind == IpcRegistrationKind.Sync)
            {
                answer?.GiveUp(ErrorText.Of(error));
            }

            return false;
        }
    }

    private void FailCall(string channel, CallReply reply, Exception error, CancellationToken aborted)
    {
        reply.Fail(ErrorText.Of(error));

        // A handler that stopped because its page is gone did what it should. What fails after the answer must at least be seen here.
        if (error is not OperationCanceledException || !aborted.IsCancellationRequested)
        {
            DispatchLog.HandlerFailed(logger, channel, ErrorText.Of(error), error is IpcBindingException ? null : error);
        }
    }

    /// <param name="message">The message.</param>
    /// <param name="taker">Who alone will read them; null if there are several.</param>
    private IpcArguments ReadArguments(IncomingMessage message, Registration? taker)
    {
        using (message.Owner)
        {
            if (message.Kind != MessageKind.PostMessage
                && taker is { Definition: { TakesBoundArguments: true } definition }
                && serializer.TryReadArguments(message.Values, definition.Parameters) is { } bound)
            {
                return new IpcArguments(bound, serializer);
            }

            var value = serializer.ReadValue(message.Values);
            return message.Kind == MessageKind.PostMessage
                ? new IpcArguments(new IpcArray([value]), serializer)
                : new IpcArguments(value as IpcArray ?? throw IpcCloneException.Malformed("arguments must be an array"), serializer);
        }
    }
}
