using System.Security.Cryptography;
using System.Text;

namespace IpcApp.Internal.Bridge;

/// <summary>
/// The .NET side of the handshake: Electron introduces itself, this side answers with its own introduction and a proof that it knows the
/// secret, Electron proves the same. Blocks; aborting the transport ends it.
/// </summary>
internal sealed class BridgeHandshake(BridgeTransport transport, FrameReader reader, string directory, BridgeOptions options)
{
    private const string MainLabel = "ipcapp bridge 1: main process";
    private const string HostLabel = "ipcapp bridge 1: host";

    private static readonly TimeSpan SecretPoll = TimeSpan.FromMilliseconds(20);

    /// <exception cref="BridgeException">It failed; Electron has been told.</exception>
    /// <exception cref="IOException">The connection broke.</exception>
    public BridgePeer Run(CancellationToken deadline)
    {
        try
        {
            return Greet(deadline);
        }
        catch (BridgeException e)
        {
            TryAbort(e.Message);
            throw e is BridgeProtocolException ? new BridgeHandshakeException(
                $"What listens on the bridge does not speak its protocol. {e.Message}", e) : e;
        }
    }

    private BridgePeer Greet(CancellationToken deadline)
    {
        var theirs = Next(FrameKind.Hello);
        var peer = Introduction.Read(theirs, options);
        var own = Introduction.Write(options);
        var secret = TakeSecret(deadline);
        try
        {
            transport.Write(FrameHeader.OwnFrame(FrameKind.Proof, [.. Prove(secret, MainLabel, theirs, own), .. own]));
            if (!CryptographicOperations.FixedTimeEquals(Next(FrameKind.Welcome), Prove(secret, HostLabel, theirs, own)))
            {
                throw new BridgeHandshakeException(
                    $"What listens in '{directory}' does not know the bridge's secret: it is not the Electron of this app. "
                    + "Close it, or use another directory.");
            }
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }

        return peer;
    }

    private byte[] Next(byte kind)
    {
        var message = reader.Read() ?? throw new BridgeHandshakeException("Electron went away before it had proved who it is.");
        using var payload = message.Payload;
        if (message.Kind == FrameKind.Abort)
        {
            throw new BridgeHandshakeException($"Electron refused the connection: {Encoding.UTF8.GetString(payload.Span)}");
        }

        return message.Kind == kind ? payload.Span.ToArray() : throw new BridgeHandshakeException(
            $"What listens in '{directory}' sent a frame of kind {message.Kind} where {kind} belongs: it is not the Electron of this app.");
    }

    /// <summary>Electron writes it before it introduces itself, but another process may have used it up; then a new one comes.</summary>
    private byte[] TakeSecret(CancellationToken deadline)
    {
        while (true)
        {
            if (SecretFile.Take(directory) is { } secret)
            {
                return secret;
            }

            if (deadline.WaitHandle.WaitOne(SecretPoll))
            {
                throw new BridgeHandshakeException(
                    $"There was no secret in '{directory}': another process has read it. Start the app again.");
            }
        }
    }

    /// <summary>Proves the knowledge of the secret, for this connection only: both introductions carry a nonce.</summary>
    private static byte[] Prove(byte[] secret, string label, byte[] host, byte[] main) =>
        HMACSHA256.HashData(secret, (byte[])[.. Encoding.UTF8.GetBytes(label), 0, .. SHA256.HashData(host), .. SHA256.HashData(main)]);

    private void TryAbort(string reason)
    {
        try
        {
            transport.Write(FrameHeader.AbortFrame(reason));
        }
        catch (IOException)
        {
            // Electron is gone; that is told by the exception under way.
        }
    }
}
