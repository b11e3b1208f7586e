using System.IO.Pipes;

namespace IpcApp.Internal.Bridge;

/// <summary>A Windows named pipe. Asynchronous, or a blocked read would also block writing.</summary>
internal sealed class NamedPipeTransport(NamedPipeClientStream pipe) : BridgeTransport
{
    /// <exception cref="TimeoutException">Nothing listens there.</exception>
    /// <exception cref="BridgeHandshakeException">The pipe belongs to another user.</exception>
    public static NamedPipeTransport Connect(string name)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            pipe.Connect(0);
            return new NamedPipeTransport(pipe);
        }
        catch (Exception e)
        {
            pipe.Dispose();
            if (e is UnauthorizedAccessException)
            {
                throw new BridgeHandshakeException(
                    $"Another user listens at the pipe '{name}'. Host and main process must run as the same user.", e);
            }

            throw;
        }
    }

    public override int Read(Span<byte> target)
    {
        try
        {
            return pipe.Read(target);
        }
        catch (ObjectDisposedException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public override void Write(IList<ArraySegment<byte>> parts)
    {
        try
        {
            foreach (var part in parts)
            {
                pipe.Write(part);
            }
        }
        catch (ObjectDisposedException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>A pipe cannot be ended for one direction: the other side closes it when it has read why.</summary>
    public override void EndWriting()
    {
    }

    /// <summary>Closing it ends what is blocked.</summary>
    public override void Abort() => pipe.Dispose();

    public override void Dispose() => pipe.Dispose();
}
