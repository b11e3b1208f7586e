using System.Diagnostics;
using IpcApp.Infrastructure;
using IpcApp.Internal.Codec;
using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Http;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Recording;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Session;
using IpcApp.Internal.Wire;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

/// <summary>
/// The app's life: binds the handlers, brings up the host, opens the windows, and ends with whichever side ends first.
/// </summary>
internal sealed class IpcHostedService(
    IpcAppOptions options,
    IEnumerable<IpcRegistration> registrations,
    Emitter ipcMain,
    ChannelTable channels,
    FrameTree frames,
    SenderPolicy policy,
    Dispatcher dispatcher,
    PendingWork pending,
    IpcSerializer serializer,
    ElectronNotices events,
    ElectronApp electronApp,
    PortServices portServices,
    WorkScheduler work,
    UserCode userCode,
    IEnumerable<IConnectionObserver> observers,
    ElectronStart host,
    TrafficRecording recording,
    EndpointServer endpoints,
    RunSecret endpointSecret,
    DevelopmentAids development,
    PageConsole pageConsole,
    StartReport report,
    IOptions<HostOptions> hostOptions,
    IHostEnvironment environment,
    IHostApplicationLifetime lifetime,
    EndReport endReport,
    ILogger<IIpcMain> logger) : IHostedLifecycleService, IAsyncDisposable
{
    private static readonly TimeSpan HandlerGrace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuitLimit = TimeSpan.FromSeconds(5);

    /// <summary>What handlers see of the end: it fires after they had <see cref="HandlerGrace"/> to finish by themselves.</summary>
    private readonly CancellationTokenSource _stopping = new();
    private Task<IElectronConnection?>? _connecting;
    private IElectronConnection? _connection;
    private ElectronSession? _session;

    /// <summary>
    /// Binds every handler, so that a mistake shows before any window does, and starts the host while other services start.
    /// </summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        portServices.BecomeCurrent();
        foreach (var registration in registrations)
        {
            try
            {
                ipcMain.Register(registration);
            }
            catch (DuplicateHandlerException e)
            {
                throw new IpcStartupException(e.Detail, ExitCodes.InvalidSetting, e);
            }
            catch (ArgumentException e)
            {
                throw new IpcStartupException(e.Message, ExitCodes.InvalidSetting, e);
            }
        }

        development.Start();
        recording.Open();
        _connecting = host.ConnectAsync(cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Opens the windows once every other service of the app has started.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (await _connecting!.ConfigureAwait(false) is not { } connected)
        {
            TellReady(null);
            report.WithoutRenderer();
            return;
        }

        var connection = _connection = recording.Attach(connected);
        var sessionOptions = new SessionOptions(
            options.Dispatch == IpcDispatchMode.Serial,
            options.Limits.MaxWaitingBytesPerFrame,
            development.Lanes,
            _stopping.Token);
        var ports = new PortTable(connection, portServices, options.Limits.MaxWaitingBytesPerFrame);
        _session = new ElectronSession(
            connection, channels, frames, dispatcher, pending, serializer, events, ports, work, sessionOptions, logger);
        frames.Sender.Link = connection;
        frames.Sender.Ports = ports;
        events.Noticed += OnNotice;
        connection.Start(_session);
        _ = WatchAsync(connection, _session);

        // One ordered stream: no page can call before its channels are bound.
        Send(ControlMessage.Configure(Configuration()));
        if (await endpoints.OpenAsync(() => connection.PrivateDirectory, cancellationToken).ConfigureAwait(false) is { } address)
        {
            Send(ControlMessage.Endpoints(address, endpointSecret));
        }

        channels.SendTo(Send);
        electronApp.OpenWindows = OpenWindows;
        Send(ControlMessage.Started());
        TellReady(connection);
        report.Begin(
            connection.Renderer,
            host.OpenWindows is null ? options.Windows.Select(window => KeyValuePair.Create(window.Key, window.Value.Url)) : null);
        if (host.OpenWindows is { } open)
        {
            await open(cancellationToken).ConfigureAwait(false);
            return;
        }

        OpenWindows();
    }

    /// <summary>Lets running handlers finish, then asks the host to go.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await pending.WhenIdle().WaitAsync(HandlerGrace, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            HostingLog.HandlersStillRunning(logger, pending.Count);
        }

        await CancelHandlersAsync().ConfigureAwait(false);
        if (_connection is { Completion.IsCompleted: false } connection)
        {
            using var limit = new CancellationTokenSource(QuitLimit);
            await connection.QuitAsync(0, limit.Token).ConfigureAwait(false);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Also when another service failed to start: a host that was started must not outlive the app.</summary>
    public async ValueTask DisposeAsync()
    {
        development.Stop();
        channels.SendTo(null);
        frames.Sender.Link = null;
        portServices.Resign();
        events.Noticed -= OnNotice;
        await host.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    /// <summary>What a callback throws, or that it does not end, must not keep the host from being told to quit.</summary>
    private async Task CancelHandlersAsync()
    {
        try
        {
            await Task.Run(() => userCode.Run("A callback registered on the token of a message", _stopping.Cancel))
                .WaitAsync(HandlerGrace)
                .ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            HostingLog.CallbacksStillRunning(logger);
        }
    }

    private ElectronConfiguration Configuration() => new(
        environment.IsDevelopment(),
        policy.OwnOrigins,
        options.Limits,
        Debugger.IsAttached ? null : options.SyncDeadline,
        Grace: TimeSpan.Zero,
        hostOptions.Value.ShutdownTimeout,
        options.QuitWhenAllWindowsClosed,
        options.ContentSecurityPolicy,
        pageConsole.Threshold);

    private void Send(ControlMessage message)
    {
        if (_connection?.Send(MessageKind.Control, 0, 0, message.ToPayload()) is { } refusal)
        {
            HostingLog.ControlNotSent(logger, message.Type, refusal);
        }
    }

    private void OpenWindows()
    {
        foreach (var (name, window) in options.Windows)
        {
            Send(ControlMessage.Window(name, window, showWindows: options.Headless != true, environment.IsDevelopment()));
        }
    }

    private void TellReady(IElectronLink? link)
    {
        foreach (var observer in observers)
        {
            observer.Connected(link);
        }
    }

    private void OnNotice(ElectronNotice notice)
    {
        foreach (var observer in observers)
        {
            observer.Noticed(notice);
        }

        if (notice.Type == "stop")
        {
            StopApplication();
        }
    }

    /// <summary>Not on the reader, which this may be called on: the app's callbacks of ApplicationStopping run before it returns.</summary>
    private void StopApplication() => ThreadPool.UnsafeQueueUserWorkItem(
        static state => state.userCode.Run("A callback of ApplicationStopping", state.lifetime.StopApplication), (userCode, lifetime), preferLocal: false);

    private async Task WatchAsync(IElectronConnection connection, ElectronSession session)
    {
        var problem = await connection.Completion.ConfigureAwait(false);
        session.End();
        foreach (var observer in observers)
        {
            observer.Ended();
        }

        if (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            if (problem is null)
            {
                ElectronLog.HostEnded(logger);
            }
            else if (await connection.ReportedExitCodeAsync().ConfigureAwait(false) is { } told)
            {
                Environment.ExitCode = told;
            }
            else
            {
                ElectronLog.ConnectionFailed(logger, problem);
                endReport.Fail($"The connection to the host has failed, and the app shuts down. {problem}", ExitCodes.Failure, ElectronLog.Category);
            }

            lifetime.StopApplication();
        }
    }
}
