using IpcApp.Internal.Ports;
using Microsoft.Extensions.DependencyInjection;

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
    /// <summary>Makes the two ports of the app that runs in this process; neither is started.</summary>
    public MessageChannelMain()
        : this(PortServices.Current)
    {
    }

    /// <summary>Makes the two ports, for a process in which several apps run, such as that of parallel tests; neither is started.</summary>
    /// <param name="services">The services of the app whose settings and log the ports use.</param>
    public MessageChannelMain(IServiceProvider services)
        : this(services.GetRequiredService<PortServices>())
    {
    }

    private MessageChannelMain(PortServices services)
    {
        var (one, other) = PortEndpoint.Pair();
        Port1 = new MessagePortMain(one, services);
        Port2 = new MessagePortMain(other, services);
    }

    /// <summary>One end.</summary>
    public MessagePortMain Port1 { get; }

    /// <summary>The other end.</summary>
    public MessagePortMain Port2 { get; }
}
