using System.Text.Json;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;
using IpcApp.Testing.Internal.Ports;
using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.Testing.Internal;

/// <summary>The connection to the app: messages both ways, as over the bridge.</summary>
internal sealed partial class FakeElectron : IElectronConnector, IElectronConnection
{
    private readonly TaskCompletionSource<string?> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private IpcSerializer? _serializer;
    private QueuedLoggers? _loggers;

    /// <summary>Writes what pages send: Electron's side measures it when it is written.</summary>
    private IpcSerializer? _pages;
    private ElectronSession? _session;
    private Action<MessageKind, uint, uint, byte[]>? _receive;

    public Task<string?> Completion => _ended.Task;

    public RendererName Renderer { get; } = new("fake renderers");

    public string PrivateDirectory => _endpoints.Directory;

    public IpcSerializer Serializer => _serializer ?? throw new InvalidOperationException("The app has not started yet.");

    public FakeElectron Attach(IServiceProvider services)
    {
        _tree = services.GetRequiredService<FrameTree>();
        _time = services.GetRequiredService<TimeProvider>();
        Ports.Services = services.GetRequiredService<PortServices>();
        _loggers = services.GetRequiredService<QueuedLoggers>();
        return Attach(services.GetRequiredService<IpcSerializer>());
    }

    public FakeElectron Attach(IpcSerializer serializer)
    {
        _serializer = serializer;
        _pages = serializer.WithMaxMessageBytes(Array.MaxLength);
        _feed = new PortFeed(Watch, ReceiveFromPort);
        return this;
    }

    public Task<IElectronConnection?> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<IElectronConnection?>(this);

    public void Start(ElectronSession session)
    {
        _session = session;
        Start((kind, lane, id, payload) => session.Receive(kind, lane, id, payload, NoOwner.Instance));
    }

    public Task<int?> ReportedExitCodeAsync() => Task.FromResult<int?>(null);

    public Task QuitAsync(int exitCode, CancellationToken cancellationToken)
    {
        End();
        return Task.CompletedTask;
    }

    /// <summary>The app has decided the end.</summary>
    public void End()
    {
        _ended.TrySetResult(null);
        ClosePorts();
    }

    public ValueTask DisposeAsync()
    {
        _ended.TrySetResult(null);
        _endpoints.Dispose();
        return default;
    }

    public T Read<T>(IpcValue value, string what) => UntypedView.TryTake<T>(value, out var untyped) ? untyped : Serializer.Convert<T>(value, what)!;

    string? IElectronLink.Send(MessageKind kind, uint lane, uint id, PayloadWriter payload)
    {
        using (payload)
        {
            if (_limits.FindRefusal(kind, payload.WrittenMemory.Length) is { } refusal)
            {
                return refusal;
            }

            var bytes = payload.WrittenMemory.ToArray();
            switch (kind)
            {
                case MessageKind.Reply:
                    Answer(id, bytes);
                    break;
                case MessageKind.Emit:
                    InTurn(bytes, Deliver);
                    break;
                case MessageKind.Post:
                    InTurn(bytes, DeliverPosted, isPost: true);
                    break;
                case MessageKind.PortMessage or MessageKind.PortStart or MessageKind.PortClose:
                    _ports.Receive(kind, lane, bytes);
                    break;
                default:
                    _commands.Apply(bytes);
                    break;
            }

            _tap?.Sent(kind, lane, id, bytes);
        }

        return null;
    }

    public void Notify(object notice)
    {
        lock (_reader)
        {
            Receive(MessageKind.Control, 0, 0, JsonSerializer.SerializeToUtf8Bytes(notice));
        }
    }

    /// <summary>Logs a failure that the test has made itself, or whose exception it gets: a test need not look at the line.</summary>
    public void ReportFailure(string source, string message, FakeWindow window)
    {
        Notify(new { type = "error", source, message, window = window.Name });
        Logs.MarkSeen(message);
    }

    private void Receive(MessageKind kind, uint lane, uint id, byte[] payload) => _receive?.Invoke(kind, lane, id, payload);

    private void Deliver(byte[] payload)
    {
        var (frame, channel, values) = EmittedMessage.Parse(payload, FrameFor);
        if (frame is { IsRemoved: false, Number: not 0 })
        {
            frame.Deliver(new FakeMessage(channel, [.. (IpcArray)Serializer.ReadValue(values)], [], Serializer));
        }
    }

    private FakeFrame? FrameFor(bool isMainFrame, uint id)
        => isMainFrame ? Windows.FirstOrDefault(window => window.Id == id)?.MainFrame : _frames.GetValueOrDefault(id);
}
