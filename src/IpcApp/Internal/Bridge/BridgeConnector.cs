using System.Net.Sockets;

namespace IpcApp.Internal.Bridge;

/// <summary>Finds the other side, whichever starts first, and shakes hands.</summary>
internal static class BridgeConnector
{
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <summary>Connects to Electron that listens, or soon will, in a private directory.</summary>
    /// <param name="directory">The directory that both sides were told.</param>
    /// <param name="options">Limits and deadlines.</param>
    /// <param name="time">The clock of the deadlines.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A connection that can send, and reads nothing before its <see cref="BridgeConnection.Start"/>.</returns>
    /// <exception cref="BridgeAddressException">The directory is not private, its path too long, or the secret file not safe.</exception>
    /// <exception cref="BridgeHandshakeException">Electron did not come in time, or it was not the right one.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static async Task<BridgeConnection> ConnectAsync(
        string directory, BridgeOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        options.Validate();
        BridgeDirectory.Check(directory);
        using var deadline = new CancellationTokenSource(options.HandshakeTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var transport = await OpenAsync(directory, options, time, either.Token, cancellationToken).ConfigureAwait(false);
        var reader = new FrameReader(transport, ReceiveLimits.Stranger);
        try
        {
            var handshake = new BridgeHandshake(transport, reader, directory, options);
            BridgePeer peer;
            using (either.Token.Register(transport.Abort))
            {
                var running = Task.Factory.StartNew(
                    () => handshake.Run(either.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                peer = await running.ConfigureAwait(false);
            }

            reader.Limits = ReceiveLimits.Of(options);
            return new BridgeConnection(transport, reader, peer, options, time);
        }
        catch (IOException e)
        {
            transport.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw e switch
            {
                _ when deadline.IsCancellationRequested => new BridgeHandshakeException(
                    $"Electron in '{directory}' did not complete the handshake within {options.HandshakeTimeout.TotalMilliseconds} ms. "
                    + "Look at its output for what it waits for.", e),
                BridgeException => e,
                _ => new BridgeHandshakeException($"The connection to Electron broke during the handshake: {e.Message}", e),
            };
        }
    }

    /// <summary>Electron that is starting has no socket yet, one that was killed has left one behind: so it is tried again.</summary>
    private static async Task<BridgeTransport> OpenAsync(
        string directory, BridgeOptions options, TimeProvider time, CancellationToken either, CancellationToken cancellationToken)
    {
        Func<BridgeTransport> open = OperatingSystem.IsWindows()
            ? () => NamedPipeTransport.Connect(BridgeAddress.PipeName(directory))
            : Opener(BridgeAddress.SocketPath(directory));
        while (true)
        {
            Exception failure;
            try
            {
                return open();
            }
            catch (Exception e) when (e is SocketException or TimeoutException)
            {
                failure = e;
            }

            try
            {
                await Task.Delay(Poll, time, either).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new BridgeHandshakeException(
                    $"Electron has not listened in '{directory}' within {options.HandshakeTimeout.TotalMilliseconds} ms ({failure.Message}). "
                    + "Look at its output for why it did not start.", failure);
            }
        }
    }

    private static Func<BridgeTransport> Opener(string path) => () => UnixSocketTransport.Connect(path);
}
