namespace IpcApp.TestApp.Handlers;

/// <summary>What <c>ports.js</c> and <c>peer-preload.cjs</c> do with ports.</summary>
public sealed class PortsHandler(IWebContentsRegistry windows, PeerWindow peer) : IIpcHandler
{
    /// <summary>Answers on a port with what came, and the message that brought the port. Ports that come over it do the same.</summary>
    [IpcOn("ports:echo")]
    public void Echo(IpcMainEvent e, IpcValue message) => Echo(e.Ports[0], message);

    /// <summary>Hands the page a port on which something waits already, and answers on it.</summary>
    [IpcHandle("ports:open")]
    public void Open(IpcMainInvokeEvent e)
    {
        var channel = new MessageChannelMain();
        channel.Port1.PostMessage("early");
        e.SenderFrame!.PostMessage("ports:opened", "hello", channel.Port2);
        channel.Port1.PostMessage("late");
        Echo(channel.Port1, "opened");
    }

    /// <summary>Hands the page a port over the port that it sent.</summary>
    [IpcOn("ports:nest")]
    public void Nest(IpcMainEvent e)
    {
        var channel = new MessageChannelMain();
        Echo(channel.Port1, "nested");
        e.Ports[0].PostMessage("with a port", channel.Port2);
    }

    [IpcOn("ports:watch")]
    public void Watch(IpcMainEvent e)
    {
        e.Ports[0].Closed += (_, _) => e.Reply("ports:closed");
        e.Ports[0].Start();
    }

    [IpcOn("ports:close")]
    public void Close(IpcMainEvent e)
    {
        e.Ports[0].PostMessage("last words");
        e.Ports[0].Close();
    }

    /// <summary>Posts a lot on the port, then sends it back: the far end must get all of it.</summary>
    [IpcOn("ports:return")]
    public void Return(IpcMainEvent e, int size)
    {
        var port = e.Ports[0];
        port.PostMessage(new byte[size]);
        port.PostMessage("last");
        e.SenderFrame!.PostMessage("ports:returned", null, port);
    }

    /// <summary>Passes a port on to the other window, which answers on it; if wanted, after it was started here.</summary>
    [IpcOn("ports:connect")]
    public async Task ConnectAsync(IpcMainEvent e, bool started)
    {
        await peer.WaitAsync();
        var port = e.Ports[0];
        if (started)
        {
            port.Start();
        }

        windows.TryGetByWindowName("peer", out var contents);
        contents!.PostMessage("peer:port", null, port);
        e.Reply("ports:passed-on");
    }

    [IpcOn("peer:ready")]
    public void PeerReady() => peer.TellReady();

    /// <summary>The peer's page will be loaded again: what is sent to it before it listens would be lost.</summary>
    [IpcHandle("ports:expect-peer")]
    public void ExpectPeer() => peer.Expect();

    /// <summary>Tries to send more than a message may have; the port is not lost with it.</summary>
    [IpcHandle("ports:too-large")]
    public string? TooLarge(IpcMainInvokeEvent e, int size)
    {
        var channel = new MessageChannelMain();
        Echo(channel.Port1, "kept");
        try
        {
            e.SenderFrame!.PostMessage("ports:opened", new byte[size], channel.Port2);
            return null;
        }
        catch (InvalidOperationException error)
        {
            e.SenderFrame!.PostMessage("ports:opened", null, channel.Port2);
            return error.Message;
        }
    }

    [IpcOn("ports:forget")]
    public void Forget()
    {
    }

    [IpcHandle("ports:collect")]
    public void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private static void Echo(MessagePortMain port, IpcValue name)
    {
        port.Message += (_, e) =>
        {
            port.PostMessage(new IpcArray([name, e.Data]));
            foreach (var brought in e.Ports)
            {
                Echo(brought, e.Data);
            }
        };
        port.Start();
    }
}

/// <summary>The window <c>peer</c>, if the app has one.</summary>
public sealed class PeerWindow
{
    private volatile TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until its page listens.</summary>
    public Task WaitAsync() => _ready.Task;

    /// <summary>Its page listens.</summary>
    public void TellReady() => _ready.TrySetResult();

    /// <summary>Its page will be loaded, and tell again when it listens.</summary>
    public void Expect() => _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
