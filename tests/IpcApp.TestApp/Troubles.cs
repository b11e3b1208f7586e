using Microsoft.Extensions.DependencyInjection;

namespace IpcApp.TestApp;

/// <summary>Services of the app's own that fail, as settings ask for them.</summary>
internal static class Troubles
{
    public static void AddTo(IpcApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStartConcurrently = settings["Concurrently"] == "true";
            host.ShutdownTimeout = TimeSpan.FromSeconds(settings.GetValue("ShutdownSeconds", 30));
            host.BackgroundServiceExceptionBehavior = settings["IgnoreFailures"] == "true"
                ? BackgroundServiceExceptionBehavior.Ignore
                : BackgroundServiceExceptionBehavior.StopHost;
        });
        if (settings["NoLog"] == "true")
        {
            builder.Logging.ClearProviders();
        }

        if (settings["Witness"] == "true")
        {
            builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService, WitnessService>());
        }

        if (settings["FailToStart"] is { } start)
        {
            builder.Services.AddHostedService(_ => new FailingService(start));
        }

        if (settings["FailInBackground"] is { } background)
        {
            builder.Services.AddHostedService(services
                => new FailingBackgroundService(background, services.GetRequiredService<IHostApplicationLifetime>()));
        }

        if (settings["FailToDispose"] == "never")
        {
            builder.Services.AddHostedService<UndisposableService>();
        }

        if (settings["FailToStop"] is { } stop)
        {
            builder.Services.AddHostedService(_ => new UnstoppableService(stop));
        }
    }

    public static Exception Create(string how) => how == "cancelled"
        ? new TaskCanceledException("The lamp did not answer in time")
        : new InvalidOperationException("The lamp is broken");
}

/// <summary>A service that cannot start.</summary>
/// <param name="how">"cancelled" for the exception that a timeout of an HttpClient looks like.</param>
internal sealed class FailingService(string how) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => throw Troubles.Create(how);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A service that fails while the app starts, or when it has started.</summary>
/// <param name="how">As for <see cref="FailingService"/>; "fast" ends the process at once, "late" waits until the app has started.</param>
/// <param name="lifetime">Says when.</param>
internal sealed class FailingBackgroundService(string how, IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (how == "late")
        {
            var started = new TaskCompletionSource();
            await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
        }

        if (how == "fast")
        {
            Environment.FailFast("The lamp is on fire");
        }

        throw Troubles.Create(how);
    }
}

/// <summary>A service that cannot be stopped.</summary>
/// <param name="how">"slow" until its token is canceled, "never" for ever; else it throws.</param>
internal sealed class UnstoppableService(string how) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => how switch
    {
        "slow" => Task.Delay(Timeout.Infinite, cancellationToken),
        "never" => Task.Delay(Timeout.Infinite, CancellationToken.None),
        _ => throw Troubles.Create(how),
    };
}

/// <summary>A service whose disposal never ends.</summary>
internal sealed class UndisposableService : IHostedService, IDisposable
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Thread.Sleep(Timeout.Infinite);
}

/// <summary>Writes a line for each step of its life.</summary>
internal sealed class WitnessService : IHostedLifecycleService
{
    public WitnessService() => Console.WriteLine("SERVICE created");

    public Task StartingAsync(CancellationToken cancellationToken) => Tell("starting");

    public Task StartAsync(CancellationToken cancellationToken) => Tell("start");

    public Task StartedAsync(CancellationToken cancellationToken) => Tell("started");

    public Task StoppingAsync(CancellationToken cancellationToken) => Tell("stopping");

    public Task StopAsync(CancellationToken cancellationToken) => Tell("stop");

    public Task StoppedAsync(CancellationToken cancellationToken) => Tell("stopped");

    private static Task Tell(string step)
    {
        Console.WriteLine($"SERVICE {step}");
        return Task.CompletedTask;
    }
}
