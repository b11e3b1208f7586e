using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Internal.Emitters;

/// <summary>
/// Calls an emitter's listeners for <see cref="IIpcMain.Emit(string, IpcMainEvent, object?[])"/>: on the caller's thread, and failures are the
/// caller's (S19).
/// </summary>
internal sealed class Emissions(
    IpcSerializer serializer, IServiceScopeFactory services, UserCode userCode, ListenerFailures failures) : IEmissions
{
    public bool Emit(Emitter emitter, string channel, IpcMainEvent e, object?[] arguments)
    {
        var listeners = emitter.Listeners(channel);
        if (listeners.Length == 0)
        {
            return false;
        }

        var values = Clone(arguments);
        foreach (var listener in listeners.Where(emitter.Take))
        {
            var scope = new CallScope(services, e);
            try
            {
                var results = listener.Definition.Kind == IpcRegistrationKind.Sync ? e.Answer : null;
                using (userCode.EnterListener(channel, listener.Definition.DisplayName))
                {
                    var call = new IpcCall(e, values, listener.Definition, scope, results);
                    _ = FinishAsync(listener.Definition.Invoker(call), scope, channel, listener.Definition.DisplayName);
                }
            }
            catch
            {
                _ = FinishAsync(default, scope, channel, listener.Definition.DisplayName);
                throw;
            }
        }

        return true;
    }

    /// <summary>Clones what .NET passes, as if a page had sent it.</summary>
    /// <exception cref="IpcCloneException">An argument cannot be cloned.</exception>
    private IpcArguments Clone(object?[] arguments)
    {
        using var payload = new PayloadWriter();
        serializer.WriteArguments(payload, arguments);
        var values = (IpcArray)serializer.ReadValue(payload.WrittenMemory, out var budget);
        return new IpcArguments(values, serializer, budget);
    }

    /// <summary>What a listener's task fails with, at whatever moment, has no caller (S143).</summary>
    private async Task FinishAsync(ValueTask task, CallScope scope, string channel, string listener)
    {
        try
        {
            // Emit's caller may block the context that it runs in, and need not wait for this.
            await using (scope.ConfigureAwait(false))
            {
                await task.ConfigureAwait(false);
            }
        }
        catch (Exception error)
        {
            failures.Report(channel, listener, error);
        }
    }
}
