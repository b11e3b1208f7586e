using IpcApp.Internal.Ports;

namespace IpcApp;

/// <summary>
/// A pair of connected ports: what is posted to one arrives at the other. Transfer one of them to a page, with
/// <see cref="WebFrameMain.PostMessage"/>, or over another port. Electron's <c>MessageChannelMain</c>.
/// </summary>
/// <example>
/// <code>
/// var channel = new MessageChannelMain();
/// contents.PostMessage("progress", null, channel.Port2);
/// channel.Port1.PostMessage(50);
/// </code>
/// </example>
public sealed class MessageChannelMain
{
    /// <summary>Makes the two ports; neither is started.</summary>
    public MessageChannelMain()
    {
        var services = PortServices.Current;
        var (one, other) = PortEndpoint.Pair();
        Port1 = new MessagePortMain(one, services);
        Port2 = new MessagePortMain(other, services);
    }

    /// <summary>One end.</summary>
    public MessagePortMain Port1 { get; }

    /// <summary>The other end.</summary>
    public MessagePortMain Port2 { get; }
}
