using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;

namespace IpcApp.Tests.Bridge;

/// <summary>Electron that does to the main process what a test wants.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed class FakeBridgePeer : IDisposable
{
    private readonly string _directory;
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private NetworkStream? _stream;

    public FakeBridgePeer(string directory)
    {
        _directory = directory;
        _listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(directory, "bridge.sock")));
        _listener.Listen();
    }

    public byte[] Secret { get; } = RandomNumberGenerator.GetBytes(32);

    public NetworkStream Stream => _stream!;

    public void WriteSecret(UnixFileMode mode = UnixFileMode.UserRead | UnixFileMode.UserWrite)
    {
        var path = Path.Combine(_directory, "secret");
        File.WriteAllBytes(path, Secret);
        File.SetUnixFileMode(path, mode);
    }

    public async Task AcceptAsync() => _stream = new NetworkStream(await _listener.AcceptAsync().OrFail(), ownsSocket: true);

    /// <summary>The whole handshake, right or with one thing wrong.</summary>
    public async Task GreetAsync(byte[]? hello = null, byte[]? secret = null)
    {
        hello ??= Frames.Introduction();
        await AcceptAsync();
        await Stream.WriteAsync(Frames.Frame(Frames.Hello, hello));
        var proof = await Stream.ReadFrameAsync();
        if (proof is { Kind: Frames.Proof, Payload: var payload })
        {
            var main = payload[32..];
            Assert.Equal(Frames.MakeProof(Secret, "main process", hello, main), payload[..32]);
            await Stream.WriteAsync(Frames.Frame(Frames.Welcome, Frames.MakeProof(secret ?? Secret, "host", hello, main)));
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _listener.Dispose();
    }
}
