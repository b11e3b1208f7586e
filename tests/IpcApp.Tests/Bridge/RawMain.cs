using System.Net.Sockets;

namespace IpcApp.Tests.Bridge;

/// <summary>A main process that does to Electron what a test wants.</summary>
internal sealed class RawMain : IDisposable
{
    private readonly string _directory;

    private RawMain(string directory, Socket socket)
    {
        _directory = directory;
        Stream = new NetworkStream(socket, ownsSocket: true);
    }

    public NetworkStream Stream { get; }

    public static async Task<RawMain> ConnectAsync(string directory)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Path.Combine(directory, "bridge.sock")));
        return new RawMain(directory, socket);
    }

    /// <summary>One that Electron believes.</summary>
    public static async Task<RawMain> WelcomeAsync(string directory)
    {
        var main = await ConnectAsync(directory);
        await main.ProveAsync();
        Assert.Equal(Frames.Welcome, (await main.Stream.ReadFrameAsync())?.Kind);
        return main;
    }

    public static byte[] TakeSecret(string directory)
    {
        var path = Path.Combine(directory, "secret");
        var secret = File.ReadAllBytes(path);
        File.Delete(path);
        return secret;
    }

    /// <summary>Answers Electron's introduction, with the secret that is there by then or with another.</summary>
    /// <returns>The secret.</returns>
    public async Task<byte[]> ProveAsync(byte[]? secret = null, byte[]? introduction = null)
    {
        var hello = await Stream.ReadFrameAsync();
        Assert.Equal(Frames.Hello, hello?.Kind);
        introduction ??= Frames.Introduction();
        secret ??= TakeSecret(_directory);
        var proof = Frames.MakeProof(secret, "main process", hello!.Payload, introduction);
        await Stream.WriteAsync(Frames.Frame(Frames.Proof, [.. proof, .. introduction]));
        return secret;
    }

    public void Dispose() => Stream.Dispose();
}
