using IpcApp.Internal.Codec;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IpcApp.Testing.Internal.Events;

/// <summary>The runtime's parts that an event needs, put together by hand where there is no app.</summary>
internal sealed class NoApp : IEmitterObserver
{
    private static readonly IServiceScopeFactory NoServices = new ServiceCollection()
        .AddScoped<CurrentEvent>()
        .BuildServiceProvider()
        .GetRequiredService<IServiceScopeFactory>();

    private static readonly IpcSerializer DefaultSerializer = new(new IpcSerializerOptions());

    public NoApp(FakeElectron host, IpcSerializerOptions? options, SentErrors logger)
    {
        var serializer = options is null ? DefaultSerializer : new IpcSerializer(options);
        var calls = new RemoteCalls(logger);
        calls.Connected(null);
        var failures = new ListenerFailures(host.Watch, WorkScheduler.Pool, logger);
        var userCode = new UserCode(host.Watch, WorkScheduler.Pool, failures);
        Ports = new PortTable(host, new PortServices(serializer, host.Watch, WorkScheduler.Pool, userCode, logger), long.MaxValue);
        var sender = new FrameSender(serializer, logger) { Link = host, Ports = Ports };
        var emissions = new Emissions(serializer, NoServices, userCode, failures);
        Frames = new FrameTree(sender, new EmitterDependencies(this, emissions, logger), calls, userCode, WorkScheduler.Pool, logger);
        host.Attach(serializer).Start(Receive);
    }

    public FrameTree Frames { get; }

    private PortTable Ports { get; }

    /// <summary>What Electron says of frames and windows, the sender says itself; only ports speak by the fake.</summary>
    private void Receive(MessageKind kind, uint lane, uint id, byte[] payload)
    {
        if (kind is MessageKind.PortMessage or MessageKind.PortClose)
        {
            Ports.Receive(kind, lane, payload, NoOwner.Instance);
        }
    }

    /// <summary>Does nothing: no page sends on the channels that are bound.</summary>
    void IEmitterObserver.Added(Registration registration)
    {
    }

    void IEmitterObserver.Removed(Registration registration)
    {
    }
}
