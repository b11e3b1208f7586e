using System.Net.Sockets;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// A Unix domain socket, used only with blocking calls: after one asynchronous call .NET would route the blocking ones through its
/// poller thread, and every message would pay for two more thread switches.
/// </summary>
internal sealed class UnixSocketTransport(Socket socket) : BridgeTransport
{
    /// <exception cref="SocketException">Nothing listens there.</exception>
    public static UnixSocketTransport Connect(string path)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(path));
            PeerCredentials.Check(socket, path);
            return new UnixSocketTransport(socket);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A Unix domain socket is writable when at least three quarters of its buffer are free, which is more than a batch.</summary>
    public override bool CanWriteNow => OperatingSystem.IsLinux() && IsWritable();

    public override int Read(Span<byte> target)
    {
        try
        {
            return socket.Receive(target);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override void Write(IList<ArraySegment<byte>> parts)
    {
        try
        {
            if (parts.Count == 1)
            {
                SendAll(parts[0]);
            }
            else
            {
                GatherAll(parts);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override void EndWriting() => Shutdown(SocketShutdown.Send);

    public override void Abort() => Shutdown(SocketShutdown.Both);

    public override void Dispose() => socket.Dispose();

    private bool IsWritable()
    {
        try
        {
            return socket.Poll(0, SelectMode.SelectWrite);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            throw new IOException(e.Message, e);
        }
    }

    private void Shutdown(SocketShutdown directions)
    {
        try
        {
            socket.Shutdown(directions);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // It has ended already, which is what was wanted.
        }
    }

    private void SendAll(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[socket.Send(bytes)..];
        }
    }

    private void GatherAll(IList<ArraySegment<byte>> parts)
    {
        var sent = socket.Send(parts);
        foreach (var part in parts)
        {
            SendAll(part.AsSpan(Math.Min(sent, part.Count)));
            sent = Math.Max(0, sent - part.Count);
        }
    }
}
