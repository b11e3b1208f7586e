using IpcApp.Internal.Codec;

namespace IpcApp;

/// <summary>A message that came over a port: what Electron calls a <c>MessageEvent</c>.</summary>
public sealed class PortMessageEventArgs : EventArgs
{
    private readonly IpcSerializer _serializer;
    private readonly MessageBudget _budget;

    internal PortMessageEventArgs(IpcValue data, IReadOnlyList<MessagePortMain> ports, IpcSerializer serializer, MessageBudget budget)
    {
        _budget = budget;
        Data = data;
        Ports = ports;
        _serializer = serializer;
    }

    /// <summary>The message. Never null: JavaScript's <c>null</c> and <c>undefined</c> are values of their own.</summary>
    public IpcValue Data { get; }

    /// <summary>The ports that came with it, not started yet; empty if there are none. A port that is not kept alive is closed when it is garbage-collected.</summary>
    public IReadOnlyList<MessagePortMain> Ports { get; }

    /// <summary>The message as a C# value. Null and undefined give the type's default.</summary>
    /// <typeparam name="T">The type to bind to.</typeparam>
    /// <exception cref="IpcBindingException">The message is something else.</exception>
    public T? GetData<T>()
    {
        if (UntypedView.TryTake<T>(Data, out var untyped))
        {
            return untyped;
        }

        return Data.IsNullOrUndefined ? default : _serializer.Convert<T>(Data, "the message of the port", _budget);
    }
}
