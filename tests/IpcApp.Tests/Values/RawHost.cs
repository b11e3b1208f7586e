using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;

namespace IpcApp.Tests.Values;

/// <summary>Electron whose messages a test writes byte by byte, as a compromised one could, and which keeps what it is sent.</summary>
internal sealed class RawHost : IElectronConnector, IElectronConnection
{
    private const uint Frame = 1;
    private const string Created = """{ "type": "contents-created", "contents": 1, "treeNode": 1, "window": "main" }""";
    private const string Snapshot = """
        { "contents": 1, "processId": 1, "frameId": 1, "treeNode": 1, "url": "app://local/", "origin": "app://local", "isMainFrame": true }
        """;

    private readonly ConcurrentDictionary<string, uint> _channels = new();
    private readonly ConcurrentDictionary<string, bool> _bound = new();
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<byte[]>> _answers = new();
    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ElectronSession? _session;
    private uint _lastCall;
    private int _heldBuffers;

    /// <summary>What .NET has sent to pages: one entry for each message.</summary>
    public ConcurrentQueue<byte[]> Emitted { get; } = new();

    /// <summary>Says why an answer cannot be sent; null for one that can. None is refused by default.</summary>
    public Func<byte[], string?> RefuseAnswer { get; set; } = _ => null;

    /// <summary>How many messages the app has got whose bytes it has not given back.</summary>
    public int HeldBuffers => Volatile.Read(ref _heldBuffers);

    /// <summary>The channels that the app has told Electron to listen on or handle.</summary>
    public IEnumerable<string> BoundChannels => _bound.Keys;

    /// <summary>What the app has told Electron first.</summary>
    public JsonElement Configuration { get; private set; }

    public Task<string?> Completion => _ended.Task;

    public RendererName Renderer { get; } = new("bytes of a test");

    public string PrivateDirectory => throw new NotSupportedException("A host in memory has no directory.");

    public Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<IElectronConnection?>(this);

    public void Start(ElectronSession session)
    {
        _session = session;
        Receive(MessageKind.Control, 0, 0, Encoding.UTF8.GetBytes(Created));
        Receive(MessageKind.Frame, Frame, 0, Encoding.UTF8.GetBytes(Snapshot));
    }

    /// <summary>A call of the page; completes with its one answer: a status, 1 for a failure, and its text or value.</summary>
    public Task<byte[]> CallAsync(MessageKind kind, string channel, byte[] values)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var answer = _answers[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Receive(kind, Frame, id, [.. Head(channel), .. values]);
        return answer.Task;
    }

    /// <summary>A message of the page that takes no answer.</summary>
    public void Post(MessageKind kind, string channel, byte[] values)
    {
        byte[] ports = kind == MessageKind.PostMessage ? [0, 0] : [];
        Receive(kind, Frame, 0, [.. Head(channel), .. ports, .. values]);
    }

    /// <summary>What Electron says of a frame, or of anything else: JSON.</summary>
    public void Tell(MessageKind kind, uint lane, string json) => Receive(kind, lane, 0, Encoding.UTF8.GetBytes(json));

    public string? Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
    {
        var bytes = payload.WrittenMemory.ToArray();
        payload.Dispose();
        switch (kind)
        {
            case MessageKind.Reply when RefuseAnswer(bytes) is { } refusal:
                return refusal;
            case MessageKind.Reply:
                Assert.True(_answers[id].TrySetResult(bytes), $"Call {id} was answered twice.");
                break;
            case MessageKind.Emit:
                Emitted.Enqueue(bytes);
                break;
            case MessageKind.Control:
                Take(JsonDocument.Parse(bytes).RootElement);
                break;
        }

        return null;
    }

    public Task<int?> ReportedExitCodeAsync() => Task.FromResult<int?>(null);

    public Task QuitAsync(int exitCode, CancellationToken cancellationToken)
    {
        _ended.TrySetResult(null);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _ended.TrySetResult(null);
        return default;
    }

    private void Take(JsonElement command)
    {
        var type = command.GetProperty("type").GetString();
        if (type != "bind")
        {
            Configuration = type == "configure" ? command : Configuration;
            return;
        }

        var channel = command.GetProperty("channel").GetString()!;
        _channels[channel] = command.GetProperty("number").GetUInt32(); // stays: a page's message may be on its way
        if (command.GetProperty("invoke").GetBoolean() || command.GetProperty("listen").GetBoolean())
        {
            _bound[channel] = true;
        }
        else
        {
            _bound.TryRemove(channel, out _);
        }
    }

    private byte[] Head(string channel)
    {
        var head = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(head, _channels[channel]);
        return head;
    }

    private void Receive(MessageKind kind, uint lane, uint id, byte[] payload)
    {
        Interlocked.Increment(ref _heldBuffers);
        _session!.Receive(kind, lane, id, payload, new Buffer(this));
    }

    private sealed class Buffer(RawHost host) : IDisposable
    {
        private int _isGivenBack;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isGivenBack, 1) == 0)
            {
                Interlocked.Decrement(ref host._heldBuffers);
            }
        }
    }
}
