using IpcApp.Internal.Development;
using IpcApp.Internal.Diagnosis.Verification;
using IpcApp.Internal.Dialogs;
using IpcApp.Internal.Dispatch;
using IpcApp.Internal.Frames;
using IpcApp.Internal.Host;
using IpcApp.Internal.Launch;
using IpcApp.Internal.Logging;
using IpcApp.Internal.Menus;
using IpcApp.Internal.Ports;
using IpcApp.Internal.Recording;
using IpcApp.Internal.Windows;
using IpcApp.Values.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IpcApp.Internal.Hosting;

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
            text => DevelopmentLog.MemberIgnored(provider.GetRequiredService<ILogger<IIpcMain>>(), text)));

        services.AddSingleton<LogQueue>();
        services.AddSingleton<QueuedLoggers>();
        services.AddSingleton(provider => provider.GetRequiredService<QueuedLoggers>().Create<IIpcMain>());

        // It logs what callbacks of ApplicationStopping throw, and must go on whatever loggers do with that.
        services.AddSingleton(provider => provider.GetRequiredService<QueuedLoggers>().Create<ApplicationLifetime>());

        services.AddSingleton<ChannelTable>();
        services.AddSingleton<IEmitterObserver>(provider => provider.GetRequiredService<ChannelTable>());
        services.AddSingleton<ArgumentReader>();
        services.AddSingleton<IEmissions, Emissions>();
        services.AddSingleton<EmitterParts>();
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
            provider.GetRequiredService<IHostEnvironment>().IsDevelopment() ? provider.GetRequiredService<LaneWatch>() : null));
        services.AddSingleton<ListenerRunner>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<PendingWork>();
        services.AddSingleton(WorkScheduler.Pool);
        services.AddSingleton<TrafficRecording>();
        services.AddSingleton<HostEvents>();
        services.AddSingleton(provider => new PortServices(
            provider.GetRequiredService<IpcSerializer>(),
            provider.GetRequiredService<PendingWork>(),
            provider.GetRequiredService<WorkScheduler>(),
            provider.GetRequiredService<UserCode>(),
            provider.GetRequiredService<ILogger<IIpcMain>>()));
        AddWindows(services);
        AddDevelopment(services);
        if (PackagedApp.IsPackaged)
        {
            services.AddSingleton(Rendezvous.Take());
            services.TryAddSingleton<IHostConnector, PackagedConnector>();
            HelloCheck.AddIfAsked(services);
        }
        else
        {
            services.TryAddSingleton<IHostConnector, HostLauncher>();
        }

        // A launcher, which is registered later, brings a rendezvous as well: it may be Electron that a person has started.
        var own = AppLaunch.Own(args);
        services.AddSingleton(provider => provider.GetService<Rendezvous>() is { Directory: { } directory } ? AppLaunch.ReadFrom(directory) : own);

        services.AddSingleton<HostStart>();
        services.AddSingleton<ConsoleReach>();
        services.AddSingleton<EndReport>();
        services.AddHostedService<IpcHostService>();

        services.AddScoped<CurrentEvent>();
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcEvent>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcMainEvent>());
        services.AddScoped(provider => provider.GetRequiredService<CurrentEvent>().Get<IpcMainInvokeEvent>());
    }

    private static void AddWindows(IServiceCollection services)
    {
        services.AddSingleton<HostCalls>();
        services.AddSingleton<UserEvents>();
        services.AddSingleton<MenuCommands>();
        services.AddSingleton<WindowParts>();
        services.AddSingleton<WindowRegistry>();
        services.AddSingleton<IBrowserWindows>(provider => provider.GetRequiredService<WindowRegistry>());
        services.AddSingleton<ApplicationMenu>();
        services.AddSingleton<IMenu>(provider => provider.GetRequiredService<ApplicationMenu>());
        services.AddSingleton<IDialog, HostDialog>();
        services.AddSingleton<ElectronApp>();
        services.AddSingleton<IElectronApp>(provider => provider.GetRequiredService<ElectronApp>());

        // In this order: a window that has closed is known as closed before the result of a call that it fails.
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<WindowRegistry>());
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<ApplicationMenu>());
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<HostCalls>());
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<ElectronApp>());
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
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<UnheardMessages>());
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<PageConsole>());
        services.AddSingleton<IHostObserver>(provider => provider.GetRequiredService<StartReport>());
    }
}
