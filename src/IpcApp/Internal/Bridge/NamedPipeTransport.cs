using System.IO.Pipes;

namespace IpcApp.Internal.Bridge;

/// <summary>A Windows named pipe. Asynchronous, or a blocked read would also block writing.</summary>
internal sealed class NamedPipeTransport(NamedPipeClientStream pipe) : BridgeTransport
{
    /// <exception cref="TimeoutException">Nobody listens there.</exception>
    /// <exception cref="UnauthorizedAccessException">The pipe belongs to another user.</exception>
    public static NamedPipeTransport Connect(string name)
    {
        var pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            pipe.Connect(0);
            return new NamedPipeTransport(pipe);
        }
        catch
        {
            pipe.Dispose();
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

    /// <summary>A pipe can not be shut down for one side; closing it ends what is blocked.</summary>
    public override void Abort() => pipe.Dispose();

    public override void Dispose() => pipe.Dispose();
}
