using IpcApp.Internal.Codec;

namespace IpcApp.Internal.Wire;

/// <summary>The setting <c>IpcApp:Limits:MaxMessageBytes</c> for messages of .NET, the same whatever shows the pages.</summary>
internal static class OutgoingLimit
{
    /// <param name="kind">The kind of the message. Control messages are the runtime's own, and not limited.</param>
    /// <param name="bytes">The number of its bytes.</param>
    /// <param name="maxMessageBytes">The setting.</param>
    /// <returns>Why the message is refused, as a sentence; null if it is not.</returns>
    public static string? FindRefusal(MessageKind kind, int bytes, long maxMessageBytes)
        => bytes > maxMessageBytes && kind != MessageKind.Control ? MessageTooLargeException.Text : null;
}
