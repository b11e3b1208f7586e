using System.Diagnostics.CodeAnalysis;
using IpcApp.Infrastructure;
using IpcApp.Internal.Ground;

namespace IpcApp.Internal.Emitters;

/// <summary>Turns delegates that take the untyped arguments into registrations.</summary>
internal static class UntypedRegistrations
{
    public static IpcRegistration Listener(IIpcMain emitter, string channel, IpcMainListener listener, IpcRegistrationKind kind)
        => Create(emitter, channel, listener, kind, call =>
        {
            listener(call.Event, call.Arguments);
            return default;
        });

    public static IpcRegistration Listener(
        IIpcMain emitter, string channel, Func<IpcMainEvent, IpcArguments, Task> listener, IpcRegistrationKind kind)
        => Create(emitter, channel, listener, kind, call => new ValueTask(listener(call.Event, call.Arguments)));

    public static IpcRegistration Handler(IIpcMain emitter, string channel, IpcMainInvokeHandler handler, IpcRegistrationKind kind)
        => Create(
            emitter,
            channel,
            handler,
            kind,
            async call => call.Return(await handler(call.InvokeEvent, call.Arguments)));

    public static void Require(IIpcMain emitter, string channel, IpcRegistrationKind kind, [NotNull] Delegate? function)
    {
        ArgumentNullException.ThrowIfNull(channel);
        if (kind is IpcRegistrationKind.Handle or IpcRegistrationKind.HandleOnce)
        {
            ElectronText.RequireHandler(emitter, channel, function);
        }
        else
        {
            ElectronText.RequireListener(function);
        }
    }

    private static IpcRegistration Create(
        IIpcMain emitter, string channel, Delegate listener, IpcRegistrationKind kind, IpcInvoker invoker)
    {
        Require(emitter, channel, kind, listener);
        return new() { Channel = channel, Kind = kind, DisplayName = DelegateNames.Of(listener), Listener = listener, Invoker = invoker };
    }
}

internal static class DelegateNames
{
    /// <summary>A name for logs: <c>Notes.OnDraft</c>, or where a lambda stands: <c>a delegate in Program</c>.</summary>
    public static string Of(Delegate method)
    {
        var type = method.Method.DeclaringType;
        while (type is { DeclaringType: { } outer } && type.Name.StartsWith('<'))
        {
            type = outer;
        }

        return method.Method.Name.StartsWith('<') ? $"a delegate in {type?.Name}" : $"{type?.Name}.{method.Method.Name}";
    }
}
