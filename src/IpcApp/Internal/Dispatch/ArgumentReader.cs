using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Wire;

namespace IpcApp.Internal.Dispatch;

/// <summary>Decodes a message's arguments, once for all its listeners (S10), and gives the bytes back.</summary>
internal sealed class ArgumentReader(IpcSerializer serializer)
{
    /// <exception cref="IpcCloneException">The bytes are malformed; only a broken renderer can send such (S125).</exception>
    public IpcArguments Read(IncomingMessage message)
    {
        using (message.Owner)
        {
            var value = serializer.ReadValue(message.Values, out var budget, message);
            return message.Kind == MessageKind.PostMessage
                ? new IpcArguments(new IpcArray([value]), serializer, budget)
                : new IpcArguments(value as IpcArray ?? throw IpcCloneException.Malformed("arguments must be an array"), serializer, budget);
        }
    }

    /// <summary>Decodes the arguments of an <c>invoke</c>, straight to the types of its handler's parameters where that is possible.</summary>
    /// <exception cref="IpcCloneException">The bytes are malformed.</exception>
    public IpcArguments ReadFor(IpcRegistration handler, IncomingMessage message)
    {
        if (!handler.TakesBoundArguments || serializer.TryReadArguments(message.Values, handler.Parameters, out var cost) is not { } bound)
        {
            return Read(message);
        }

        message.Owner.Dispose();
        message.ExpandedTo(cost.Memory);
        return new IpcArguments(bound, serializer);
    }
}
