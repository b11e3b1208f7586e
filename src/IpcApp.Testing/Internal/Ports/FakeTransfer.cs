using IpcApp.Internal.Ports;

namespace IpcApp.Testing.Internal.Ports;

/// <summary>What a page checks of the ports it transfers. Called with <see cref="PortGate"/> held.</summary>
internal static class FakeTransfer
{
    /// <summary>Takes the ports from the page, all or none.</summary>
    /// <param name="transfer">The ports.</param>
    /// <param name="source">The port they are posted on; null for <c>ipcRenderer.postMessage</c>.</param>
    /// <exception cref="IpcRendererException">A port cannot be transferred (S128).</exception>
    public static PortEndpoint[] Take(IReadOnlyList<FakeMessagePort>? transfer, FakeMessagePort? source)
    {
        FakeMessagePort[] ports = [.. transfer ?? throw Invalid()];
        for (var i = 0; i < ports.Length; i++)
        {
            if (ports[i] is null)
            {
                throw Invalid();
            }

            if (ReferenceEquals(ports[i], source))
            {
                throw new IpcRendererException($"Port at index {i} contains the source port.");
            }

            if (Array.IndexOf(ports, ports[i]) < i)
            {
                throw new IpcRendererException($"Port at index {i} is a duplicate.");
            }

            if (ports[i].Endpoint is null)
            {
                throw new IpcRendererException($"Port at index {i} is already neutered.");
            }
        }

        return Array.ConvertAll(ports, static port => port.Release()!);
    }

    private static IpcRendererException Invalid() => new("Invalid value for transfer");
}
