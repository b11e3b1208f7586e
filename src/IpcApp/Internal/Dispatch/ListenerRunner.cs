using IpcApp.Infrastructure;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Tap;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>
/// Delivers a <c>send</c>, <c>sendSync</c> or <c>postMessage</c> to every listener of every scope (S32 to S34), those that do not accept its
/// sender left out. Each scope's listeners are taken when its turn comes (S8).
/// </summary>
internal sealed class ListenerRunner(
    Scopes scopes,
    SenderPolicy policy,
    ArgumentReader reader,
    IServiceScopeFactory services,
    ListenerFailures failures,
    UserCode userCode,
    ILogger<Subsystem.Ipc> logger)
{
    public ValueTask Run(IncomingMessage message)
    {
        var delivery = new Delivery(message, reader);
        if (RunSubscribers(delivery))
        {
            for (var level = 0; level < Scopes.Count && RunScope(scopes.At(level, message), delivery); level++)
            {
            }
        }

        return delivery.IsHeard ? Finish(delivery) : Drop(delivery);
    }

    /// <summary>The window's <c>ipc-message</c> or <c>ipc-message-sync</c> event, before every scope (S32, S33).</summary>
    /// <returns>Whether the delivery goes on: a listener that throws ends it (S142).</returns>
    private bool RunSubscribers(Delivery delivery)
    {
        var message = delivery.Message;
        if (message.Document.Node.WebContents.SubscribersOf(message.Kind) is not { } subscribers)
        {
            return true;
        }

        if (!policy.Allows(message.Sender, IpcSenderPolicy.Default))
        {
            delivery.IsRefused = true;
            return true;
        }

        const string Name = $"{nameof(WebContents)}.{nameof(WebContents.IpcMessage)}";
        message.ActiveHandler = Name;
        var (arguments, e) = (delivery.Arguments, delivery.Event); // in this order: see Delivery.Event
        try
        {
            using (userCode.EnterListener(message.Channel, Name))
            {
                subscribers(e, arguments);
            }

            return true;
        }
        catch (Exception error)
        {
            message.Record?.Note(MessageOutcome.Failed(ErrorText.Of(error)));
            failures.Report(message.Channel, Name, error);
            return false;
        }
    }

    /// <returns>Whether the delivery goes on.</returns>
    private bool RunScope(Emitter? emitter, Delivery delivery)
    {
        foreach (var listener in emitter?.Listeners(delivery.Message.Channel) ?? [])
        {
            if (!policy.Allows(delivery.Message.Sender, listener.Definition.SenderPolicy))
            {
                delivery.IsRefused = true;
                continue;
            }

            if (!emitter!.Take(listener))
            {
                continue;
            }

            delivery.Message.ActiveHandler = listener.Definition.DisplayName;
            var (arguments, e) = (delivery.Arguments, delivery.Event); // in this order: see Delivery.Event
            var task = RunListener(listener, e, arguments, delivery.Message.Record);
            if (!task.IsCompleted)
            {
                delivery.Add(task);
            }
            else if (!task.Result)
            {
                return false; // as in Electron, a listener that throws ends this message's delivery (S142)
            }
        }

        return true;
    }

    /// <summary>No listener was called: the sender was refused, or there is none (S41, S70).</summary>
    private ValueTask Drop(Delivery delivery)
    {
        var message = delivery.Message;
        message.Owner.Dispose();
        message.Record?.Note(delivery.IsRefused ? MessageOutcome.Refused : MessageOutcome.Unheard);
        if (delivery.IsRefused)
        {
            DispatchLog.SenderRefused(logger, message);
            message.Reply?.Fail(SenderPolicy.RefusalText(message.Channel));
        }
        else if (message.Kind == MessageKind.SendSync)
        {
            DispatchLog.SyncWithoutListeners(logger, message.Sender.WebContentsId, message.Channel);
            message.Reply!.Fail(ElectronText.ReplyNeverSent);
        }

        return default;
    }

    private static async ValueTask Finish(Delivery delivery)
    {
        if (delivery.Running is { } running)
        {
            await Task.WhenAll(running);
        }

        if (delivery.Event.Answer is { IsAnswered: false } answer)
        {
            answer.Fail(ElectronText.ReplyNeverSent);
        }
    }

    /// <summary>
    /// Runs one listener to its end. False if it threw; that has been logged. What the task of an asynchronous one fails with, at whatever
    /// moment, is logged as well, and affects no other listener (S143).
    /// </summary>
    private async Task<bool> RunListener(Registration listener, IpcMainEvent e, IpcArguments arguments, MessageRecord? record)
    {
        var returned = false;
        try
        {
            await using var scope = new CallScope(services, e);
            var results = listener.Definition.Kind == IpcRegistrationKind.Sync ? e.Answer : null;
            var task = Invoke(listener, new IpcCall(e, arguments, listener.Definition, scope, results));
            returned = true;
            await task;
            results?.Accept(IpcValue.Undefined);
            return true;
        }
        catch (OperationCanceledException) when (e.Aborted.IsCancellationRequested)
        {
            DispatchLog.ListenerCancelled(logger, e.Channel, listener.Definition.DisplayName);
            return true;
        }
        catch (OverloadException overload)
        {
            record?.Note(MessageOutcome.Dropped(overload.Message));
            DispatchLog.Overloaded(logger, overload, e.Channel);
            e.Answer?.Fail(ErrorText.Of(overload));
            return returned;
        }
        catch (Exception error)
        {
            record?.Note(MessageOutcome.Failed(ErrorText.Of(error)));
            failures.Report(e.Channel, listener.Definition.DisplayName, error);
            if (listener.Definition.Kind == IpcRegistrationKind.Sync)
            {
                e.Answer?.Fail(ErrorText.Of(error));
            }

            return returned;
        }
    }

    private ValueTask Invoke(Registration listener, IpcCall call)
    {
        if (!listener.ReturnsNothing)
        {
            return listener.Definition.Invoker(call);
        }

        using (userCode.EnterListener(listener.Definition.Channel, listener.Definition.DisplayName))
        {
            return listener.Definition.Invoker(call);
        }
    }
}
