using IpcApp.Internal.Codec;
using IpcApp.Internal.Desktop;
using IpcApp.Internal.Diagnosis;
using IpcApp.Internal.Diagnosis.Verification;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Emitters;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Ground;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Recording;
using IpcApp.Internal.Remote;
using IpcApp.Internal.Scheduling;
using IpcApp.Internal.Senders;
using IpcApp.Internal.Session;
using IpcApp.Internal.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Composition;

internal static class IpcServices
{
    /// <param name="builder">Of the app.</param>
    /// <param name="args">What this process was started with.</param>
    public static void Add(WebApplicationBuilder builder, string[] args)
    {
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        AppOptions.Add(services);
        services.AddSingleton(provider => new IpcSerializer(
            provider.GetRequiredService<IOptions<IpcSerializerOptions>>().Value,
            ValueLimits.Of(provider.GetRequiredService<IpcAppOptions>().Limits),
            provider.GetRequiredService<IpcAppOptions>().NullElements,
            text => DevelopmentLog.MemberIgnored(provider.GetRequiredService<ILogger<Subsystem.Ipc>>(), text)));

        services.AddSingleton<LogQueue>();
        services.AddSingleton<QueuedLoggers>();
        AddLogger<Subsystem.Ipc>(services);
        AddLogger<Subsystem.Bridge>(services);
        AddLogger<Subsystem.Electron>(services);
        AddLogger<Subsystem.Launch>(services);
        AddLogger<Subsystem.Windows>(services);
        AddLogger<Subsystem.Endpoints>(services);
        AddLogger<Subsystem.Recording>(services);

        // It logs what callbacks of ApplicationStopping throw, and must go on whatever loggers do with that.
        services.AddSingleton(provider => provider.GetRequiredService<QueuedLoggers>().CreateFor<ApplicationLifetime>());

        services.AddSingleton<ChannelTable>();
        services.AddSingleton<IEmitterObserver>(provider => provider.GetRequiredService<ChannelTable>());
        services.AddSingleton<ArgumentReader>();
        services.AddSingleton<IEmissions, Emissions>();
        services.AddSingleton<EmitterDependencies>();
        services.AddSingleton<Emitter>();
        services.AddSingleton<IIpcMain>(provider => provider.GetRequiredService<Emitter>());
        services.AddSingleton<FrameSender>();
        services.AddSingleton<FrameTree>();
        services.AddSingleton<IWebContentsRegistry>(provider => provider.GetRequiredService<FrameTree>());
        services.AddSingleton<IWebFrameMainRegistry>(provider => provider.GetRequiredService<FrameTree>());
        services.AddSingleton<SenderPolicy>();
        services.AddSingleton<Scopes>();
        services.AddSingleton<HandlerRunner>();
        services.AddSingleton<ListenerFailures>();
        services.AddSingleton(provider => new UserCode(
            provider.GetRequiredService<PendingWork>(),
            provider.GetRequiredService<WorkScheduler>(),
            provider.GetRequiredService<ListenerFailures>(),
            WatchOf(provider)));
        services.AddSingleton<ListenerRunner>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton(provider => new FrameLanes(
            provider.GetRequiredService<IpcAppOptions>(),
            provider.GetRequiredService<Dispatcher>(),
            provider.GetRequiredService<WorkScheduler>(),
            WatchOf(provider)));
        services.AddSingleton<PendingWork>();
        services.AddSingleton(WorkScheduler.Pool);
        services.AddSingleton<TrafficRecording>();
        services.AddSingleton<ElectronNotices>();
        services.AddSingleton(provider => new PortServices(
            provider.GetRequiredService<IpcSerializer>(),
            provider.GetRequiredService<PendingWork>(),
            provider.GetRequiredService<WorkScheduler>(),
            provider.GetRequiredService<UserCode>(),
            provider.GetRequiredService<ILogger<Subsystem.Ipc>>()));
        AddWindows(services);
        AddDevelopment(services);
        if (PackagedApp.IsPackaged)
        {
            services.AddSingleton(Rendezvous.Take());
            services.TryAddSingleton<IElectronConnector, PackagedConnector>();
            HelloCheck.AddIfAsked(services);
        }
        else
        {
            services.TryAddSingleton<IElectronConnector, DevelopmentConnector>();
        }

        // A launcher, which is registered later, brings a rendezvous as well: it may be Electron that a person has started.
        var own = StartupArguments.Own(args);
        services.AddSingleton(provider => provider.GetService<Rendezvous>() is { Directory: { } directory } ? StartupArguments.ReadFrom(directory) : own);

        AddConnection(services);
        services.AddHostedService<IpcHostedService>();

        services.AddScoped<CurrentEvent>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcEvent>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcMainEvent>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcMainInvokeEvent>());
    }

    private static void AddLogger<TPart>(IServiceCollection services)
        where TPart : Subsystem
        => services.AddSingleton(provider => provider.GetRequiredService<QueuedLoggers>().Create<TPart>());

    /// <summary>What lives with the connection to Electron, from its start to the app's end.</summary>
    private static void AddConnection(IServiceCollection services)
    {
        services.AddSingleton<ElectronStart>();
        services.AddSingleton<MessageDependencies>();
        services.AddSingleton<SessionNotices>();
        services.AddSingleton<ElectronSessions>();
        services.AddSingleton<HandlerRegistrations>();
        services.AddSingleton<HandlerShutdown>();
        services.AddSingleton<ConnectionObservers>();
        services.AddSingleton<ControlSender>();
        services.AddSingleton<ConfigurationSource>();
        services.AddSingleton<ConnectionSetup>();
        services.AddSingleton<FirstWindows>();
        services.AddSingleton<ConsoleReach>();
        services.AddSingleton<EndReport>();
        services.AddSingleton<ConnectionWatch>();
        services.AddSingleton<ConnectedApp>();
    }

    private static void AddWindows(IServiceCollection services)
    {
        services.AddSingleton<RemoteCalls>();
        services.AddSingleton<UserEvents>();
        services.AddSingleton<MenuCommands>();
        services.AddSingleton<WindowDependencies>();
        services.AddSingleton<WindowRegistry>();
        services.AddSingleton<IBrowserWindows>(provider => provider.GetRequiredService<WindowRegistry>());
        services.AddSingleton<ApplicationMenu>();
        services.AddSingleton<IMenu>(provider => provider.GetRequiredService<ApplicationMenu>());
        services.AddSingleton<IDialog, ElectronDialog>();
        services.AddSingleton<ElectronApp>();
        services.AddSingleton<IElectronApp>(provider => provider.GetRequiredService<ElectronApp>());

        // In this order: a window that has closed is known as closed before the result of a call that it fails.
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<WindowRegistry>());
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<ApplicationMenu>());
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<RemoteCalls>());
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<ElectronApp>());
    }

    /// <summary>After the windows: what is said of a window comes when it is known.</summary>
    private static void AddDevelopment(IServiceCollection services)
    {
        services.AddSingleton(new AppAssembly());
        services.AddSingleton<LaneWatch>();
        services.AddSingleton<UnobservedTasks>();
        services.AddSingleton<DevelopmentAids>();
        services.AddSingleton<UnheardMessages>();
        services.AddSingleton<PageConsole>();
        services.AddSingleton<StartReport>();
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<UnheardMessages>());
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<PageConsole>());
        services.AddSingleton<IConnectionObserver>(provider => provider.GetRequiredService<StartReport>());
        services.AddSingleton<IConnectionObserver, StopRequests>();
    }

    private static LaneWatch? WatchOf(IServiceProvider provider)
        => provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<LaneWatch>() : null;
}
