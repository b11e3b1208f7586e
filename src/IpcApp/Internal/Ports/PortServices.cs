using IpcApp.Internal.Codec;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Scheduling;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IpcApp.Internal.Ports;

/// <summary>What a port needs of the app it works in.</summary>
/// <param name="Serializer">Writes and reads messages.</param>
/// <param name="Pending">Counts them while they are handled.</param>
/// <param name="Work">Where subscribers run.</param>
/// <param name="UserCode">Runs subscribers.</param>
/// <param name="Logger">Gets what is dropped.</param>
internal sealed record PortServices(IpcSerializer Serializer, PendingWork Pending, WorkScheduler Work, UserCode UserCode, ILogger Logger)
{
    private static readonly PortServices WithoutApp = CreateWithoutApp();

    private static PortServices _current = WithoutApp;

    /// <summary>
    /// For <c>new MessageChannelMain()</c>, which like Electron's knows no app: those of the app that runs in this process. Where several
    /// run, in tests, those of the app whose code this is; a test's own code gets those of the one that started last and is not stepped.
    /// </summary>
    public static PortServices Current => OfFlow.Value?.Services ?? Volatile.Read(ref _current);

    /// <summary>The app whose code this is, where several run.</summary>
    public static AsyncLocal<AppPorts?> OfFlow { get; } = new();

    public void BecomeCurrent()
    {
        if (!Work.IsStepwise)
        {
            Volatile.Write(ref _current, this);
        }
    }

    private static PortServices CreateWithoutApp()
    {
        var (pending, work) = (new PendingWork(), WorkScheduler.Pool);
        var userCode = new UserCode(pending, work, new ListenerFailures(pending, work, NullLogger<Subsystem.Ipc>.Instance));
        return new PortServices(new IpcSerializer(new IpcSerializerOptions()), pending, work, userCode, NullLogger.Instance);
    }

    /// <summary>The app has ended.</summary>
    public void Resign() => Interlocked.CompareExchange(ref _current, WithoutApp, this);
}
