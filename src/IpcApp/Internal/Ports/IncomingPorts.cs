namespace IpcApp.Internal.Ports;

/// <summary>
/// The ports that came with a message of a page. If they are not taken (no listener, a refused sender), disposing closes them, so that
/// the page hears of it (S138).
/// </summary>
internal sealed class IncomingPorts(IReadOnlyList<PortEndpoint> ends, PortServices services) : IDisposable
{
    private IReadOnlyList<PortEndpoint> _ends = ends;

    public IReadOnlyList<MessagePortMain> Take()
        => [.. Interlocked.Exchange(ref _ends, []).Select(end => new MessagePortMain(end, services))];

    public void Dispose()
    {
        lock (PortGate.Lock)
        {
            foreach (var end in Interlocked.Exchange(ref _ends, []))
            {
                end.Close();
            }
        }
    }
}
