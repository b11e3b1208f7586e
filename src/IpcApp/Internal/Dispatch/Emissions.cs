using IpcApp.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Internal.Dispatch;

/// <summary>Calls an emitter's listeners for <see cref="IIpcMain.Emit"/>: on the caller's thread, and failures are the caller's (S19).</summary>
internal sealed class Emissions(ArgumentReader reader, IServiceScopeFactory services, ILogger<IIpcMain> logger) : IEmissions
{
    public bool Emit(Emitter emitter, string channel, IpcMainEvent e, object?[] arguments)
    {
        var listeners = emitter.Listeners(channel);
        if (listeners.Length == 0)
        {
            return false;
        }

        var values = reader.Clone(arguments);
        foreach (var listener in listeners.Where(emitter.Take))
        {
            var task = Call(listener, e, values);
            if (task.IsCompleted)
            {
                task.GetAwaiter().GetResult();
            }
            else
            {
                LogFault(task, channel, listener.Definition.DisplayName);
            }
        }

        return true;
    }

    private async Task Call(Registration listener, IpcMainEvent e, IpcArguments arguments)
    {
        await using var scope = new CallScope(services, e);
        var results = listener.Definition.Kind == IpcRegistrationKind.Sync ? e.Answer : null;
        await listener.Definition.Invoker(new IpcCall(e, arguments, scope, results)).ConfigureAwait(false);
    }

    /// <summary>What fails after its first await has no caller any more (S143).</summary>
    private async void LogFault(Task task, string channel, string listener)
    {
        try
        {
            await task.ConfigureAwait(false);
        }
        catch (Exception error)
        {
            DispatchLog.ListenerFailed(logger, channel, listener, error);
        }
    }
}
