namespace IpcApp.Internal.Ports;

/// <summary>The ports of one app among several in a process, which are tests; empty until the app has been built.</summary>
internal sealed class AppPorts
{
    private volatile PortServices? _services;

    public PortServices? Services
    {
        get => _services;
        set => _services = value;
    }
}
