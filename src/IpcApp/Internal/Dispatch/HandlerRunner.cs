using IpcApp.Internal.Emitters;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Senders;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>Runs the handler of an <c>invoke</c>: that of the first scope that has one, and no other even if it fails (S35).</summary>
internal sealed class HandlerRunner(
    Scopes scopes,
    SenderPolicy policy,
    ArgumentReader arguments,
    IServiceScopeFactory services,
    ILogger<Subsystem.Ipc> logger)
{
    public ValueTask Run(IncomingMessage message)
    {
        for (var level = 0; level < Scopes.Count; level++)
        {
            var emitter = scopes.At(level, message);
            var handler = emitter?.FindHandler(message.Channel);
            if (handler is null)
            {
                continue;
            }

            if (!policy.Allows(message.Sender, handler.Definition.SenderPolicy))
            {
                Refuse(message);
                return default;
            }

            // A handler for one call that another call has just taken is not there any more (S26).
            if (emitter!.Take(handler))
            {
                message.Reply!.EndsWithAnswer = message;
                message.ActiveHandler = handler.Definition.DisplayName;
                var e = new IpcMainInvokeEvent(message.Channel, message.Document, message.Sender, message.Document.Gone);
                return Run(handler, e, arguments.ReadFor(handler.Definition, message), message.Reply);
            }
        }

        message.Owner.Dispose();
        var text = $"Error: No handler registered for '{message.Channel}'";
        DispatchLog.NoHandler(logger, message.Channel, text);
        message.Reply!.Fail(text);
        return default;
    }

    /// <summary>Rejects the page's promise (S49 to S52), and logs what failed (S54).</summary>
    public void Fail(string channel, CallReply reply, Exception error, CancellationToken aborted)
    {
        // A handler that stopped because its page is gone did what it should. What fails after the answer must at least be seen here.
        // The line comes before the rejection, as in Electron: a reader who sees the rejection finds the line.
        try
        {
            if (error is OverloadException overload)
            {
                DispatchLog.Overloaded(logger, overload, channel);
            }
            else if (error is not OperationCanceledException || !aborted.IsCancellationRequested)
            {
                DispatchLog.HandlerFailed(logger, channel, ErrorText.Of(error), error is IpcBindingException ? null : error);
            }
        }
        finally
        {
            reply.Fail(ErrorText.Of(error));
        }
    }

    private void Refuse(IncomingMessage message)
    {
        message.Owner.Dispose();
        DispatchLog.SenderRefused(logger, message);
        message.Reply!.Fail(SenderPolicy.RefusalText(message.Channel));
    }

    private async ValueTask Run(Registration handler, IpcMainInvokeEvent e, IpcArguments values, CallReply reply)
    {
        try
        {
            await using var scope = new CallScope(services, e);
            await handler.Definition.Invoker(new(e, values, handler.Definition, scope, reply));
            reply.Accept(IpcValue.Undefined);
        }
        catch (Exception error)
        {
            Fail(e.Channel, reply, error, e.Aborted);
        }
    }
}
