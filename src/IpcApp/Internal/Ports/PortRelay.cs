namespace IpcApp.Internal.Ports;

/// <summary>
/// Joins two channels into one. A port that stands for one in Electron and has been started is not moved there: messages may be on their
/// way here, and would miss the port's new place (S135). So its channel goes on through here.
/// </summary>
internal sealed class PortRelay : IPortHolder
{
    private readonly PortEndpoint _one;
    private readonly PortEndpoint _other;

    private PortRelay(PortEndpoint one, PortEndpoint other)
    {
        _one = one;
        _other = other;
    }

    /// <summary>Makes an end that takes the place of another one, and whose far side is in this process.</summary>
    public static PortEndpoint Extend(PortEndpoint end)
    {
        var (near, far) = PortEndpoint.Pair();
        var relay = new PortRelay(end, near);
        end.Attach(relay);
        near.Attach(relay);
        return far;
    }

    public void Wake()
    {
        Pass(_one, _other);
        Pass(_other, _one);
    }

    private static void Pass(PortEndpoint from, PortEndpoint to)
    {
        while (from.TryTake(out var message))
        {
            if (to.Post(message) is not null)
            {
                message.Discard(); // too large for the bridge, which it has crossed once, so this does not happen
            }
        }

        if (from.IsPeerClosed)
        {
            to.Close();
        }
    }
}
